/** What SMS Agent is for, and SMS Administrator as well: with the product's own code where the product does it. */
import { prepareStart, settingsIdOf } from "../../launcher/start";
import { closeSession } from "../../shared/dataverse/closeSession";
import { createGiveGateway } from "../../shared/dataverse/giveGateway";
import { markAllRead } from "../shared/dataverse/markAllRead";
import { createPanelGateway } from "../../shared/dataverse/panelGateway";
import { unreadMessagesQuery } from "../../shared/dataverse/queries";
import { NO_SETTINGS } from "../../shared/domain/settings";
import { block } from "../../shared/inbox/block";
import { close } from "../../shared/inbox/close";
import type { ClaimableSession } from "../../shared/inbox/ports";
import type { Receiver } from "../../shared/thread/givePorts";
import { giveTo } from "../../shared/thread/giveTo";
import { ask, bind, check, conversation, listed, next, takeOver } from "./roleScene";
import type { Use } from "./roleScene";

/** What an agent does, and an administrator of the product like any agent. */
export const CONVERSATION_USES: Readonly<Record<string, Use>> = {
  "starts the app, and gets a settings row": async (scene) => {
    const start = async () => {
      const row = await prepareStart(scene.client, { userId: scene.me, userName: "Ana", app: "any" });
      return row && settingsIdOf(row);
    };
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
  "notes in their settings row how their lists could be read": async (scene) => {
    const line = "2026-11-28 1.0.0; 2026-11-28T10:42/2026-11-28T10:49 7 failed: HTTP 503";
    await scene.inbox.noteList(line);
    check("the line", (await scene.inbox.readProfile()).settings.lastList === line);
    await scene.inbox.noteList("y".repeat(500));
    check("as much of a line as the column holds", (await scene.inbox.readProfile()).settings.lastList === "y".repeat(400));
  },
  "sees a new conversation that is nobody's of theirs, accepts it, and marks its messages read": async (scene) => {
    const { session } = conversation(scene, scene.colleague);
    const shown = await listed(scene, session);
    check("the message's text", (await scene.inbox.readPreviews([shown])).get(session) === "Hi");
    await takeOver(scene, "accept", session);
    await markAllRead(scene.client, session, scene.me);
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
    await markAllRead(scene.client, session, scene.me);
    await scene.inbox.giveBack(session, before, claim);
    check("unread, and the colleague's", (await listed(scene, session)).owner.id === scene.colleague);
  },
  "gives a conversation of theirs to a team that they find by its name, and takes it back": async (scene) => {
    const { session } = conversation(scene, scene.colleague);
    await takeOver(scene, "accept", session);
    await markAllRead(scene.client, session, scene.me);
    const gateway = createGiveGateway(scene.client, scene.me, () => scene.world.now);
    const team = (await gateway.findReceivers("Front")).items.find(({ kind }) => kind === "team");
    check("the team", team !== undefined);
    const shown = { id: session, status: "accepted", owner: (await gateway.readSession(session)).owner } as const;
    const given = await giveTo(gateway, shown, team as Receiver, "Please answer");
    check("the team's, with the note, and unread", (await listed(scene, session)).given?.note === "Please answer");
    if (given.kind === "given") await gateway.takeBack(session, given.gift, given.etag ?? "");
    check("theirs again", (await gateway.readSession(session)).owner.id === scene.me);
  },
  "closes a conversation of theirs, and reads what has happened to it, whoever did it": async (scene) => {
    const { session } = conversation(scene, scene.colleague);
    await takeOver(scene, "accept", session);
    const closing = {
      readSession: scene.inbox.readSession,
      closeSession: (id: string, read: ClaimableSession) => closeSession(scene.client, id, read),
    };
    check("closed", "won" in (await close(closing, session, scene.me)));
    const byColleague = { msgn_kind: 864500003, "msgn_sessionid@odata.bind": bind("msgn_session", session) };
    scene.world.system("POST", "msgn_sessionevents", { ...byColleague, "ownerid@odata.bind": bind("systemuser", scene.colleague) });
    const events = (await ask(scene, "GET", `msgn_sessionevents?$filter=_msgn_sessionid_value eq ${session}`))[
      "value"
    ] as readonly unknown[];
    check("accepted, closed, and what the colleague did", events.length === 3);
  },
  "answers a customer by a template, and sends the answer again when it has failed": async (scene) => {
    const { session } = conversation(scene, scene.me);
    scene.world.system("POST", "msgn_templates", { msgn_name: `Template ${next()}`, msgn_body: "Hello" });
    const templates = (await ask(scene, "GET", "msgn_templates"))["value"] as readonly Readonly<Record<string, unknown>>[];
    const answer = `msgn_messages(${crypto.randomUUID()})`;
    const body = {
      msgn_direction: 864500001,
      msgn_deliverystatus: 864500000,
      msgn_body: templates[0]?.["msgn_body"],
      msgn_receivedon: new Date(scene.world.now).toISOString(),
      "msgn_sessionid@odata.bind": bind("msgn_session", session),
    };
    await scene.client({ method: "PATCH", path: answer, headers: { "If-None-Match": "*" }, body });
    scene.world.system("PATCH", answer, { msgn_deliverystatus: 864500004, msgn_deliveryerror: "30003: Unreachable" });
    await ask(scene, "PATCH", answer, { msgn_deliverystatus: 864500000, msgn_deliveryerror: null });
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
