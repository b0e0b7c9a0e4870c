import { team, userId } from "../fixture/people";
import { Bench, model, rowsOf } from "./bench";

let bench: Bench;
let path: string;
beforeEach(() => {
  bench = Bench.start();
  path = `sample_tickets(${bench.ticket().ticketId})`;
});
afterEach(() => bench.close());

const user = (login: string) => ({ "ownerid@odata.bind": `/systemusers(${userId(login)})` });
const ofTeam = { "ownerid@odata.bind": `/teams(${team.id})` };
const give = (to: object, more: object = {}) => bench.ask("kim", "PATCH", path, { body: { ...to, ...more } });

it("refuses to assign a row to a user who may not read its table, with Dataverse's code, and changes nothing", () => {
  const refused = give(user("pat"), { sample_name: "given away" });
  expect(refused).toMatchObject({ status: 403, code: "0x80040299" });
  expect(refused.message).toMatch(
    new RegExp(
      `^Principal user \\(Id=${userId("pat")}, type=8, .*\\), is missing prvReadsample_ticket privilege .* for entity 'sample_ticket'`,
    ),
  );
  expect(bench.ask("kim", "GET", path).json).toMatchObject({ _ownerid_value: userId("bot"), sample_name: "Ticket +4930100" });
});

it("assigns it to one whose own role or whose team's role allows to read", () => {
  expect(give(user("lee")).status).toBe(204);
  expect(give(user("member")).status).toBe(204);
});

it("asks a team for the roles of its own", () => {
  expect(give(ofTeam).status).toBe(204);
  const numberId = bench.make("root", "sample_preferences", {
    sample_name: "x",
    "sample_userid@odata.bind": `/systemusers(${userId("kim")})`,
  });
  const refused = bench.ask("root", "PATCH", `sample_preferences(${numberId})`, { body: ofTeam });
  expect(refused).toMatchObject({
    status: 403,
    code: "0x80040299",
    message: expect.stringContaining(`Principal team (Id=${team.id}, type=9`) as unknown,
  });
});

it("refuses to make a row for such an owner, and to become the owner of a row that one may not read", () => {
  const made = bench.ask("root", "POST", "sample_tickets", { body: { sample_name: "x", ...user("pat") } });
  expect([made.status, made.code]).toEqual([403, "0x80040299"]);
  const blind = Bench.start(":memory:", {
    ...model,
    roles: model.roles.map((role) => ({ ...role, privileges: role.privileges.filter(({ name }) => name !== "prvReadsample_note") })),
  });
  const own = blind.ask("bot", "POST", "sample_notes", { body: { sample_name: "x" } });
  expect([own.status, own.code]).toEqual([403, "0x80040299"]);
  expect(rowsOf(blind.ask("root", "GET", "sample_notes"))).toEqual([]);
  blind.close();
});

it("does not ask again where the owner stays", () => {
  bench.dataverse.asSystem({ method: "PATCH", path, body: user("pat") });
  expect(bench.ask("root", "PATCH", path, { body: { ...user("pat"), sample_name: "still Pat's" } }).status).toBe(204);
});
