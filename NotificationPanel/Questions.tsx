import * as React from "react";
import { plainName } from "../shared/domain/plainName";
import { customerName } from "../shared/domain/session";
import type { Action } from "../shared/domain/session";
import type { Notification } from "../shared/inbox/snapshot";
import { ConfirmDialog } from "../shared/ui/ConfirmDialog";
import { Template } from "../shared/ui/Template";
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
  readonly onAnswer: (isYes: boolean) => void;
}

/** The dialog of a question: Block names the number, Change Ownership the present owner. */
export function AskFirst({ question, strings, onAnswer }: AskFirstProps): React.ReactElement {
  const { session } = question.notification;
  const number = plainName(session.phoneNumber);
  const answers = {
    onConfirm: () => {
      onAnswer(true);
    },
    onCancel: () => {
      onAnswer(false);
    },
  };
  if (question.action === "block") {
    return (
      <ConfirmDialog title={strings.BlockTitle} confirmText={strings.Action_block} cancelText={strings.Cancel} {...answers}>
        <Template text={strings.BlockText} values={[number]} />
      </ConfirmDialog>
    );
  }
  const owner = plainName(session.owner.name) || strings.SomeoneElse;
  return (
    <ConfirmDialog title={strings.ChangeOwnershipTitle} confirmText={strings.Yes} cancelText={strings.No} {...answers}>
      <Template text={strings.ChangeOwnershipText} values={[owner, customerName(session)]} />
    </ConfirmDialog>
  );
}
