import * as React from "react";
import { ConfirmDialog } from "../shared/ui/ConfirmDialog";
import type { ThreadQuestionStrings } from "./threadQuestionStrings";

/** What a {@link CloseQuestion} asks about. */
export interface CloseQuestionProps {
  /** Something is written and not sent. */
  readonly hasDraft: boolean;
  /** There are texts that nobody has read. */
  readonly hasUnread: boolean;
  readonly strings: ThreadQuestionStrings;
  readonly onAnswer: (isYes: boolean) => void;
}

/** Asks before a conversation is closed in which something is left to be done, and says what. */
export function CloseQuestion({ hasDraft, hasUnread, strings, onAnswer }: CloseQuestionProps): React.ReactElement {
  return (
    <ConfirmDialog
      title={strings.Action_close}
      confirmText={strings.Action_close}
      cancelText={strings.Cancel}
      onConfirm={() => onAnswer(true)}
      onCancel={() => onAnswer(false)}
    >
      {hasUnread && <div>{strings.CloseUnread}</div>}
      {hasDraft && <div>{strings.CloseDraft}</div>}
    </ConfirmDialog>
  );
}
