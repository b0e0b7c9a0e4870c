import * as React from "react";
import type { LinkBegun } from "../CustomerLink/CustomerLink";
import type { LinkParts } from "../CustomerLink/linkParts";
import type { LinkStrings } from "../CustomerLink/linkStrings";
import type { CustomerLinks, OpenNew } from "../shared/thread/customerLinks";
import type { Thread } from "../shared/thread/thread";
import type { ThreadSnapshot } from "../shared/thread/threadSnapshot";
import type { LazyPart } from "../shared/ui/lazyPart";
import { useStore } from "../shared/ui/useStore";
import { MissingPart } from "./MissingPart";
import type { ThreadStrings } from "./threadStrings";

/** Whose number is linked, by whom, and with what code. */
export interface Linking {
  readonly thread: Pick<Thread, "changed">;
  readonly userId: string;
  readonly linkCode: LazyPart<LinkParts>;
  readonly strings: ThreadStrings & LinkStrings;
  /** Makes a contact by the app's own form. */
  readonly onNewContact: OpenNew;
  readonly onBug: (bug: unknown) => void;
}

/** What linking adds to a thread. */
export interface Linked {
  /** The agent has pressed one of the two. */
  readonly onLink: (what: LinkBegun["what"]) => void;
  /** The search for the customer, and what came of it. */
  readonly linking: React.ReactNode;
}

/** Loads what linking takes once the agent wants it. */
export function useLinking({ thread, userId, linkCode, strings, onNewContact, onBug }: Linking, snapshot: ThreadSnapshot): Linked {
  const { head, mayCreateContact } = snapshot;
  const { contactNumberId, phoneNumber } = head?.session ?? { contactNumberId: "", phoneNumber: "" };
  const loaded = useStore(linkCode.subscribe, linkCode.get);
  const parts = loaded.kind === "ready" ? loaded.part : null;
  const [begun, setBegun] = React.useState<LinkBegun | null>(null);
  const [links, setLinks] = React.useState<CustomerLinks | null>(null);
  const isWanted = begun !== null;
  React.useEffect(() => {
    if (!parts || !isWanted) return undefined;
    const made = parts.connectLinks({ contactNumberId, phoneNumber, userId, onChanged: () => thread.changed() });
    setLinks(made);
    return made.destroy;
  }, [parts, isWanted, contactNumberId, phoneNumber, userId, thread]);
  return {
    onLink(what) {
      linkCode.want();
      setBegun({ what });
    },
    linking:
      begun &&
      head &&
      (parts && links ? (
        <parts.CustomerLink
          begun={begun}
          head={head}
          links={links}
          mayCreate={mayCreateContact}
          strings={strings}
          openNew={onNewContact}
          onBug={onBug}
        />
      ) : (
        <MissingPart kind={loaded.kind} failed={strings.CustomerCodeFailed} retry={strings.Retry} onRetry={linkCode.want} />
      )),
  };
}
