import * as React from "react";
import { useTheme } from "@fluentui/react";
import { ConfirmDialog } from "../shared/ui/ConfirmDialog";
import { Template } from "../shared/ui/Template";
import type { ThreadQuestionStrings } from "./threadQuestionStrings";
import { replyStyles } from "./replyStyles";

/** What a {@link LinkQuestion} asks about. */
export interface LinkQuestionProps {
  /** Where the link leads: an address that a browser understands. */
  readonly address: string;
  readonly strings: ThreadQuestionStrings;
  readonly onAnswer: (isYes: boolean) => void;
}

/** Asks before a link of a message is opened, and shows where it leads: what stands in the text may look like another address. */
export function LinkQuestion({ address, strings, onAnswer }: LinkQuestionProps): React.ReactElement {
  const styles = replyStyles(useTheme());
  return (
    <ConfirmDialog
      title={strings.LinkTitle}
      confirmText={strings.LinkOpen}
      cancelText={strings.Cancel}
      onConfirm={() => onAnswer(true)}
      onCancel={() => onAnswer(false)}
    >
      <Template text={strings.LinkText} values={[new URL(address).host]} />
      <div className={styles.address} dir="ltr">
        {address}
      </div>
    </ConfirmDialog>
  );
}
