import * as React from "react";
import type { BlockTerms } from "../domain/numberBlock";
import { plainName } from "../domain/plainName";
import { customerName } from "../domain/session";
import type { Action, InboxSession } from "../domain/session";
import { ConfirmDialog } from "./ConfirmDialog";
import { Template } from "./Template";
import { BlockQuestion } from "./BlockQuestion";
import type { BlockStrings } from "./BlockQuestion";

/** An action that waits for the agent's yes, on the session as it was when it was pressed. */
export interface Question {
  readonly action: "block" | "assign";
  readonly session: InboxSession;
}

/** Whether an action is asked about before it is done. */
export function isAskedFirst(action: Action): action is Question["action"] {
  return action === "block" || action === "assign";
}

/** The words of an {@link AskFirst}. */
export type QuestionStrings = BlockStrings &
  Readonly<Record<"ChangeOwnershipTitle" | "ChangeOwnershipText" | "SomeoneElse" | "Yes" | "No", string>>;

/** What an {@link AskFirst} shows. */
export interface AskFirstProps {
  readonly question: Question;
  readonly strings: QuestionStrings;
  /** `terms`: how to block. */
  readonly onAnswer: (isYes: boolean, ...terms: readonly BlockTerms[]) => void;
}

/** The dialog of a question: Block names customer and number, Change Ownership the present owner. */
export function AskFirst({ question, strings, onAnswer }: AskFirstProps): React.ReactElement {
  const { session } = question;
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
