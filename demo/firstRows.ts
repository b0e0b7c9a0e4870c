import { createBusinessNumbers, deliver } from "../gateway/contract";
import type { BusinessNumbers, Customer, Delivery } from "../gateway/contract";
import type { Sandbox } from "../sandbox";
import { businessNumber } from "./businessNumber";
import { findOrCreateContact } from "./contacts";
import { createAnswers } from "./answers";
import { conversations } from "./conversations";
import type { DemoConversation, DemoText } from "./conversations";
import { before, iso, rowId } from "./demoRow";
import { createAcceptance } from "./sessionEvents";
import { createTemplates } from "./templates";
import { frontDesk, userId } from "./users";
import { write } from "./write";

/** What the first rows are made through: the Web API over HTTP, as the users, with their rights. What happened days ago is made by the platform itself. */
type Target = Pick<Sandbox, "connect" | "clock" | "dataverse">;

/** What a conversation is made with; `start`: the server's clock at the beginning (ms). */
interface Making {
  readonly target: Target;
  readonly numbers: BusinessNumbers;
  readonly start: number;
}

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
 * Makes the demonstration sessions: the texts arrive by the gateway contract, then the users do what they have done: accept, answer, block, dismiss. Doing it again
 * after an interruption completes it. @param onDone is told how many conversations there are, of how many
 */
export async function createDemoSessions(target: Target, onDone: (done: number, of: number) => void = () => undefined): Promise<void> {
  const start = target.clock.now();
  await createTemplates(target);
  const numbers = createBusinessNumbers(target.connect("gateway"), () => target.clock.now());
  for (const [index, conversation] of conversations.entries()) {
    await createConversation({ target, numbers, start }, conversation, index);
    onDone(index + 1, conversations.length);
  }
}

async function createConversation({ target, numbers, start }: Making, conversation: DemoConversation, index: number): Promise<void> {
  const customer = await findCustomer(target, conversation, index);
  const delivered: { readonly text: DemoText; readonly delivery: Delivery }[] = [];
  for (const [position, text] of conversation.texts.entries()) {
    const id = `demo-${index + 1}-${position + 1}`;
    const receivedAt = before(start, text.minutesAgo);
    if (text.outbound) continue;
    const sms = { id, from: conversation.from, to: businessNumber, body: text.body, receivedAt };
    delivered.push({ text, delivery: await deliver(target.connect("gateway"), sms, customer, numbers) });
  }
  const first = delivered[0];
  if (!first) return;
  await applyState(target, conversation, first.delivery, start, index);
  await createAnswers(target, conversation, first.delivery.sessionId, start, index);
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
      createAcceptance(target, delivery.sessionId, state, start, index);
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
