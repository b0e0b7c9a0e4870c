/** The way to a conversation's own form. */
import type { Browser } from "playwright-core";
import { conversationOf } from "../pageObjects/conversation";
import type { Conversation } from "../pageObjects/conversation";
import { openDesk } from "./browser";
import type { Desk } from "./browser";
import type { Agent, Sandbox } from "./sandbox";

/** An agent with a conversation open. */
export interface ConversationDesk extends Omit<Desk, "conversation"> {
  readonly conversation: Conversation;
}

/** The id of the session of a customer whose name, or number, it begins with. */
export async function sessionOf(sandbox: Sandbox, customer: string): Promise<string> {
  const filter = encodeURIComponent(`startswith(msgn_name,'${customer}')`);
  const { body } = await sandbox.api("root", "GET", `msgn_sessions?$select=msgn_sessionid&$filter=${filter}`);
  return String((body["value"] as readonly Record<string, unknown>[])[0]?.["msgn_sessionid"]);
}

/** Makes a session this agent's, as if they had accepted it. */
export async function giveTo(sandbox: Sandbox, agent: Agent, session: string): Promise<void> {
  const owner = `/systemusers(${String((await sandbox.api(agent, "GET", "WhoAmI")).body["UserId"])})`;
  const accepted = { msgn_sessionstatus: 864500001, "ownerid@odata.bind": owner };
  const { status } = await sandbox.api("root", "PATCH", `msgn_sessions(${session})`, accepted);
  if (status !== 204) throw new Error(`The session could not be given to ${agent}: ${status}`);
}

/** The address of a conversation's page in the app. */
export const conversationPath = (session: string) => `/main.aspx?pagetype=entityrecord&etn=msgn_session&id=${session}`;

/** Opens a conversation's page as an agent, in a browser of their own. */
export async function openConversation(browser: Browser, sandbox: Sandbox, agent: Agent, customer: string): Promise<ConversationDesk> {
  const desk = await openDesk(browser, sandbox, agent, conversationPath(await sessionOf(sandbox, customer)));
  const conversation = conversationOf(desk.page, customer);
  await conversation.region.waitFor();
  return { ...desk, conversation };
}
