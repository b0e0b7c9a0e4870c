/**
 * What each role is for, as things that its holders do: with the product's own code where the product does them, by the Web API where people do them on forms and
 * lists or the documentation tells them to. Each works for the role alone, without Basic User, and throws where it did not come to what it is for.
 */
import { prepareStart } from "../../launcher/start";
import { createClient } from "../../shared/dataverse/client";
import { createBothGateways } from "../shared/dataverse/createBothGateways";
import { createPanelGateway } from "../../shared/dataverse/panelGateway";
import { markRead } from "../../shared/dataverse/markRead";
import { unreadMessagesQuery } from "../../shared/dataverse/queries";
import { NO_SETTINGS } from "../../shared/domain/settings";
import { block } from "../../shared/inbox/block";
import { ask, bind, BUSINESS, check, conversation, deliverText, idIn, listed, next, takeOver } from "./roleScene";
import type { RoleScene } from "./roleScene";
import type { RoleHolder, RoleVariants } from "./roleVariants";

/** Something that a holder of a role does. @throws what stopped it, or an Error where it did not come to what it is for */
type Use = (scene: RoleScene) => Promise<void>;

/** What an agent does, and an administrator of the product like any agent. */
const ON_CONVERSATIONS: Readonly<Record<string, Use>> = {
  "starts the app, and gets a settings row": async (scene) => {
    const start = () => prepareStart(scene.client, { userId: scene.me, userName: "Ana", app: "any" });
    const row = await start();
    check("a settings row", row !== null);
    scene.world.system("PATCH", `msgn_agentsettings(${String(row)})`, { statecode: 1, statuscode: 2 });
    check("the same row, active again", (await start()) === row);
  },
  "saves settings of their own, and has them in effect": async (scene) => {
    await scene.inbox.writeSettings({ ...NO_SETTINGS, sound: false });
    const { viewer, mayUse, settings } = await scene.inbox.readProfile();
    check("a part in the product, with Block, and the settings that were saved", mayUse && viewer.mayBlock && !settings.sound);
  },
  "sees a new conversation that is nobody's of theirs, accepts it, and marks its messages read": async (scene) => {
    const { session } = conversation(scene, scene.colleague);
    const shown = await listed(scene, session);
    check("the message's text", (await scene.inbox.readPreviews([shown])).get(session) === "Hi");
    await takeOver(scene, "accept", session);
    await markRead(scene.client, session, scene.me);
    check("nothing unread", scene.world.rows(unreadMessagesQuery(session)).length === 0);
  },
  "takes a conversation over": async (scene) => {
    const { session } = conversation(scene, scene.colleague);
    scene.world.system("PATCH", `msgn_sessions(${session})`, { msgn_sessionstatus: 864500001 });
    await takeOver(scene, "assign", session);
  },
  "gives a conversation back that they have just accepted and read": async (scene) => {
    const { session } = conversation(scene, scene.colleague);
    const before = await scene.inbox.readSession(session);
    const claim = await scene.inbox.claim(session, before);
    await markRead(scene.client, session, scene.me);
    await scene.inbox.giveBack(session, before, claim);
    check("unread, and the colleague's", (await listed(scene, session)).owner.id === scene.colleague);
  },
  "dismisses, dismisses further, and undoes it": async (scene) => {
    const { session } = conversation(scene, scene.colleague);
    const upTo = scene.world.now - 3_600_000;
    for (const count of [1, 2]) {
      await scene.inbox.writeDismissal(session, { upTo, count }, "Jane");
      check("what was dismissed", (await listed(scene, session)).dismissal?.count === count);
    }
    await scene.inbox.writeDismissal(session, null, "Jane");
    check("dismissed no more", (await listed(scene, session)).dismissal === null);
  },
  "blocks a number, and undoes it": async (scene) => {
    const { number } = conversation(scene, scene.colleague);
    const terms = { reason: "Advertising", length: 3_600_000 };
    const blocked = await block(scene.inbox, number, scene.me, terms);
    check("blocked by this user", blocked !== null);
    await scene.inbox.setBlocked(number, null, blocked?.etag ?? "");
  },
  "lists and finds blocked numbers, unblocks one, and blocks it again": async (scene) => {
    const panel = createPanelGateway(scene.client);
    const { number } = conversation(scene, scene.colleague);
    scene.world.system("PATCH", `msgn_contactnumbers(${number})`, { statecode: 1, statuscode: 2 });
    const phone = String(scene.world.system("GET", `msgn_contactnumbers(${number})`)["msgn_phonenumber"]);
    const find = async (words: string) => (await panel.readBlockedNumbers(words, 1)).items.find(({ id }) => id === number);
    const found = await find("");
    check("the number, found by its digits, too", found !== undefined && (await find(phone)) !== undefined);
    const etag = await panel.setBlocked(number, null, found?.etag ?? "");
    check("blocked no more", (await find("")) === undefined);
    await panel.setBlocked(number, found?.block ?? null, etag);
  },
  "restores what they dismissed, and reads a conversation's texts": async (scene) => {
    const panel = createPanelGateway(scene.client);
    const { session } = conversation(scene, scene.colleague);
    await scene.inbox.writeDismissal(session, { upTo: scene.world.now, count: 1 }, "Jane");
    await panel.restore(session);
    check("dismissed no more", (await listed(scene, session)).dismissal === null);
    check("its text", (await panel.readUnreadTexts(session)).items[0]?.text === "Hi");
  },
};

