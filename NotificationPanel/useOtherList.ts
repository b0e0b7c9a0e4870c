import * as React from "react";
import type { InboxSnapshot } from "../shared/inbox/snapshot";

/** The lists of the panel besides the notifications. */
export type OtherList = "dismissed" | "blocked";

/** What {@link useOtherList} gives. */
export interface OtherLists {
  /** Which are offered, with how much is in each; null: not known. */
  readonly offered: readonly { readonly key: OtherList; readonly count: number | null }[];
  /** Null: the notifications are shown. */
  readonly chosen: OtherList | null;
  readonly choose: (list: OtherList | null) => void;
}

/** Which list the panel shows. It begins with the notifications each time, and goes back to them where the agent is led to one. */
export function useOtherList({ dismissed, mayBlock, leadTo }: InboxSnapshot): OtherLists {
  const [list, choose] = React.useState<OtherList | null>(null);
  React.useEffect(() => {
    if (leadTo !== null) choose(null);
  }, [leadTo]);
  const { length } = dismissed;
  const offered = React.useMemo<OtherLists["offered"]>(
    () => [{ key: "dismissed", count: length }, ...(mayBlock ? [{ key: "blocked", count: null } as const] : [])],
    [length, mayBlock],
  );
  return { offered, chosen: list === "blocked" && !mayBlock ? null : list, choose };
}
