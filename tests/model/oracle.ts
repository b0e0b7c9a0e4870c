/**
 * The product's table of rules once more, written from the words of the design and from rows alone: no query of the product, no
 * store, no overlay. What an agent must see when everything is quiet.
 */
import type { Row, TestDataverse } from "../dataverse";

/** What a notification must offer, by session id. */
export type Expected = ReadonlyMap<string, { readonly unread: number; readonly actions: string }>;

/** Which messages a viewer has dismissed: the very messages that were on the screen, by id. */
export type Dismissed = ReadonlyMap<string, ReadonlySet<string>>;

/** What the server holds at one moment. */
export interface Facts {
  readonly now: number;
  readonly sessions: readonly Row[];
  /** Unread inbound messages by session. */
  readonly unread: ReadonlyMap<string, readonly Row[]>;
  readonly activeNumbers: ReadonlySet<unknown>;
}

/** Who looks, and what they have dismissed. */
export interface Viewer {
  readonly id: string;
  readonly dismissed: Dismissed;
}

const NEW = 864500000;
const MINUTE = 60_000;

/** Unread inbound messages by session. */
export function unreadOf(dataverse: TestDataverse): ReadonlyMap<string, readonly Row[]> {
  const bySession = new Map<string, Row[]>();
  for (const message of dataverse.rows("msgn_messages?$filter=msgn_readon eq null and msgn_direction eq 864500000")) {
    const id = String(message["_msgn_sessionid_value"]);
    bySession.set(id, [...(bySession.get(id) ?? []), message]);
  }
  return bySession;
}

/** Reads everything that the rules depend on. */
export function factsOf(dataverse: TestDataverse): Facts {
  return {
    now: dataverse.now,
    sessions: dataverse.rows("msgn_sessions"),
    unread: unreadOf(dataverse),
    activeNumbers: new Set(dataverse.rows("msgn_contactnumbers?$filter=statecode eq 0").map((row) => row["msgn_contactnumberid"])),
  };
}

/** What the viewer must be shown. */
export function expectedFor(facts: Facts, viewer: Viewer, timeoutMinutes: number): Expected {
  const expected = new Map<string, { unread: number; actions: string }>();
  for (const session of facts.sessions) {
    const id = String(session["msgn_sessionid"]);
    const messages = facts.unread.get(id) ?? [];
    if (messages.length === 0 || !facts.activeNumbers.has(session["_msgn_contactnumberid_value"])) continue;
    const actions = actionsFor(facts, viewer, timeoutMinutes, session, messages);
    if (actions !== "") expected.set(id, { unread: messages.length, actions });
  }
  return expected;
}

function actionsFor(facts: Facts, viewer: Viewer, timeoutMinutes: number, session: Row, messages: readonly Row[]): string {
  if (session["msgn_sessionstatus"] === NEW) {
    const dismissed = viewer.dismissed.get(String(session["msgn_sessionid"]));
    const isDismissed = dismissed !== undefined && messages.every((message) => dismissed.has(String(message["msgn_messageid"])));
    return isDismissed ? "" : "accept dismiss block";
  }
  if (session["_owningteam_value"] !== null) return "assign";
  if (session["_owninguser_value"] === viewer.id) return "view";
  const oldest = Math.min(...messages.map((message) => Date.parse(String(message["msgn_receivedon"]))));
  return timeoutMinutes > 0 && facts.now - oldest >= timeoutMinutes * MINUTE ? "assign" : "";
}

/** Sessions with unread messages that nobody is shown, and would not be however long one waits: there must be none. */
export function forgotten(facts: Facts, viewers: readonly Viewer[], timeoutMinutes: number): readonly string[] {
  const later = { ...facts, now: facts.now + (timeoutMinutes + 1) * MINUTE };
  const shown = new Set(viewers.flatMap((viewer) => [...expectedFor(later, viewer, timeoutMinutes).keys()]));
  return facts.sessions
    .filter(
      (session) => facts.unread.has(String(session["msgn_sessionid"])) && facts.activeNumbers.has(session["_msgn_contactnumberid_value"]),
    )
    .map((session) => String(session["msgn_sessionid"]))
    .filter((id) => !shown.has(id) && !viewers.every(({ dismissed }) => dismissed.has(id)));
}