/** What an administrator of the product does besides. */
const ADMINISTRATION: Readonly<Record<string, Use>> = {
  "gets the default configuration made, changes it, and deletes it": async (scene) => {
    for (const row of scene.world.rows("msgn_configurations"))
      scene.world.system("DELETE", `msgn_configurations(${String(row["msgn_configurationid"])})`);
    await prepareStart(scene.client, { userId: scene.me, userName: "Mia", app: "any" });
    const [made] = scene.world.rows("msgn_configurations");
    check("a configuration", made !== undefined);
    const path = `msgn_configurations(${idIn(made ?? {}, "msgn_configuration")})`;
    await ask(scene, "PATCH", path, { msgn_refreshseconds: 30 });
    await ask(scene, "DELETE", path);
  },
  "makes a number of a contact or an account, a conversation and a message by hand, corrects them, and deletes them": async (scene) => {
    const contact = idIn(scene.world.system("POST", "contacts", { lastname: "Doe" }), "contact");
    const account = idIn(scene.world.system("POST", "accounts", { name: "Doe Ltd" }), "account");
    const number = await ask(scene, "POST", "msgn_contactnumbers", {
      msgn_phonenumber: `+1555${next()}`,
      "msgn_customerid_contact@odata.bind": bind("contact", contact),
    });
    const numberPath = bind("msgn_contactnumber", idIn(number, "msgn_contactnumber")).slice(1);
    await ask(scene, "PATCH", numberPath, { "msgn_customerid_account@odata.bind": bind("account", account) });
    const session = await ask(scene, "POST", "msgn_sessions", {
      msgn_name: "By hand",
      msgn_businessnumber: BUSINESS,
      "msgn_contactnumberid@odata.bind": `/${numberPath}`,
    });
    const sessionPath = bind("msgn_session", idIn(session, "msgn_session")).slice(1);
    const message = await ask(scene, "POST", "msgn_messages", {
      msgn_providermessageid: `SM${next()}`,
      msgn_body: "Hi",
      msgn_receivedon: new Date(scene.world.now).toISOString(),
      "msgn_sessionid@odata.bind": `/${sessionPath}`,
    });
    const messagePath = bind("msgn_message", idIn(message, "msgn_message")).slice(1);
    await ask(scene, "PATCH", messagePath, { msgn_body: "Hello" });
    for (const path of [messagePath, sessionPath, numberPath]) await ask(scene, "DELETE", path);
  },
  "works on a colleague's conversation: adds a message, corrects, hands it and its message to a team, and deletes it with all that hangs on it":
    async (scene) => {
      const { session, message } = conversation(scene, scene.colleague);
      await ask(scene, "POST", "msgn_messages", {
        msgn_providermessageid: `SM${next()}`,
        msgn_body: "By hand",
        msgn_receivedon: new Date(scene.world.now).toISOString(),
        "msgn_sessionid@odata.bind": bind("msgn_session", session),
      });
      scene.world.system("POST", "msgn_dismissals", {
        "msgn_sessionid@odata.bind": bind("msgn_session", session),
        "ownerid@odata.bind": bind("systemuser", scene.colleague),
      });
      await ask(scene, "PATCH", `msgn_messages(${message})`, { msgn_name: "Corrected" });
      const [team] = (await ask(scene, "GET", "teams?$select=teamid"))["value"] as readonly Readonly<Record<string, unknown>>[];
      const toTeam = { "ownerid@odata.bind": bind("team", idIn(team ?? {}, "team")) };
      await ask(scene, "PATCH", `msgn_sessions(${session})`, toTeam);
      await ask(scene, "PATCH", `msgn_messages(${message})`, toTeam);
      await ask(scene, "DELETE", `msgn_sessions(${session})`);
    },
  "finds and deletes a dismissal and settings that somebody made for somebody else": async (scene) => {
    const { session } = conversation(scene, scene.colleague);
    const owned = { "ownerid@odata.bind": bind("systemuser", scene.colleague) };
    scene.world.system("POST", "msgn_dismissals", { "msgn_sessionid@odata.bind": bind("msgn_session", session), ...owned });
    scene.world.system("POST", "msgn_agentsettings", { msgn_name: "Ben", ...owned });
    for (const table of ["msgn_dismissal", "msgn_agentsetting"]) {
      const list = (await ask(scene, "GET", `${table}s?$filter=_ownerid_value eq ${scene.colleague}`))["value"];
      const [row] = list as readonly Readonly<Record<string, unknown>>[];
      await ask(scene, "DELETE", `${table}s(${idIn(row ?? {}, table)})`);
    }
  },
};

