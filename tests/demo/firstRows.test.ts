import type { Sandbox } from "../../sandbox";
import { expectedUnread } from "../../demo/conversations";
import { createConfiguration, createDemoSessions } from "../../demo/firstRows";
import { userId } from "../../demo/users";
import { ask, askWebApi, rows } from "../../sandbox/tests/http/ask";
import { buildTimeout, startSandbox } from "./server";

let sandbox: Sandbox;
const fill = async (): Promise<void> => {
  await createConfiguration(sandbox);
  await createDemoSessions(sandbox);
};
beforeAll(async () => {
  sandbox = await startSandbox();
  await fill();
}, buildTimeout);
afterAll(() => sandbox.close());

interface Session {
  readonly unread: number;
  readonly oldest: number;
  readonly status: unknown;
  readonly owner: unknown;
  readonly ownerIsTeam: boolean;
  readonly dismissed: boolean;
}

/** The sessions with unread messages of numbers that are not blocked, as a user may read them. */
async function inbox(login: string): Promise<Session[]> {
  const active = await rows(sandbox.port, login, "msgn_contactnumbers?$select=msgn_contactnumberid&$filter=statecode eq 0");
  const numbers = new Set(active.map((row) => row.msgn_contactnumberid));
  const mine = await rows(sandbox.port, login, `msgn_dismissals?$select=_msgn_sessionid_value&$filter=_ownerid_value eq ${userId(login)}`);
  const dismissed = new Set(mine.map((row) => row._msgn_sessionid_value));
  const messages = await rows(
    sandbox.port,
    login,
    "msgn_messages?$select=_msgn_sessionid_value,msgn_receivedon&$filter=msgn_direction eq 864500000 and msgn_readon eq null",
  );
  const sessions = await rows(
    sandbox.port,
    login,
    "msgn_sessions?$select=msgn_sessionid,msgn_sessionstatus,_ownerid_value,_msgn_contactnumberid_value",
  );
  const teams = new Set((await rows(sandbox.port, login, "teams?$select=teamid")).map((row) => row.teamid));
  return sessions
    .filter((row) => numbers.has(row._msgn_contactnumberid_value))
    .map((row) => {
      const unread = messages.filter((message) => message._msgn_sessionid_value === row.msgn_sessionid);
      return {
        unread: unread.length,
        oldest: Math.min(...unread.map((message) => Date.parse(String(message.msgn_receivedon)))),
        status: row.msgn_sessionstatus,
        owner: row._ownerid_value,
        ownerIsTeam: teams.has(row._ownerid_value),
        dismissed: dismissed.has(row.msgn_sessionid),
      };
    })
    .filter((session) => session.unread > 0);
}

/** The table of the product's rules, written once more: what counts for this user. */
function counts(session: Session, login: string): boolean {
  if (session.status === 864500000) return !session.dismissed;
  if (session.ownerIsTeam || session.owner === userId(login)) return true;
  return sandbox.clock.now() - session.oldest >= 15 * 60_000;
}

