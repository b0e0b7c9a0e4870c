import * as React from "react";
import type { Gifts } from "../shared/thread/gifts";
import type { ThreadHead } from "../shared/thread/threadPorts";
import { useStore } from "../shared/ui/useStore";
import type { LinkBegun } from "./CustomerLink";
import { GiveDialog } from "./GiveDialog";
import { GiveNoticeBar } from "./GiveNoticeBar";
import type { GiveStrings } from "./giveStrings";

/** What a {@link GiveTo} works on. */
export interface GiveToProps {
  readonly begun: LinkBegun;
  readonly head: Pick<ThreadHead, "session">;
  readonly gifts: Gifts;
  readonly strings: GiveStrings;
  /** Takes a bug that is none of the drawing's. */
  readonly onBug: (bug: unknown) => void;
}

/** The presses that the dialog was opened for: once each, whatever is drawn, or comes back, afterwards. */
const taken = new WeakSet<LinkBegun>();

/** Gives a conversation to a colleague or a team: the dialog, and what came of it, with Undo. */
export function GiveTo({ begun, head, gifts, strings, onBug }: GiveToProps): React.ReactElement {
  const { notice, trouble, isBusy } = useStore(gifts.subscribe, gifts.getSnapshot);
  /** The conversation as it was when the agent pressed: what they agree to is what they saw. */
  const [session, setSession] = React.useState<ThreadHead["session"] | null>(null);
  const latest = React.useRef(head);
  latest.current = head;
  React.useEffect(() => {
    if (begun.what !== "give" || taken.has(begun)) return;
    taken.add(begun);
    gifts.closeTrouble();
    setSession(latest.current.session);
  }, [begun, gifts]);
  return (
    <>
      <GiveNoticeBar
        notice={notice}
        trouble={session ? null : trouble}
        session={head.session}
        strings={strings}
        onUndo={() => void gifts.undo()}
        onClose={trouble ? gifts.closeTrouble : gifts.closeNotice}
        onHold={gifts.hold}
      />
      {session && (
        <GiveDialog
          session={session}
          gifts={gifts}
          trouble={trouble}
          isBusy={isBusy}
          strings={strings}
          onBug={onBug}
          onGive={(to, note) => void gifts.give(session, to, note).then((isSettled) => isSettled && setSession(null))}
          onClose={() => {
            // What the dialog has said is read. What goes wrong from now on, of a write that is under way, is told by the bar.
            gifts.closeTrouble();
            setSession(null);
          }}
        />
      )}
    </>
  );
}
