/** A scene for what a role's holder does: the product's own parts as that user, and rows that are a colleague's. */
import { deliver } from "../../gateway/contract";
import type { Connection, Customer, FindCustomer } from "../../gateway/contract";
import type { ApiClient } from "../../shared/dataverse/client";
import type { InboxSession } from "../../shared/domain/session";
import { claim } from "../../shared/inbox/claim";
import type { AgentGateway, InboxGateway } from "../../shared/inbox/ports";
import type { RoleVariants } from "./roleVariants";

/** Who does it, and with what. */
export interface RoleScene {
  readonly me: string;
  readonly colleague: string;
  readonly world: RoleVariants;
  readonly client: ApiClient;
  readonly inbox: InboxGateway & AgentGateway;
}

/** Something that a holder of a role does. @throws what stopped it, or an Error where it did not come to what it is for */
export type Use = (scene: RoleScene) => Promise<void>;

let made = 0;
/** A number that was not given before, six digits. */
export const next = (): string => String((made += 1)).padStart(6, "0");
/** The business number. */
export const BUSINESS = "+15550999";
/** A row's address, as lookups are set. */
export const bind = (table: string, id: string): string => `/${table}s(${id})`;
/** The id in an answer. */
export const idIn = (row: Readonly<Record<string, unknown>>, table: string): string => String(row[`${table}id`]);

/** @throws Error unless it is so */
export function check(what: string, isSo: boolean): void {
  if (!isSo) throw new Error(`It did not come to this: ${what}`);
}

/** A customer's number, conversation and unread message; of the conversation and the message the owner is given. */
export function conversation({ world }: RoleScene, owner: string): { number: string; session: string; message: string } {
  const from = `+1555${next()}`;
  const owned = { "ownerid@odata.bind": bind("systemuser", owner) };
  const number = idIn(world.system("POST", "msgn_contactnumbers", { msgn_phonenumber: from }), "msgn_contactnumber");
  const session = world.system("POST", "msgn_sessions", {
    msgn_name: from,
    msgn_businessnumber: BUSINESS,
    "msgn_contactnumberid@odata.bind": bind("msgn_contactnumber", number),
    ...owned,
  });
  const message = world.system("POST", "msgn_messages", {
    msgn_providermessageid: `SM${next()}`,
    msgn_body: "Hi",
    msgn_receivedon: new Date(world.now - 3_600_000).toISOString(),
    "msgn_sessionid@odata.bind": bind("msgn_session", idIn(session, "msgn_session")),
    ...owned,
  });
  return { number, session: idIn(session, "msgn_session"), message: idIn(message, "msgn_message") };
}

/** The conversation as the inbox lists it. @throws Error where it does not */
export async function listed(scene: RoleScene, session: string): Promise<InboxSession> {
  const found = (await scene.inbox.readInbox()).sessions.find(({ id }) => id === session);
  if (!found) throw new Error("The conversation is not in the inbox.");
  return found;
}

/** Accept or Assign to Me. @throws Error where it is not the user's afterwards */
export const takeOver = async (scene: RoleScene, action: "accept" | "assign", session: string): Promise<void> => {
  const rules = { viewer: { userId: scene.me, mayBlock: true }, idleTimeout: 60_000 };
  check(action, (await claim(scene.inbox, action, await listed(scene, session), rules)).done);
};

/** One request as people's forms and lists send it; the answer's row. */
export const ask = async ({ client }: RoleScene, method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: object) =>
  (
    await client({
      method,
      path,
      headers: method === "POST" || method === "PATCH" ? { Prefer: "return=representation" } : {},
      ...(body ? { body } : {}),
    })
  ).body as Readonly<Record<string, unknown>>;

/** How the gateway reaches Dataverse as this user. */
export function connectionOf({ world, me }: RoleScene): Connection {
  const fetch = ((url: string, init: RequestInit) => world.fetchAs(me)(url, init)) as typeof globalThis.fetch;
  return { root: "https://test.example/api/data/v9.2/", token: "a token", maxAttempts: 1, fetch };
}

/** @throws Error unless it comes to be so within three seconds */
export async function eventually(what: string, isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 150 && !isSo(); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  check(what, isSo());
}

/** The gateway delivers a text. @throws GatewayError */
export function deliverText(scene: RoleScene, from: string, customer?: Customer | FindCustomer, id = `SM${next()}`) {
  return deliver(connectionOf(scene), { id, from, to: BUSINESS, body: "Hi", receivedAt: new Date(scene.world.now) }, customer);
}