describe("the demonstration data", () => {
  it.each(Object.entries(expectedUnread))("show %s %i unread messages", async (login, expected) => {
    const sessions = await inbox(login);
    const total = sessions.filter((session) => counts(session, login)).reduce((sum, { unread }) => sum + unread, 0);
    expect(total).toBe(expected);
  });

  it("show Zoe nothing", async () => {
    expect((await askWebApi(sandbox.port, "zoe", "msgn_messages")).status).toBe(403);
  });

  it("have a configuration record with idle timeout and refresh", async () => {
    const [configuration, ...others] = await rows(sandbox.port, "ana", "msgn_configurations");
    expect(others).toEqual([]);
    expect(configuration).toMatchObject({ msgn_name: "Default", msgn_idletimeoutminutes: 15, msgn_refreshseconds: 60 });
  });

  it("are the same after they were made again", async () => {
    const state = async (): Promise<unknown[]> => [
      await rows(sandbox.port, "root", "msgn_messages?$select=msgn_messageid,msgn_body,msgn_readon&$orderby=msgn_providermessageid"),
      await rows(sandbox.port, "root", "msgn_sessions?$select=msgn_sessionid,_ownerid_value,msgn_sessionstatus&$orderby=msgn_name"),
      await rows(sandbox.port, "root", "contacts?$select=fullname&$orderby=fullname"),
      await rows(sandbox.port, "root", "msgn_dismissals?$select=msgn_dismissedcount"),
    ];
    const before = await state();
    await fill();
    // Read marks tell the time; whether there is one must stay.
    const plain = (value: unknown): string => JSON.stringify(value).replaceAll(/"msgn_readon":"[^"]+"/g, '"msgn_readon":"set"');
    const withoutTags = (text: string): string => text.replaceAll(/"@odata.etag":"(?:[^"\\]|\\.)*",?/g, "");
    expect(withoutTags(plain(await state()))).toBe(withoutTags(plain(before)));
  });

  it("come by the gateway contract: nobody but the gateway has created a session or an inbound message", async () => {
    for (const query of [
      "msgn_sessions?$select=_createdby_value",
      "msgn_messages?$select=_createdby_value&$filter=msgn_direction eq 864500000",
    ]) {
      const creators = await rows(sandbox.port, "root", query);
      expect(new Set(creators.map((row) => row._createdby_value))).toEqual(new Set([userId("gateway")]));
    }
  });

  it("have answers of the conversation's owner in each state in which an answer stays", async () => {
    const answers = await rows(
      sandbox.port,
      "root",
      "msgn_messages?$select=msgn_deliverystatus,msgn_deliveryerror,_createdby_value&$filter=msgn_direction eq 864500001&$expand=msgn_sessionid($select=_ownerid_value)",
    );
    expect(new Set(answers.map((row) => row.msgn_deliverystatus))).toEqual(new Set([864500002, 864500003, 864500004, 864500005]));
    for (const { msgn_deliverystatus, msgn_deliveryerror, _createdby_value, msgn_sessionid } of answers) {
      expect(_createdby_value).toBe((msgn_sessionid as { _ownerid_value: string })._ownerid_value);
      expect(msgn_deliveryerror !== null).toBe(msgn_deliverystatus === 864500004);
    }
  });

  it("have what the phones got: those answers that arrived, once, among the customer's own texts", async () => {
    const answer = await ask(sandbox.port, "/sandbox/phone/texts?number=%2B15550111");
    const texts = answer.json() as { body: string; isMine: boolean }[];
    expect(texts.map(({ body, isMine }) => [isMine, body])).toEqual([
      [true, "When are you open, and where?"],
      [false, "Hello, this is Ana. Monday to Friday from eight to six."],
    ]);
  });

  it("say who accepted a conversation, at the time at which they did", async () => {
    const query =
      "msgn_sessionevents?$select=msgn_kind,createdon,_createdby_value&$expand=msgn_sessionid($select=msgn_name,msgn_acceptedon)";
    const events = await rows(sandbox.port, "root", query);
    expect(events.length).toBeGreaterThan(4);
    for (const { msgn_kind, createdon, msgn_sessionid } of events) {
      expect(msgn_kind).toBe(864500000);
      // Making the rows again writes the conversation's time anew, and leaves the event as it is.
      const apart = Date.parse(String(createdon)) - Date.parse((msgn_sessionid as { msgn_acceptedon: string }).msgn_acceptedon);
      expect(Math.abs(apart)).toBeLessThan(5 * 60_000);
    }
    const [nora] = events.filter((row) => (row.msgn_sessionid as { msgn_name: string }).msgn_name.startsWith("Nora Voss"));
    expect(nora?._createdby_value).toBe(userId("ana"));
  });

  it("have templates for agents, one of them for customers of every language", async () => {
    const templates = await rows(sandbox.port, "ana", "msgn_templates?$select=msgn_name,msgn_body,msgn_languagecode");
    expect(templates.length).toBeGreaterThan(3);
    expect(templates.some(({ msgn_body }) => String(msgn_body).includes("{customer}"))).toBe(true);
    expect(templates.filter(({ msgn_languagecode }) => msgn_languagecode === null)).toHaveLength(1);
  });

  it("turn to takeover for Ana's teammates when her customer has waited for too long", async () => {
    await ask(sandbox.port, "/sandbox/clock", { method: "POST", body: { advanceSeconds: 840 } });
    const total = (await inbox("ben")).filter((session) => counts(session, "ben")).reduce((sum, { unread }) => sum + unread, 0);
    expect(total).toBe((expectedUnread.ben ?? 0) + 1);
  });
});
