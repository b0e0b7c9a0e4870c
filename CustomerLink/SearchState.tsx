import * as React from "react";
import { DefaultButton, useTheme } from "@fluentui/react";
import { counted, fill } from "../shared/ui/fill";
import { customerStyles } from "./customerStyles";
import type { LinkStrings } from "./linkStrings";
import type { Found } from "./useFoundCustomers";

/** What a {@link SearchState} tells. */
export interface SearchStateProps {
  readonly found: Found;
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

function textOf({ customers, failed }: Found, isSearch: boolean, strings: LinkStrings): string {
  if (failed) return fill(strings.CustomerFailed, strings[`NotDone_${failed}` as const]);
  if (!customers) return strings.CustomerSearching;
  const { items, hasMore } = customers;
  if (items.length === 0) return isSearch ? strings.CustomerNotFound : strings.CustomerNoHolder;
  if (hasMore) return fill(strings.CustomerMore, items.length);
  return isSearch ? "" : counted(strings, "CountHolders", items.length, String(items.length));
}