/** What the gateway's application user does. */
const DELIVERY: Readonly<Record<string, Use>> = {
  "delivers a text of a new number, and of the customer that it found: a contact or an account": async (scene) => {
    for (const table of ["contact", "account"] as const) {
      const name = `Customer ${next()}`;
      scene.world.system("POST", `${table}s`, table === "contact" ? { lastname: name } : { name });
      const column = table === "contact" ? "lastname" : "name";
      const found = (await ask(scene, "GET", `${table}s?$select=${table}id&$filter=${column} eq '${name}'`))["value"];
      const [row] = found as readonly Readonly<Record<string, unknown>>[];
      await deliverText(scene, `+1555${next()}`, { table, id: idIn(row ?? {}, table), name });
    }
  },
  "delivers to a conversation that a colleague owns and has closed: finds out whose number it is, names and opens it": async (scene) => {
    const { number, session } = conversation(scene, scene.colleague);
    scene.world.system("PATCH", `msgn_sessions(${session})`, { statecode: 1, statuscode: 2 });
    const contact = idIn(scene.world.system("POST", "contacts", { lastname: "Doe" }), "contact");
    const from = String(scene.world.system("GET", `msgn_contactnumbers(${number})`)["msgn_phonenumber"]);
    await deliverText(scene, from, { table: "contact", id: contact, name: "Doe" });
    const { statecode, msgn_name } = scene.world.system("GET", `msgn_sessions(${session})`);
    check("open, and named after the contact", statecode === 0 && msgn_name === `Doe, ${BUSINESS}`);
  },
  "recognises a text that was delivered before, and has been handed to a colleague since": async (scene) => {
    const [from, id] = [`+1555${next()}`, `SM${next()}`];
    const { messageId } = await deliverText(scene, from, undefined, id);
    scene.world.system("PATCH", `msgn_messages(${messageId})`, { "ownerid@odata.bind": bind("systemuser", scene.colleague) });
    check("known", !(await deliverText(scene, from, undefined, id)).isNew);
  },
};

/** By role: what its holders do, each by what it is called. */
export const USES: Readonly<Record<string, Readonly<Record<string, Use>>>> = {
  "SMS Agent": ON_CONVERSATIONS,
  "SMS Administrator": { ...ON_CONVERSATIONS, ...ADMINISTRATION },
  "SMS Gateway": DELIVERY,
};

/** Does all that a holder's role is for, one after the other, and stops at the first that fails. Returns what failed and why; null: all of it worked. */
export async function firstFailure(
  world: RoleVariants,
  holder: RoleHolder,
): Promise<{ readonly use: string; readonly error: unknown } | null> {
  const { userId } = holder;
  const client = createClient(world.fetchAs(userId));
  const scene = {
    me: userId,
    colleague: world.colleagueOf(holder),
    world,
    client,
    inbox: createBothGateways(client, userId, () => world.now),
  };
  for (const [use, act] of Object.entries(USES[holder.role] ?? {})) {
    try {
      await act(scene);
    } catch (error) {
      return { use, error };
    }
  }
  return null;
}
