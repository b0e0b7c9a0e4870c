import * as React from "react";
import { customerName } from "../shared/domain/session";
import type { InboxSession, Mark } from "../shared/domain/session";
import { isBeyond } from "../shared/domain/unread";
import type { Peeks } from "../shared/inbox/peeks";
import type { InboxSnapshot } from "../shared/inbox/snapshot";
import type { AnsweredBy, CardAnswered } from "../shared/thread/cardAnswer";
import { fill } from "../shared/ui/fill";
import { useStore } from "../shared/ui/useStore";
import type { CardAction } from "./cardActionsOf";
import type { PanelStrings } from "./panelStrings";
import type { ReplyCode } from "./replyCode";

/** The boxes that are open, by session id: whose answers they are. */
export type OpenBoxes = ReadonlyMap<string, AnsweredBy>;

/** What answering in the cards works on. */
export interface AnsweringInput {
  readonly snapshot: InboxSnapshot;
  /** The pane or panel around the list is open. */
  readonly isVisible: boolean;
  readonly boxes: OpenBoxes;
  readonly setBoxes: (next: OpenBoxes) => void;
  readonly peeks: Peeks;
  readonly replyCode: ReplyCode;
  /** What the agent has done here, by session id. */
  readonly ownDoings: Map<string, CardAction>;
  /** What was seen up to the mark is answered and read. */
  readonly onRead: (session: InboxSession, mark: Mark) => void;
  readonly strings: PanelStrings;
  readonly onBug: (bug: unknown) => void;
}

/** What a card needs to be answered in; the same object each time. */
export interface Answering {
  readonly replyCode: ReplyCode;
  /** Opens the box of a conversation, with its texts; or closes it. */
  readonly toggle: (session: InboxSession) => void;
  readonly close: (sessionId: string) => void;
  /** Closes the box that was opened last; says whether there was one. */
  readonly closeLast: () => boolean;
  /** Whether the focus is to go into a box that has just come; it says so once. */
  readonly takeFocus: (sessionId: string) => boolean;
  readonly answered: (session: InboxSession, answered: CardAnswered) => void;
  readonly onBug: (bug: unknown) => void;
}

const NO_DRAFTS: ReadonlySet<string> = new Set();
const getNone = () => NO_DRAFTS;
const noSubscription = () => () => undefined;

/** Which boxes are open in the cards, what came of what was sent from them, in words to be read aloud, and where something is written and not sent. */
export function useAnswering(input: AnsweringInput): {
  readonly answering: Answering;
  readonly said: string;
  readonly drafts: ReadonlySet<string>;
} {
  const { replyCode } = input;
  const latest = React.useRef(input);
  latest.current = input;
  const [said, setSaid] = React.useState("");
  const isThere = React.useRef(true);
  React.useEffect(() => () => void (isThere.current = false), []);
  const answering = React.useMemo((): Answering => {
    const fresh = new Set<string>();
    /** Their texts were opened with the box, and are closed with it. */
    const withTexts = new Set<string>();
    const close = (id: string) => {
      const { boxes, setBoxes, peeks } = latest.current;
      const left = new Map(boxes);
      if (!left.delete(id)) return;
      setBoxes(left);
      fresh.delete(id);
      if (withTexts.delete(id)) peeks.close(id);
    };
    return {
      replyCode,
      close,
      toggle(session) {
        const { boxes, setBoxes, peeks } = latest.current;
        const { id, owner } = session;
        if (boxes.has(id)) {
          close(id);
          return;
        }
        setSaid("");
        fresh.add(id);
        if (!peeks.getOpen().has(id)) withTexts.add(id);
        peeks.open(session);
        // Who is offered to answer is the owner.
        setBoxes(new Map(boxes).set(id, { sessionId: id, userId: owner.id, userName: owner.name }));
      },
      closeLast() {
        const last = [...latest.current.boxes.keys()].pop();
        if (last !== undefined) close(last);
        return last !== undefined;
      },
      takeFocus: (id) => fresh.delete(id),
      answered(session, { mark, isDone }) {
        const { ownDoings, onRead, snapshot, strings } = latest.current;
        const now = snapshot.notifications.find((one) => one.session.id === session.id);
        const isRest = mark !== null && !(now && isBeyond(now.session, mark));
        if (isRest) ownDoings.set(session.id, "answer");
        if (isThere.current) {
          const words = fill(strings.Answered, customerName(session));
          // The same words again are read aloud again, where they are not the same text.
          setSaid((before) => (before === words ? `${words}\u00a0` : words));
          if (isRest && isDone) close(session.id);
        }
        if (mark) onRead(session, mark);
      },
      onBug: (bug) => latest.current.onBug(bug),
    };
  }, [replyCode]);
  // A conversation beside the page may have loaded it, and may hold a draft.
  React.useEffect(() => {
    if (replyCode.isLoaded()) replyCode.want();
  }, [replyCode, input.snapshot, input.isVisible]);
  const loaded = useStore(replyCode.subscribe, replyCode.get);
  const source = loaded.kind === "ready" ? loaded.part.drafts : null;
  const drafts = useStore(source?.subscribe ?? noSubscription, source?.getDrafts ?? getNone);
  return { answering, said, drafts };
}
