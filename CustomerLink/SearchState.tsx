import * as React from "react";
import { DefaultButton, useTheme } from "@fluentui/react";
import { counted, fill } from "../shared/ui/fill";
import { customerStyles } from "./customerStyles";
import type { LinkStrings } from "./linkStrings";
import type { FoundCustomers } from "../shared/thread/linkPorts";
import type { Found } from "./useFound";

/** What a {@link SearchState} tells. */
export interface SearchStateProps {
  readonly found: Found<FoundCustomers>;
  /** The agent has written something; else those who hold the number are shown. */
  readonly isSearch: boolean;
  readonly strings: LinkStrings;
}

/** What became of a search, in words: how many hold the number, that there are more, or why there is nobody. */
export function SearchState({ found, isSearch, strings }: SearchStateProps): React.ReactElement {
  const styles = customerStyles(useTheme());
  return (
    <div role="status" className={styles.state}>
      {textOf(found, isSearch, strings)}
      {found.failed && <DefaultButton text={strings.Retry} onClick={found.again} />}
    </div>
  );
}

function textOf({ answer, failed }: Found<FoundCustomers>, isSearch: boolean, strings: LinkStrings): string {
  if (failed) return fill(strings.CustomerFailed, strings[`NotDone_${failed}` as const]);
  if (!answer) return strings.CustomerSearching;
  const { items, hasMore } = answer;
  // Of a list that was too long to be looked through, nobody can be said to be missing.
  if (items.length === 0 && hasMore) return strings.CustomerTooMany;
  if (items.length === 0) return isSearch ? strings.CustomerNotFound : strings.CustomerNoHolder;
  if (hasMore) return fill(strings.CustomerMore, items.length);
  return isSearch ? fill(strings.CustomerFound, items.length) : counted(strings, "CountHolders", items.length, String(items.length));
}
