import * as React from "react";
import { useTheme } from "@fluentui/react";
import { LinkedText } from "./LinkedText";
import type { LinkedTextProps } from "./LinkedText";
import type { ThreadStrings } from "./threadStrings";
import { FOLDED_LINES, threadStyles } from "./threadStyles";

/** What a {@link FoldedText} shows. */
export interface FoldedTextProps extends LinkedTextProps {
  /** The text's. */
  readonly id: string;
  readonly strings: Pick<ThreadStrings, "TextUnfold" | "TextFold">;
}

/** Fewer characters fit into a line of the widest thread. */
const LINE_LENGTH = 120;
/** A text that is little longer than what is seen of it is not folded: there would be nothing gained. */
const LONG = FOLDED_LINES + 4;

/** The texts of which all is wanted: a line that comes back into view is as high as it was. */
const unfolded = new Set<string>();

/** A text, of which, where it is long, the first lines are seen, and all of it when somebody wants it. All of it is in the page: what searches or reads aloud finds it. */
export function FoldedText({ id, strings, ...linked }: FoldedTextProps): React.ReactElement {
  const styles = threadStyles(useTheme());
  const [isFolded, setFolded] = React.useState(!unfolded.has(id));
  const lines = linked.text.split("\n").reduce((sum, line) => sum + Math.max(1, line.length / LINE_LENGTH), 0);
  if (lines <= LONG) return <LinkedText {...linked} />;
  return (
    <>
      <div className={isFolded ? styles.folded : undefined}>
        <LinkedText {...linked} />
      </div>
      <button
        type="button"
        className={styles.link}
        aria-expanded={!isFolded}
        onClick={() => {
          if (isFolded) unfolded.add(id);
          else unfolded.delete(id);
          setFolded(!isFolded);
        }}
      >
        {isFolded ? strings.TextUnfold : strings.TextFold}
      </button>
    </>
  );
}
