/**
 * The product's table of rules once more, written from the words of the design and from rows alone: no query of the product, no
 * store, no overlay. What an agent must see when everything is quiet.
 */
import type { Login, Row, TestDataverse } from "../dataverse";

/** What a notification must offer, by session id. */
export type Expected = ReadonlyMap<string, { readonly unread: number; readonly actions: string }>;

const NEW = 864500000;
const MINUTE = 60_000;

/** Which messages a viewer has dismissed: the very messages that were on the screen, by id. */
export type Dismissed = ReadonlyMap<string, ReadonlySet<string>>;

/** Unread inbound messages by session. */
export function unreadOf(dataverse: TestDataverse): ReadonlyMap<string, readonly Row[]> {
  const bySession = new Map<string, Row[]>();
  for (const message of dataverse.rows("msgn_messages?$filter=msgn_readon eq null and msgn_direction eq 864500000")) {
    const id = String(message["_msgn_sessionid_value"]);
    bySession.set(id, [...(bySession.get(id) ?? []), message]);
  }
  return bySession;
}

/** @param dismissed this viewer's dismissals, by session */
export function expectedFor(dataverse: TestDataverse, login: Login, timeoutMinutes: number, dismissed: Dismissed): Expected {
  const unread = unreadOf(dataverse);
  const active = new Set(dataverse.rows("msgn_contactnumbers?$filter=statecode eq 0").map((row) => row["msgn_contactnumberid"]));
  const expected = new Map<string, { unread: number; actions: string }>();
  for (const session of dataverse.rows("msgn_sessions")) {
    const id = String(session["msgn_sessionid"]);
    const messages = unread.get(id) ?? [];
    if (messages.length === 0 || !active.has(session["_msgn_contactnumberid_value"])) continue;
    const actions = actionsFor(dataverse, login, timeoutMinutes, session, messages, dismissed.get(id));
    if (actions !== "") expected.set(id, { unread: messages.length, actions });
  }
  return expected;
}

function actionsFor(
  dataverse: TestDataverse,
  login: Login,
  timeoutMinutes: number,
  session: Row,
  messages: readonly Row[],
  dismissed: ReadonlySet<string> | undefined,
): string {
  if (session["msgn_sessionstatus"] === NEW) {
    const isDismissed = dismissed !== undefined && messages.every((message) => dismissed.has(String(message["msgn_messageid"])));
    return isDismissed ? "" : "accept dismiss block";
  }
  if (session["_owningteam_value"] !== null) return "assign";
  if (session["_owninguser_value"] === dataverse.idOf(login)) return "view";
  const oldest = Math.min(...messages.map((message) => Date.parse(String(message["msgn_receivedon"]))));
  return timeoutMinutes > 0 && dataverse.now - oldest >= timeoutMinutes * MINUTE ? "assign" : "";
}
