import * as React from "react";
import type { CustomerLinks, OpenNew } from "../shared/thread/customerLinks";
import type { ThreadHead } from "../shared/thread/threadPorts";
import { useStore } from "../shared/ui/useStore";
import { CustomerSearch } from "./CustomerSearch";
import { LinkNoticeBar } from "./LinkNoticeBar";
import type { LinkStrings } from "./linkStrings";

/** What the agent has asked for; a new object each time. */
export interface LinkBegun {
  readonly what: "link" | "create" | "give";
}

/** What a {@link CustomerLink} works on. */
export interface CustomerLinkProps {
  readonly begun: LinkBegun;
  readonly head: Pick<ThreadHead, "session" | "customer">;
  readonly links: CustomerLinks;
  readonly mayCreate: boolean;
  readonly strings: LinkStrings;
  readonly openNew: OpenNew;
  /** Takes a bug that is none of the drawing's. */
  readonly onBug: (bug: unknown) => void;
}

/** The presses that something was begun for: once each, whatever is drawn, or comes back, afterwards. */
const taken = new WeakSet<LinkBegun>();

/** Says whose a conversation's number is: the search for the customer, and what came of it, with Undo. */
export function CustomerLink({ begun, head, links, mayCreate, strings, openNew, onBug }: CustomerLinkProps): React.ReactElement {
  const { notice, isBusy } = useStore(links.subscribe, links.getSnapshot);
  const [isOpen, setOpen] = React.useState(false);
  const { customer, session } = head;
  const create = (name: string): void => {
    // The app's own form comes over the page, and would lie below the dialog.
    setOpen(false);
    void links.create(customer, name, openNew);
  };
  const latest = React.useRef(create);
  latest.current = create;
  React.useEffect(() => {
    if (begun.what === "give" || taken.has(begun)) return;
    taken.add(begun);
    if (begun.what === "create") latest.current("");
    else setOpen(true);
  }, [begun]);
  return (
    <>
      <LinkNoticeBar
        notice={notice}
        phoneNumber={session.phoneNumber}
        strings={strings}
        onUndo={() => void links.undo()}
        onClose={links.closeNotice}
        onHold={links.hold}
      />
      {isOpen && (
        <CustomerSearch
          head={head}
          links={links}
          isBusy={isBusy}
          mayCreate={mayCreate}
          strings={strings}
          onBug={onBug}
          onCreate={create}
          onChoose={(chosen) => {
            setOpen(false);
            void links.link(customer, chosen);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
