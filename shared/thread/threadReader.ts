/** Asks the server for what a thread shows: at first all of it, then what has changed, and in between only whether a text has. */
import type { SessionEvent } from "../domain/sessionEvent";
import type { Browser, ViewerProfile } from "../inbox/ports";
import { mergeMessages } from "./mergeMessages";
import type { OlderFrom, Texts, ThreadGateway, ThreadHead } from "./threadPorts";
import type { ThreadState } from "./threadState";

/** One answer to all of it. */
export interface ThreadReading {
  readonly profile: ViewerProfile;
  readonly head: ThreadHead;
  /** The newest texts, or those that have changed. */
  readonly texts: Texts;
  /** Nothing is known besides these texts: those that were known before may have others between them. */
  readonly isWhole: boolean;
  /** Null: as they were. */
  readonly events: readonly SessionEvent[] | null;
  /** When the head was asked for, by {@link Browser.now}: all else is as young, or younger. */
  readonly sentAt: number;
}

/**
 * Why it is read. `asked`: somebody waits for it, or something was done here or elsewhere; `return`: the tab or the network came back; `glance`: the texts are looked at, and
 * the rest only where one of them has changed.
 */
export type ReadingKind = "asked" | "return" | "glance";

/** The questions of one thread. Of every method: @throws RequestFailed */
export interface ThreadReader {
  /** Roles and configuration are read again once they are old, where the agent has not asked. */
  read(known: ThreadState, kind: ReadingKind): Promise<ThreadReading>;
  readOlder(from: OlderFrom): Promise<Texts>;
}

/** So many texts are read at once: two screens of them … */
const PAGE = 20;
/** … and so many at most, where the oldest unread one is further back. */
const MOST_AT_ONCE = 500;
/** Roles and configuration are read again in the background once they are this old (ms) … */
const PROFILE_AGE = 360_000;
/** … and within so long (ms), at a moment of this client's own: after an outage they are old in all clients. */
const PROFILE_SPREAD = 480_000;
/** A row that was written by then may be seen only later: the server's clock tells when a change began, not when it was there to be read (ms). */
const OVERLAP = 30_000;

/** Makes it. */
export function createThreadReader(parts: {
  readonly sessionId: string;
  readonly gateway: ThreadGateway;
  readonly browser: Pick<Browser, "now" | "random">;
}): ThreadReader {
  const { sessionId, gateway, browser } = parts;
  /** When the profile gets old, and when one that is old is read again (browser time, ms). */
  let [profileOldAt, profileDueAt] = [0, Infinity];
  /** The server's clock when it last told what has changed. */
  let changedUpTo: number | null = null;
  let headSentAt = Number.NEGATIVE_INFINITY;

  async function readProfile(known: ViewerProfile | null, isUnprompted: boolean): Promise<ViewerProfile> {
    const now = browser.now();
    if (isUnprompted && now >= profileOldAt) [profileOldAt, profileDueAt] = [Infinity, now + PROFILE_SPREAD * browser.random()];
    if (known?.mayUse && !(isUnprompted && now >= profileDueAt)) return known;
    const profile = await gateway.readProfile();
    [profileOldAt, profileDueAt] = [now + PROFILE_AGE, Infinity];
    return profile;
  }

  async function readTexts(): Promise<Pick<ThreadReading, "texts" | "isWhole">> {
    const changed = changedUpTo === null ? null : await gateway.readChanged(sessionId, changedUpTo - OVERLAP, PAGE);
    // So many have come that there may be others between them and those that are known.
    const isWhole = !changed || changed.hasMore;
    const texts = isWhole ? await gateway.readTexts(sessionId, null, PAGE) : changed;
    return { texts, isWhole };
  }

  return {
    async read(known, kind) {
      const glance = kind === "glance" ? await readTexts() : null;
      if (glance && known.profile && known.head && saysNothingNew(known, glance)) {
        changedUpTo = glance.texts.now;
        return { profile: known.profile, head: known.head, ...glance, events: null, sentAt: headSentAt };
      }
      const sentAt = browser.now();
      const readHead = () => gateway.readHead(sessionId, known.head?.session.status !== "accepted");
      const [profile, oldHead, { texts: newest, isWhole }, first] = await Promise.all([
        readProfile(known.profile, kind !== "asked"),
        readHead(),
        glance ?? readTexts(),
        known.head ? null : gateway.readEvents(sessionId),
      ]);
      // The head may have answered before what these texts tell of, such as the customer's STOP.
      const head = !glance && known.head && tellsOfHead(known, newest) ? await readHead() : oldHead;
      const [events, texts] = await Promise.all([
        // What happens to a session changes its row as well.
        !known.head || known.head.etag === head.etag ? first : gateway.readEvents(sessionId),
        isWhole ? withFirstUnread(newest, head) : newest,
      ]);
      changedUpTo = newest.now;
      headSentAt = sentAt;
      return { profile, head, texts, isWhole, events, sentAt };
    },
    readOlder: (from) => gateway.readTexts(sessionId, from, PAGE),
  };

  function saysNothingNew({ messages }: ThreadState, { texts, isWhole }: Pick<ThreadReading, "texts" | "isWhole">): boolean {
    return !isWhole && mergeMessages(messages, texts.items) === messages;
  }

  /** Whether one of the texts may have changed more than itself: a customer's, or one of ours that has failed. */
  function tellsOfHead({ messages }: ThreadState, { items }: Texts): boolean {
    const known = new Set(messages.map(({ id, etag }) => id + etag));
    return items.some(({ id, etag, direction, delivery }) => (direction === "in" || delivery === "failed") && !known.has(id + etag));
  }

  /** The reader begins at the oldest unread text: it is read as well, if it is not too far back. */
  async function withFirstUnread(newest: Texts, { firstUnread, session }: ThreadHead): Promise<Texts> {
    if (!newest.older || !firstUnread || newest.items.some(({ id }) => id === firstUnread.id)) return newest;
    const others = await gateway.readTexts(sessionId, newest.older, Math.min(session.unread + PAGE, MOST_AT_ONCE));
    return { ...others, items: [...newest.items, ...others.items], now: newest.now };
  }
}
