import { CommandBar } from "@fluentui/react";
import type { ICommandBarItemProps } from "@fluentui/react";
import * as React from "react";

interface PageCommandsProps {
  readonly items: readonly ICommandBarItemProps[];
  /** Why the bar is broken: as on the platform, it then has no command at all. */
  readonly failure: Error | undefined;
}

/** The command bar of a page: what does not fit moves into its "More" menu. */
export function PageCommands({ items, failure }: PageCommandsProps): React.ReactElement {
  if (failure !== undefined) {
    return (
      <div className="sb-bar-failure" role="alert">
        Command bar failed: {failure.message}
      </div>
    );
  }
  return (
    <CommandBar className="sb-commands" items={[...items]} ariaLabel="Commands" overflowButtonProps={{ ariaLabel: "More commands" }} />
  );
}
