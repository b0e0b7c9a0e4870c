/**
 * Random interleavings of agents, tabs, gateway, clock and network, run against the real store, the real gateway code and the sandbox's
 * own Web API, and compared with an oracle that knows only the rows. MODEL_RUNS and MODEL_SEED choose how many, and which.
 */
import * as fc from "fast-check";
import { startDataverse } from "../dataverse";
import type { Login, TestDataverse } from "../dataverse";
import { openOffice } from "./office";
import type { Cut, Desk, Office } from "./office";
import { expectedFor } from "./oracle";

const RUNS = Number(process.env["MODEL_RUNS"] ?? 100);
const TIMEOUT_MINUTES = 15;
const LOGINS: readonly Login[] = ["ana", "ben", "chloe", "mia"];
const NUMBERS = ["+15550101", "+15550102", "+15550103"];

jest.setTimeout(3_600_000);

let dataverse: TestDataverse;

beforeAll(async () => {
  dataverse = await startDataverse();
  dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_idletimeoutminutes: TIMEOUT_MINUTES });
});

afterAll(() => dataverse.close());

const place = fc.nat(5);
const number = fc.nat(NUMBERS.length - 1);

/** One thing that happens. Desks and numbers are counted off, so that shrinking keeps them valid. */
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("arrives" as const), number, late: fc.constantFrom(0, 0, 0, 1, 30) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom("accept" as const, "dismiss" as const, "view" as const, "assign" as const),
      desk: place,
      place,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("block" as const), desk: place, place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("undo" as const, "navigates" as const), desk: place }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("passes" as const), ms: fc.constantFrom(1, 50, 400, 2_500, 11_000, 16 * 60_000) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("goesOffline" as const, "comesBack" as const), desk: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("unblocked" as const, "teamOwned" as const), number }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cut" as const), desk: place, cut: fc.constantFrom<Cut>("before", "after") }) },
);

type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

const day = fc.record({
  tabs: fc.array(fc.nat(LOGINS.length - 1), { minLength: 2, maxLength: 6 }),
  latencies: fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 4, maxLength: 12 }),
  happenings: fc.array(happening, { minLength: 1, maxLength: 40 }),
});

it(`keeps every count right and gives every session to one agent, over ${RUNS} random days`, async () => {
  const seed = Number(process.env["MODEL_SEED"] ?? Date.now() % 2 ** 31);
  process.stdout.write(`model: ${RUNS} runs, MODEL_SEED=${seed}\n`);
  await fc.assert(
    fc.asyncProperty(day, async ({ tabs, latencies, happenings }) => {
      let way = 0;
      const office = openOffice(
        dataverse,
        tabs.map((at) => LOGINS[at] ?? "ana"),
        () => latencies[way++ % latencies.length] ?? 1,
      );
      try {
        await office.pass(2_000);
        for (const what of happenings) await happen(office, what);
        await becomeQuiet(office);
        for (const desk of office.desks) compare(office, desk);
        checkTakeovers(office);
      } finally {
        await office.close();
        clear();
      }
    }),
    { numRuns: RUNS, seed, endOnFailure: false },
  );
});

async function happen(office: Office, what: Happening): Promise<void> {
  const desk = "desk" in what ? office.desks[what.desk % office.desks.length] : office.desks[0];
  if (!desk) return;
  switch (what.kind) {
    case "arrives":
      dataverse.text(NUMBERS[what.number] ?? "", { secondsAgo: what.late });
      return;
    case "accept":
    case "dismiss":
    case "view":
    case "assign":
    case "block":
      office.act(desk, what.kind, what.place);
      return office.world.settle();
    case "undo":
      office.undo(desk);
      return office.world.settle();
    case "navigates":
      desk.inbox.navigated("history");
      return office.world.settle();
    case "passes":
      return office.pass(what.ms);
    case "goesOffline":
      desk.tab.goOffline();
      return;
    case "comesBack":
      desk.tab.goOnline();
      return;
    case "cut":
      office.cutNext(desk.login, what.cut);
      return;
    case "unblocked":
      for (const row of numbers(what.number)) {
        dataverse.system("PATCH", `msgn_contactnumbers(${String(row["msgn_contactnumberid"])})`, { statecode: 0, statuscode: 1 });
      }
      return;
    case "teamOwned":
      for (const row of numbers(what.number)) giveToTeam(row["msgn_contactnumberid"]);
  }
}

const numbers = (at: number) =>
  dataverse.rows(`msgn_contactnumbers?$filter=msgn_phonenumber eq '${encodeURIComponent(NUMBERS[at] ?? "")}'`);

function giveToTeam(contactNumberId: unknown): void {
  const [team] = dataverse.rows("teams?$filter=name eq 'Front Desk'");
  for (const row of dataverse.rows(`msgn_sessions?$filter=_msgn_contactnumberid_value eq ${String(contactNumberId)}`)) {
    if (row["msgn_sessionstatus"] !== 864500001) continue;
    dataverse.system("PATCH", `msgn_sessions(${String(row["msgn_sessionid"])})`, {
      "ownerid@odata.bind": `/teams(${String(team?.["teamid"])})`,
    });
  }
}

/** Everybody is online, everything has been answered, everybody has gone to another page. */
async function becomeQuiet(office: Office): Promise<void> {
  for (const { tab } of office.desks) tab.goOnline();
  await office.pass(30_000);
  for (const { inbox } of office.desks) inbox.navigated("history");
  await office.pass(5_000);
}

function compare(office: Office, { login, inbox }: Desk): void {
  const expected = expectedFor(dataverse, login, TIMEOUT_MINUTES, office.dismissedBy(login));
  const { notifications, unread, problem } = inbox.getSnapshot();
  const shown = new Map(notifications.map(({ session, actions }) => [session.id, { unread: session.unread, actions: actions.join(" ") }]));
  expect({ login, problem, shown }).toEqual({ login, problem: null, shown: expected });
  expect(unread).toBe([...expected.values()].reduce((sum, one) => sum + one.unread, 0));
}

/** A new session is accepted once; an accepted one changes hands only from a team, or when its customer has waited long enough. */
function checkTakeovers(office: Office): void {
  const people = new Set(LOGINS.map((login) => dataverse.idOf(login)));
  for (const { statusBefore, ownerBefore, waited, by } of office.takeovers) {
    if (statusBefore === 864500000 || !people.has(String(ownerBefore))) continue;
    expect(ownerBefore).not.toBe(dataverse.idOf(by));
    expect(waited).toBeGreaterThanOrEqual(TIMEOUT_MINUTES * 60_000);
  }
}

/** The next day begins with an empty server: rows of the platform and the configuration stay. */
function clear(): void {
  for (const [set, id] of [
    ["msgn_sessions", "msgn_sessionid"],
    ["msgn_contactnumbers", "msgn_contactnumberid"],
  ] as const) {
    for (const row of dataverse.rows(`${set}?$select=${id}`)) dataverse.system("DELETE", `${set}(${String(row[id])})`);
  }
}
