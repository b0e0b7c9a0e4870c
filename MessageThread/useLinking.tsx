import * as React from "react";
import type { LinkBegun } from "../CustomerLink/CustomerLink";
import type { LinkingProps, LinkParts } from "../CustomerLink/linkParts";
import type { Thread } from "../shared/thread/thread";
import type { ThreadSnapshot } from "../shared/thread/threadSnapshot";
import type { LazyPart } from "../shared/ui/lazyPart";
import { useStore } from "../shared/ui/useStore";
import { MissingPart } from "../shared/ui/MissingPart";
import type { ThreadStrings } from "./threadStrings";

/** Whose number is linked, by whom, and with what code. */
export interface Linking extends Pick<LinkingProps, "userId" | "openForm" | "onBug"> {
  readonly thread: Pick<Thread, "changed">;
  readonly linkCode: LazyPart<LinkParts>;
  readonly strings: ThreadStrings & LinkingProps["strings"];
}

/** What linking adds to a thread. */
export interface Linked {
  /** The agent has pressed one of the two. */
  readonly onLink: (what: LinkBegun["what"]) => void;
  /** The search for the customer, and what came of it. */
  readonly linking: React.ReactNode;
}

/** Loads what linking takes once the agent wants it. */
export function useLinking({ thread, linkCode, ...given }: Linking, { head, mayCreateContact }: ThreadSnapshot): Linked {
  const { strings } = given;
  const loaded = useStore(linkCode.subscribe, linkCode.get);
  const [begun, setBegun] = React.useState<LinkBegun | null>(null);
  return {
    onLink(what) {
      linkCode.want();
      setBegun({ what });
    },
    linking:
      begun &&
      head &&
      (loaded.kind === "ready" ? (
        <loaded.part.Linking {...given} begun={begun} head={head} mayCreate={mayCreateContact} onChanged={thread.changed} />
      ) : (
        <MissingPart kind={loaded.kind} failed={strings.CustomerCodeFailed} strings={strings} onRetry={linkCode.want} />
      )),
  };
}
