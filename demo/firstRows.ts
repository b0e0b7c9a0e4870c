import { deliver } from "../gateway/contract";
import type { Customer, Delivery } from "../gateway/contract";
import type { Sandbox } from "../sandbox";
import { businessNumber } from "./businessNumber";
import { findOrCreateContact } from "./contacts";
import { conversations } from "./conversations";
import type { DemoConversation, DemoText } from "./conversations";
import { frontDesk, userId } from "./users";
import { write } from "./write";

/** What the first rows are made through: the Web API over HTTP, as the users, with their rights. */
type Target = Pick<Sandbox, "connect" | "clock">;

/**
 * Makes the configuration record "Default": idle timeout 15 minutes, refresh every 60 seconds. One that exists is left as it is.
 */
export async function createConfiguration(target: Target): Promise<void> {
  await write(
    target.connect("mia"),
    "msgn_configurations(msgn_name='Default')",
    { msgn_idletimeoutminutes: 15, msgn_refreshseconds: 60 },
    { "If-None-Match": "*" },
  );
}

/**
 * Makes the demonstration sessions: the texts arrive by the gateway contract, then the users do what they have done. Doing it again
 * after an interruption completes it.
 */
export async function createDemoSessions(target: Target): Promise<void> {
  const start = target.clock.now();
  for (const [index, conversation] of conversations.entries()) await createConversation(target, conversation, index, start);
}

async function createConversation(target: Target, conversation: DemoConversation, index: number, start: number): Promise<void> {
  const customer = await findCustomer(target, conversation, index);
  const delivered: { readonly text: DemoText; readonly delivery: Delivery }[] = [];
  for (const [position, text] of conversation.texts.entries()) {
    const id = `demo-${index + 1}-${position + 1}`;
    const receivedAt = before(start, text.minutesAgo);
    if (text.outbound) await reply(target, conversation, text, id, receivedAt, delivered.at(-1)?.delivery.sessionId ?? "");
    else {
      const sms = { id, from: conversation.from, to: businessNumber, body: text.body, receivedAt };
      delivered.push({ text, delivery: await deliver(target.connect("gateway"), sms, customer) });
    }
  }
  const first = delivered[0];
  if (!first) return;
  await applyState(target, conversation, first.delivery, start, index);
  const reader = conversation.state.kind === "new" ? undefined : conversation.state.by;
  for (const { text, delivery } of delivered) {
    if (!text.read || !reader) continue;
    await write(target.connect(reader), `msgn_messages(${delivery.messageId})`, { msgn_readon: iso(before(start, text.minutesAgo - 1)) });
  }
}

async function findCustomer(target: Target, { customer }: DemoConversation, index: number): Promise<Customer | undefined> {
  if (!customer) return undefined;
  if (customer.table === "contact") return findOrCreateContact(target.connect("root"), customer.name);
  const id = rowId(2, index);
  await write(target.connect("root"), `accounts(${id})`, { name: customer.name });
  return { ...customer, id };
}

/** An agent's answer, written the way a gateway records what it has sent. */
async function reply(
  target: Target,
  conversation: DemoConversation,
  text: DemoText,
  id: string,
  sentAt: Date,
  sessionId: string,
): Promise<void> {
  await write(target.connect("gateway"), `msgn_messages(msgn_providermessageid='${id}')`, {
    msgn_name: text.body.slice(0, 100),
    msgn_body: text.body,
    msgn_direction: 864500001,
    msgn_receivedon: iso(sentAt),
    "msgn_sessionid@odata.bind": `/msgn_sessions(${sessionId})`,
  });
}

async function applyState(
  target: Target,
  { state, texts }: DemoConversation,
  delivery: Delivery,
  start: number,
  index: number,
): Promise<void> {
  if (state.kind === "new") return;
  const user = `/systemusers(${userId(state.by)})`;
  const connection = target.connect(state.by);
  switch (state.kind) {
    case "accepted":
    case "team":
      return write(connection, `msgn_sessions(${delivery.sessionId})`, {
        msgn_sessionstatus: 864500001,
        msgn_acceptedon: iso(before(start, state.minutesAgo)),
        "msgn_acceptedby@odata.bind": user,
        "ownerid@odata.bind": state.kind === "team" ? `/teams(${frontDesk.id})` : user,
      });
    case "blocked":
      return write(connection, `msgn_contactnumbers(${delivery.contactNumberId})`, {
        statecode: 1,
        statuscode: 2,
        msgn_blockedon: iso(before(start, (texts[0]?.minutesAgo ?? 0) - 1)),
        "msgn_blockedby@odata.bind": user,
      });
    case "dismissed":
      return write(connection, `msgn_dismissals(${rowId(3, index)})`, {
        msgn_name: "Dismissed",
        "msgn_sessionid@odata.bind": `/msgn_sessions(${delivery.sessionId})`,
        msgn_dismissedupto: iso(before(start, Math.min(...texts.map((text) => text.minutesAgo)))),
        msgn_dismissedcount: texts.length,
      });
  }
}

/** The id of the row of a kind that belongs to a conversation: the same each time, so that the row is made once. */
function rowId(kind: number, index: number): string {
  return `a11ce000-0000-4000-8000-000000000${kind}${String(index).padStart(2, "0")}`;
}

function before(start: number, minutes: number): Date {
  return new Date(start - minutes * 60_000);
}

/** As Dataverse keeps it: whole seconds. */
function iso(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
