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

  it("come by the gateway contract: nobody but the gateway has created a session or a message", async () => {
    for (const set of ["msgn_sessions", "msgn_messages"]) {
      const creators = await rows(sandbox.port, "root", `${set}?$select=_createdby_value`);
      expect(new Set(creators.map((row) => row._createdby_value))).toEqual(new Set([userId("gateway")]));
    }
  });

  it("turn to takeover for Ana's teammates when her customer has waited for too long", async () => {
    await ask(sandbox.port, "/sandbox/clock", { method: "POST", body: { advanceSeconds: 840 } });
    const total = (await inbox("ben")).filter((session) => counts(session, "ben")).reduce((sum, { unread }) => sum + unread, 0);
    expect(total).toBe((expectedUnread.ben ?? 0) + 1);
  });
});
