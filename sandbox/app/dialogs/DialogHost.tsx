import { DefaultButton, Dialog, DialogFooter, DialogType, PrimaryButton } from "@fluentui/react";
import * as React from "react";
import { useChanges } from "../useChanges";
import type { Dialogs } from "./dialogs";

/** Draws the app's dialog that is open now; Fluent traps the focus in it and gives it back. */
export function DialogHost({ dialogs }: { readonly dialogs: Dialogs }): React.ReactElement | null {
  useChanges(dialogs);
  const dialog = dialogs.current;
  if (dialog === undefined) return null;
  const answer = (confirmed: boolean) => (): void => dialogs.answer(dialog.key, confirmed);
  return (
    <Dialog
      key={dialog.key}
      hidden={false}
      onDismiss={answer(false)}
      modalProps={{ isBlocking: dialog.kind !== "alert", isAlert: false }}
      dialogContentProps={{ type: DialogType.normal, title: dialog.title === "" ? " " : dialog.title }}
      minWidth={400}
    >
      <div className="sb-dialog-text">{dialog.text}</div>
      {dialog.details === undefined ? null : <pre className="sb-dialog-details">{dialog.details}</pre>}
      <DialogFooter>
        <PrimaryButton onClick={answer(true)} text={dialog.confirmLabel} />
        {dialog.cancelLabel === undefined ? null : <DefaultButton onClick={answer(false)} text={dialog.cancelLabel} />}
      </DialogFooter>
    </Dialog>
  );
}
