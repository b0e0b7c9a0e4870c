import * as React from "react";
import { DefaultButton, Dialog, DialogFooter, DialogType, PrimaryButton, getId } from "@fluentui/react";

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
const FOCUS = { firstFocusableTarget: "[data-cancel]" };

/** Asks before an action is done: mount it to ask. Escape cancels; a click beside it does not, as it may be the second of a double click. Focus goes back where it came from. */
export function ConfirmDialog(props: ConfirmDialogProps): React.ReactElement {
  const { title, confirmText, cancelText, children, fields, onConfirm, onCancel } = props;
  const [questionId] = React.useState(() => getId("msgn-question"));
  return (
    <Dialog
      hidden={false}
      onDismiss={onCancel}
      dialogContentProps={{ type: DialogType.normal, title, showCloseButton: false }}
      modalProps={{ isBlocking: true, isAlert: false, subtitleAriaId: questionId, focusTrapZoneProps: FOCUS }}
      minWidth={288}
      maxWidth={400}
    >
      <div id={questionId} style={{ overflowWrap: "anywhere" }}>
        {children}
      </div>
      {fields && <div style={{ display: "grid", gap: 8, marginBlockStart: 12 }}>{fields}</div>}
      <DialogFooter>
        <PrimaryButton onClick={onConfirm} text={confirmText} />
        <DefaultButton onClick={onCancel} text={cancelText} data-cancel />
      </DialogFooter>
    </Dialog>
  );
}
