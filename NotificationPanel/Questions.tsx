import * as React from "react";
import type { BlockTerms } from "../shared/domain/numberBlock";
import { plainName } from "../shared/domain/plainName";
import { customerName } from "../shared/domain/session";
import type { Action } from "../shared/domain/session";
import type { Notification } from "../shared/inbox/snapshot";
import { ConfirmDialog } from "../shared/ui/ConfirmDialog";
import { Template } from "../shared/ui/Template";
import { BlockQuestion } from "./BlockQuestion";
import type { PanelStrings } from "./panelStrings";

/** An action that waits for the agent's yes, on the notification as it was when it was pressed. */
export interface Question {
  readonly action: "block" | "assign";
  readonly notification: Notification;
}

/** Whether an action is asked about before it is done. */
export function isAskedFirst(action: Action): action is Question["action"] {
  return action === "block" || action === "assign";
}

/** What an {@link AskFirst} shows. */
export interface AskFirstProps {
  readonly question: Question;
  readonly strings: PanelStrings;
  /** `terms`: how to block. */
  readonly onAnswer: (isYes: boolean, ...terms: readonly BlockTerms[]) => void;
}

/** The dialog of a question: Block names customer and number, Change Ownership the present owner. */
export function AskFirst({ question, strings, onAnswer }: AskFirstProps): React.ReactElement {
  const { session } = question.notification;
  const answers = {
    onConfirm: () => {
      onAnswer(true);
    },
    onCancel: () => {
      onAnswer(false);
    },
  };
  if (question.action === "block") {
    return <BlockQuestion session={session} strings={strings} onAnswer={(terms) => (terms ? onAnswer(true, terms) : onAnswer(false))} />;
  }
  const owner = plainName(session.owner.name) || strings.SomeoneElse;
  return (
    <ConfirmDialog title={strings.ChangeOwnershipTitle} confirmText={strings.Yes} cancelText={strings.No} {...answers}>
      <Template text={strings.ChangeOwnershipText} values={[owner, customerName(session)]} />
    </ConfirmDialog>
  );
}
