/** What SMS Gateway is for: with the gateway's own code. */
import { createBusinessNumbers, deliver } from "../../gateway/contract";
import { createMediaFetcher } from "../../gateway/media/mediaFetcher";
import { createCustomerFinder } from "../../gateway/customers/customerFinder";
import { createOutbox } from "../../gateway/outbox";
import type { Provider } from "../../gateway/provider";
import { ask, bind, BUSINESS, check, connectionOf, conversation, deliverText, eventually, idIn, next } from "./roleScene";
import type { RoleScene, Use } from "./roleScene";

/** What the gateway's application user does. */
export const GATEWAY_USES: Readonly<Record<string, Use>> = {
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
  "gives a number its row with the first text, and makes a team the owner of what comes in where the row says so": async (scene) => {
    const connection = connectionOf(scene);
    const to = `+1555${next()}`;
    const text = (id: string, number: string) => ({ id: `SM${id}`, from: `+1555${next()}`, to: number, body: "Hi" });
    await deliver(connection, text(next(), to), undefined, createBusinessNumbers(connection));
    const made = scene.world.rows(`msgn_businessnumbers?$filter=msgn_phonenumber eq '${encodeURIComponent(to)}'`);
    check("a row", made.length === 1);
    const { sessionId, messageId } = await deliver(
      connection,
      text(next(), teamNumber(scene)),
      undefined,
      createBusinessNumbers(connection),
    );
    for (const path of [`msgn_sessions(${sessionId})`, `msgn_messages(${messageId})`])
      check(`the team's: ${path}`, scene.world.system("GET", path)["_owningteam_value"] === scene.world.team);
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
  "finds out whose a new number is, by the columns that the configuration names": async (scene) => {
    const from = `+1555${next()}`;
    const id = idIn(scene.world.system("POST", "contacts", { lastname: `Customer ${next()}`, mobilephone: from }), "contact");
    const log: string[] = [];
    const find = createCustomerFinder({ connection: connectionOf(scene), log: (line) => void log.push(line) });
    const { contactNumberId } = await deliverText(scene, from, find);
    const { _msgn_customerid_value: customer } = scene.world.system("GET", `msgn_contactnumbers(${contactNumberId})`);
    check(`linked to the contact (${log.join()})`, customer === id);
  },
  "recognises a text that was delivered before, and has been handed to a colleague since": async (scene) => {
    const [from, id] = [`+1555${next()}`, `SM${next()}`];
    const { messageId } = await deliverText(scene, from, undefined, id);
    scene.world.system("PATCH", `msgn_messages(${messageId})`, { "ownerid@odata.bind": bind("systemuser", scene.colleague) });
    check("known", !(await deliverText(scene, from, undefined, id)).isNew);
  },
  "fetches the picture of a text, keeps it as a note, and finds it there when it is told to fetch it again": async (scene) => {
    // One message of the gateway's own, and one that a team owns.
    for (const to of [BUSINESS, teamNumber(scene)]) await keepsPicture(scene, to);
  },
  "sends what an agent has written, and writes down what becomes of it": async (scene) => {
    const { session } = conversation(scene, scene.colleague);
    const id = idIn(
      scene.world.by(scene.colleague, "POST", "msgn_messages", {
        msgn_direction: 864500001,
        msgn_deliverystatus: 864500000,
        msgn_body: "Hello",
        msgn_receivedon: new Date(scene.world.now).toISOString(),
        "msgn_sessionid@odata.bind": bind("msgn_session", session),
      }),
      "msgn_message",
    );
    const provider: Provider = {
      name: "a test",
      send: () => Promise.resolve({ kind: "accepted", providerId: `SM${next()}` }),
      find: () => Promise.resolve([]),
    };
    const outbox = createOutbox({ connection: connectionOf(scene), provider, perSecond: Infinity });
    outbox.start();
    try {
      const status = (): unknown => scene.world.system("GET", `msgn_messages(${id})`)["msgn_deliverystatus"];
      await eventually("sent", () => status() === 864500002);
      const providerId = String(scene.world.system("GET", `msgn_messages(${id})`)["msgn_providermessageid"]);
      await outbox.report({ providerId, state: "delivered" });
      check("delivered", status() === 864500003);
    } finally {
      await outbox.stop(0);
    }
  },
};

/** A new number of the business whose messages belong to a team. */
function teamNumber(scene: RoleScene): string {
  const number = `+1555${next()}`;
  scene.world.system("POST", "msgn_businessnumbers", {
    msgn_name: "Service",
    msgn_phonenumber: number,
    msgn_ownedbyteam: true,
    "msgn_teamid@odata.bind": `/teams(${scene.world.team})`,
  });
  return number;
}

async function keepsPicture(scene: RoleScene, to: string): Promise<void> {
  const connection = connectionOf(scene);
  const media = [{ url: "https://provider.example/1", type: "image/png" }];
  const sms = { id: `MM${next()}`, from: `+1555${next()}`, to, media };
  const { messageId } = await deliver(connection, sms, undefined, createBusinessNumbers(connection));
  const picture = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const hosts = { headersFor: () => ({}), mayRedirectTo: () => false };
  const fetcher = createMediaFetcher({ connection, hosts, lookEveryMs: 10, fetch: () => Promise.resolve(new Response(picture)) });
  const read = (): Readonly<Record<string, unknown>> => scene.world.system("GET", `msgn_messages(${messageId})`);
  const isKept = (): boolean => read()["msgn_mediadue"] === null && String(read()["msgn_media"]).includes('"kept"');
  fetcher.start();
  try {
    await eventually("kept", isKept);
    const again = JSON.stringify([{ state: "waiting", type: "image/png", url: media[0]?.url, tries: 0 }]);
    scene.world.system("PATCH", `msgn_messages(${messageId})`, { msgn_media: again, msgn_mediadue: "2020-01-01T00:00:00Z" });
    fetcher.wake();
    await eventually("kept once", isKept);
    check("one note", scene.world.rows(`annotations?$filter=_objectid_value eq ${messageId}`).length === 1);
  } finally {
    await fetcher.stop(0);
  }
}
