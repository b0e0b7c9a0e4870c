/** What docs/security.md says an agent could forge over the Web API, and what stops it: tried on the packed solution with the gateway's outbox. */
import { startDataverse } from "../dataverse";
import type { Login, TestDataverse } from "../dataverse";
import { createOutboxScene } from "./outboxScene";
import type { OutboxScene } from "./outboxScene";
import { frontDesk } from "../../demo/users";

const NUMBER = "+15550100";
let dataverse: TestDataverse;
let scene: OutboxScene;
let session: string;
let providerIds = 0;

const bind = (login: Login) => ({ "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` });

beforeEach(async () => {
  dataverse = await startDataverse();
  scene = createOutboxScene(dataverse, () => ({ kind: "accepted", providerId: `SM-out-${(providerIds += 1)}` }));
  session = dataverse.text(NUMBER, { session: { ...bind("ana"), msgn_sessionstatus: 864500001 } });
});
afterEach(() => dataverse.close());

/** Status and error of an answer. */
const fate = (path: string): readonly unknown[] => {
  const row = dataverse.system("GET", path);
  return [row["msgn_deliverystatus"], row["msgn_deliveryerror"] ?? null];
};
const SENT = [864500002, null];
const refused = (why: string) => [864500004, why];
const number = () => `msgn_contactnumbers(${String(dataverse.rows("msgn_contactnumbers")[0]?.["msgn_contactnumberid"])})`;

it("sends what the owner writes: what is refused below is not refused for another reason", async () => {
  const answer = await scene.write("ana", session);
  await scene.settle();
  expect([fate(answer), scene.sent]).toEqual([SENT, [`${NUMBER}: We are open.`]]);
});

describe("is stopped by the gateway:", () => {
  it("an answer in a colleague's conversation", async () => {
    const answer = await scene.write("ben", session);
    await scene.settle();
    expect([fate(answer), scene.sent]).toEqual([refused("notOwner"), []]);
  });

  it("other words in a colleague's answer that waits", async () => {
    const answer = await scene.write("ana", session);
    expect(await scene.patch("ben", answer, { msgn_body: "Send us your card number." })).toBe(204);
    await scene.settle();
    expect([fate(answer), scene.sent]).toEqual([refused("notOwner"), []]);
  });

  it("a colleague's answer that was sent, queued again with other words", async () => {
    const answer = await scene.write("ana", session);
    await scene.settle();
    const again = { msgn_body: "Send us your card number.", msgn_deliverystatus: 864500000, msgn_providermessageid: null };
    expect(await scene.patch("ben", answer, again)).toBe(204);
    await scene.settle();
    expect([fate(answer), scene.sent]).toEqual([refused("notOwner"), [`${NUMBER}: We are open.`]]);
  });

  it("an answer of an owner who is the owner no more when it is to be sent", async () => {
    const answer = await scene.write("ana", session);
    expect(await scene.patch("ben", `msgn_sessions(${session})`, bind("ben"))).toBe(204);
    await scene.settle();
    expect([fate(answer), scene.sent]).toEqual([refused("notOwner"), []]);
  });

  it.each([
    ["a number that is blocked", "blocked", () => scene.patch("ben", number(), { statecode: 1, statuscode: 2 })],
    ["a customer who has opted out", "optedOut", () => scene.patch("ben", number(), { msgn_optedouton: "2026-11-22T11:00:00Z" })],
    ["a conversation that is closed", "closed", () => scene.patch("ben", `msgn_sessions(${session})`, { statecode: 1, statuscode: 2 })],
    ["what is no number", "noNumber", () => scene.patch("ben", `msgn_sessions(${session})`, { msgn_businessnumber: "Contoso" })],
  ])("an answer to %s (%s)", async (_, why, happen) => {
    const answer = await scene.write("ana", session);
    expect(await happen()).toBe(204);
    await scene.settle();
    expect([fate(answer), scene.sent]).toEqual([refused(why), []]);
  });

  it.each([
    ["without words", "empty", " \n"],
    ["of more than 1,600 characters", "tooLong", "x".repeat(1_601)],
  ])("an answer %s (%s)", async (_, why, body) => {
    const answer = await scene.write("ana", session, { msgn_body: body });
    await scene.settle();
    expect([fate(answer), scene.sent]).toEqual([refused(why), []]);
  });
});

describe("is stopped by Dataverse:", () => {
  it("an answer that is a colleague's from the beginning, or becomes one", async () => {
    await expect(scene.write("ben", session, bind("ana"))).rejects.toThrow("403");
    const own = await scene.write("ben", session);
    expect(await scene.patch("ben", own, bind("ana"))).toBe(403);
  });

  it("an answer with another maker than who has made it: the column is not taken from whoever writes", async () => {
    const own = await scene.write("ben", session);
    await scene.patch("ben", own, { "createdby@odata.bind": `/systemusers(${dataverse.idOf("ana")})` });
    expect(dataverse.system("GET", own)["_createdby_value"]).toBe(dataverse.idOf("ben"));
  });

  it.each(["msgn_message", "msgn_sessionevent"])("to delete a row of %s, one's own or a colleague's", async (table) => {
    const own = { "msgn_sessionid@odata.bind": `/msgn_sessions(${session})` };
    for (const login of ["ana", "ben"] as const) {
      const row = dataverse.system("POST", `${table}s`, {
        ...own,
        ...bind(login),
        ...(table === "msgn_sessionevent" ? { msgn_kind: 864500003 } : {}),
      });
      const answer = await dataverse.fetchAs("ana")(`/api/data/v9.2/${table}s(${String(row[`${table}id`])})`, { method: "DELETE" });
      expect(answer.status).toBe(403);
    }
  });

  it("to change or to make a template", async () => {
    const row = dataverse.system("POST", "msgn_templates", { msgn_name: "Hours", msgn_body: "We are open." });
    expect(await scene.patch("ana", `msgn_templates(${String(row["msgn_templateid"])})`, { msgn_body: "No." })).toBe(403);
  });

  it("to make a business number, or to say which team is notified of one", async () => {
    const row = dataverse.system("POST", "msgn_businessnumbers", { msgn_name: "Service", msgn_phonenumber: "+15550777" });
    const team = { "msgn_teamid@odata.bind": `/teams(${frontDesk.id})` };
    expect(await scene.patch("ana", `msgn_businessnumbers(${String(row["msgn_businessnumberid"])})`, team)).toBe(403);
    const made = await dataverse.fetchAs("ana")("/api/data/v9.2/msgn_businessnumbers", {
      method: "POST",
      body: JSON.stringify({ msgn_name: "Mine", msgn_phonenumber: "+15550778" }),
    });
    expect(made.status).toBe(403);
  });

  it("to change what a colleague's session event says", async () => {
    const row = dataverse.system("POST", "msgn_sessionevents", {
      msgn_kind: 864500003,
      "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
      ...bind("ben"),
    });
    const path = `msgn_sessionevents(${String(row["msgn_sessioneventid"])})`;
    expect([await scene.patch("ana", path, { msgn_kind: 864500000 }), await scene.patch("ben", path, { msgn_kind: 864500000 })]).toEqual([
      403, 204,
    ]);
  });
});

describe("is stopped by nothing, and leaves its maker's name:", () => {
  const made = (path: string) => dataverse.system("GET", path)["_createdby_value"];

  it("a message of the customer's that no customer has written", async () => {
    const message = await scene.write("ben", session, { msgn_direction: 864500000, msgn_deliverystatus: null });
    expect(made(message)).toBe(dataverse.idOf("ben"));
  });

  it("a session event of what has not happened", async () => {
    const answer = await dataverse.fetchAs("ben")("/api/data/v9.2/msgn_sessionevents", {
      method: "POST",
      body: JSON.stringify({ msgn_kind: 864500003, "msgn_sessionid@odata.bind": `/msgn_sessions(${session})` }),
    });
    expect(answer.status).toBe(204);
    expect(dataverse.rows("msgn_sessionevents").map((row) => row["_createdby_value"])).toEqual([dataverse.idOf("ben")]);
  });

  it("what is said to have become of an answer, and its words once it has been sent", async () => {
    const answer = await scene.write("ana", session);
    await scene.settle();
    expect(await scene.patch("ben", answer, { msgn_deliverystatus: 864500003, msgn_body: "We are closed." })).toBe(204);
    expect(dataverse.system("GET", answer)["_modifiedby_value"]).toBe(dataverse.idOf("ben"));
  });
});
