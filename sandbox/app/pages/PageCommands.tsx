import { CommandBar } from "@fluentui/react";
import type { ICommandBarItemProps } from "@fluentui/react";
import * as React from "react";

/** The command bar of a page: what does not fit moves into its "More" menu. */
export function PageCommands({ items }: { readonly items: readonly ICommandBarItemProps[] }): React.ReactElement {
  return (
    <CommandBar className="sb-commands" items={[...items]} ariaLabel="Commands" overflowButtonProps={{ ariaLabel: "More commands" }} />
  );
}
