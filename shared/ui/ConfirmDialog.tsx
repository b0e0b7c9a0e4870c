import * as React from "react";
import { DefaultButton, PrimaryButton, getId } from "@fluentui/react";
import { DialogFrame } from "./DialogFrame";

/** What a {@link ConfirmDialog} asks. */
export interface ConfirmDialogProps {
  readonly title: string;
  readonly confirmText: string;
  readonly cancelText: string;
  /** The question. */
  readonly children: React.ReactNode;
  /** What may be filled in besides. */
  readonly fields?: React.ReactNode;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** The focus begins on the answer that changes nothing: an Enter held too long, or one too many, must not say yes. */
const FOCUS = "[data-cancel]";

/** Asks before an action is done: mount it to ask. Escape cancels; a click beside it does not, as it may be the second of a double click. Focus goes back where it came from. */
export function ConfirmDialog(props: ConfirmDialogProps): React.ReactElement {
  const { title, confirmText, cancelText, children, fields, onConfirm, onCancel } = props;
  const [questionId] = React.useState(() => getId("msgn-question"));
  return (
    <DialogFrame
      title={title}
      maxWidth={400}
      isBlocking
      aboutId={questionId}
      firstFocus={FOCUS}
      buttons={[
        <PrimaryButton key="yes" onClick={onConfirm} text={confirmText} />,
        <DefaultButton key="no" onClick={onCancel} text={cancelText} data-cancel />,
      ]}
      onDismiss={onCancel}
    >
      <div id={questionId} style={{ overflowWrap: "anywhere" }}>
        {children}
      </div>
      {fields && <div style={{ display: "grid", gap: 8, marginBlockStart: 12 }}>{fields}</div>}
    </DialogFrame>
  );
}
