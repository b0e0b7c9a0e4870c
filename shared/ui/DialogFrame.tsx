import * as React from "react";
import { Dialog, DialogFooter, DialogType, memoizeFunction, useTheme } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";

/** What a {@link DialogFrame} holds. */
export interface DialogFrameProps {
  readonly title: string;
  /** Below its content, each with a key. */
  readonly buttons: readonly React.ReactElement[];
  /** px */
  readonly maxWidth: number;
  /** Whether it has to be answered: a click beside it does not close it. */
  readonly isBlocking: boolean;
  /** The id of the element that says what it is about; none by default. */
  readonly aboutId?: string;
  /** A selector of what has the focus at first; by default the first thing that can have it. */
  readonly firstFocus?: string;
  readonly children: React.ReactNode;
  readonly onDismiss: () => void;
}

/** Fluent's dialog is as high as nothing: all that is in it is fixed to the window. Automation and magnifiers take it as hidden. */
const POPUP = { style: { position: "fixed", inset: 0 } } as const;

/** The content scrolls, and nothing else does; the buttons stay in view below it. */
const dialogStyles = memoizeFunction(({ semanticColors: colors }: ITheme) => ({
  modal: { main: { display: "flex", flexDirection: "column", overflow: "hidden" }, scrollableContent: { minHeight: 0 } } as const,
  content: { content: { overflow: "visible" } } as const,
  footer: { actions: { position: "sticky", bottom: 0, zIndex: 1, paddingBlock: 8, background: colors.bodyBackground } } as const,
}));

/**
 * A dialog of Fluent's: mount it to show it. It opens at its top also where it has to scroll, though the focus is on a button at its end; the focus goes back
 * where it came from.
 */
export function DialogFrame(props: DialogFrameProps): React.ReactElement {
  const { title, buttons, maxWidth, isBlocking, aboutId, firstFocus, children, onDismiss } = props;
  const styles = dialogStyles(useTheme());
  return (
    <Dialog
      hidden={false}
      onDismiss={onDismiss}
      dialogContentProps={{ type: DialogType.normal, title, showCloseButton: false, styles: styles.content }}
      modalProps={{
        isBlocking,
        isAlert: false,
        ...(aboutId && { subtitleAriaId: aboutId }),
        ...(firstFocus && { focusTrapZoneProps: { firstFocusableTarget: firstFocus } }),
        popupProps: POPUP,
        styles: styles.modal,
      }}
      minWidth={288}
      maxWidth={maxWidth}
    >
      {children}
      <DialogFooter styles={styles.footer}>{buttons}</DialogFooter>
    </Dialog>
  );
}
