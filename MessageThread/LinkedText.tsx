import * as React from "react";
import { useTheme } from "@fluentui/react";
import { linkParts } from "../shared/domain/linkParts";
import { threadStyles } from "./threadStyles";

/** What a {@link LinkedText} shows. */
export interface LinkedTextProps {
  readonly text: string;
  /** The reader has pressed a link, which leads there. */
  readonly onLink: (address: string) => void;
}

/** A text that somebody wrote. Its links are no links of the page: nothing is opened before its reader has been shown where one leads. */
export function LinkedText({ text, onLink }: LinkedTextProps): React.ReactElement {
  const styles = threadStyles(useTheme());
  return (
    <>
      {linkParts(text).map((part, at) => {
        const { address } = part;
        return address === null ? (
          part.text
        ) : (
          <button key={at} type="button" className={styles.link} onClick={() => onLink(address)}>
            {part.text}
          </button>
        );
      })}
    </>
  );
}
