import * as React from "react";
import { useTheme } from "@fluentui/react";
import { counted, fill } from "../shared/ui/fill";
import type { Found } from "./findNotifications";
import { findStyles } from "./findStyles";
import type { PanelStrings } from "./panelStrings";

/** What a {@link FoundStatus} tells. */
export interface FoundStatusProps {
  readonly words: string;
  readonly found: Found;
  /** Texts are on their way: more may be found. */
  readonly isLoading: boolean;
  readonly strings: PanelStrings;
}

/** The agent has ended typing (ms). */
const SETTLED = 1_000;

/** How much a search has found, read aloud when the typing has ended and not at every change; and how much could not be searched whole. */
export function FoundStatus({ words, found, isLoading, strings }: FoundStatusProps): React.ReactElement {
  const styles = findStyles(useTheme());
  const count = found.notifications.length;
  const latest = React.useRef(count);
  latest.current = count;
  const [said, setSaid] = React.useState("");
  const sought = words.trim();
  React.useEffect(() => {
    setSaid("");
    if (!sought || isLoading) return undefined;
    const timer = setTimeout(() => setSaid(counted(strings, "Found", latest.current, String(latest.current))), SETTLED);
    return () => clearTimeout(timer);
  }, [sought, isLoading, strings]);
  return (
    <>
      <div role="status" className={styles.hidden}>
        {said}
      </div>
      {found.unsearched > 0 && (
        <div className={styles.foot}>{isLoading ? strings.SearchLoading : fill(strings.Unsearched, found.unsearched)}</div>
      )}
    </>
  );
}
