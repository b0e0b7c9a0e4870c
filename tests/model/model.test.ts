/**
 * Random interleavings of agents, tabs, gateway, clock and network, run against the real store, the real gateway code and the sandbox's
 * own Web API, and compared with an oracle that knows only the rows. MODEL_RUNS and MODEL_SEED choose how many, and which: always the same
 * in `npm test`, others each time in `npm run test:long` and, many more, in `npm run test:model`.
 */
import * as fc from "fast-check";
import { startDataverse } from "../dataverse";
import type { TestDataverse } from "../dataverse";
import { howMany, seedOf } from "../effort";
import { outboundRows } from "./answering";
import { wrongAnswers } from "./answerRules";
import { day, happeningsOf, isSteady, LOGINS } from "./days";
import type { Day } from "./days";
import { acceptBefore, happen } from "./happen";
import type { Takeover } from "./network";
import { openOffice } from "./office";
import type { Desk, Office, Post } from "./office";
import { expectedFor, factsOf, forgotten } from "./oracle";
import type { Facts } from "./oracle";

const RUNS = Number(process.env["MODEL_RUNS"] ?? howMany(1_000, 50));
const SEED = seedOf(process.env["MODEL_SEED"]);
const TIMEOUT_MINUTES = 15;
const NEW = 864500000;

jest.setTimeout(4 * 3_600_000);

let dataverse: TestDataverse;

beforeAll(async () => {
  dataverse = await startDataverse();
  dataverse.system("POST", "msgn_configurations", { msgn_name: "Default", msgn_idletimeoutminutes: TIMEOUT_MINUTES });
});

afterAll(() => dataverse.close());

it(`keeps every count right and gives every session to one agent, over ${RUNS} random days`, async () => {
  process.stdout.write(`model: ${RUNS} runs, MODEL_SEED=${SEED}\n`);
  await fc.assert(fc.asyncProperty(day, live), { numRuns: RUNS, seed: SEED });
});

async function live(whole: Day): Promise<void> {
  const { mood, tabs, latencies } = whole;
  const happenings = happeningsOf(whole);
  let way = 0;
  const office = openOffice(
    dataverse,
    tabs.flatMap((count, agent) => Array.from({ length: count }, () => LOGINS[agent] ?? "ana")),
    () => Math.min(latencies[way++ % latencies.length] ?? 1, mood === "calm" ? 20 : Infinity),
    mood !== "calm",
  );
  const post: Post = { texts: [], answers: 0 };
  const mayNothingComeBack = isSteady(happenings);
  try {
    await acceptBefore(dataverse, office, post, whole.accepted);
    await office.pass(2_000);
    for (const what of happenings) {
      await happen(dataverse, office, post, what);
      checkAlways(office);
      if (mayNothingComeBack) expect(office.flickers).toEqual([]);
      if (mood === "calm") {
        await lookAgain(office);
        compareAll(office);
      }
    }
    await becomeQuiet(office);
    compareAll(office);
    expect(dataverse.rows("msgn_messages?$filter=msgn_direction eq 864500000")).toHaveLength(post.texts.length);
    expect(wrongAnswers(dataverse, office)).toEqual([]);
    expect(office.desks.filter(({ inbox }) => inbox.getSnapshot().problem !== null)).toEqual([]);
  } finally {
    await office.close();
    clear();
  }
  expect(office.desks.filter(({ tab }) => tab.pendingTimers() > 0 || tab.watchers() > 0)).toEqual([]);
}

/** Everybody who is online goes to another page, and is answered. */
async function lookAgain(office: Office): Promise<void> {
  await office.pass(2_100);
  for (const { inbox } of office.desks) inbox.navigated("history");
  await office.pass(2_500);
}

/** Everybody is there and online, everything has been answered, everybody has gone to another page. */
async function becomeQuiet(office: Office): Promise<void> {
  for (const { tab } of office.desks) {
    tab.goOnline();
    tab.show();
  }
  await office.pass(30_000);
  await untilNothingWaits(office);
  for (const { inbox } of office.desks) inbox.navigated("history");
  await office.pass(5_000);
}

/** Nothing waits to be written, sent or found out about any more; after a quarter of an hour what still waits waits for ever. */
async function untilNothingWaits(office: Office): Promise<void> {
  const waits = (): boolean =>
    office.desks.some(({ answers }) => answers.underWay().length > 0) ||
    outboundRows(dataverse).some((row) => [864500000, 864500001].includes(Number(row["msgn_deliverystatus"])));
  for (const { answers } of office.desks) answers.look();
  for (let passed = 0; waits() && passed < 15; passed++) {
    await office.pass(60_000);
    for (const { answers } of office.desks) answers.look();
  }
  // What the provider tells of the last ones.
  await office.pass(30_000);
}

/** What holds at every moment, whatever is under way. */
function checkAlways({ desks, network, complaints, askedAbout }: Office): void {
  const wrong = [...complaints];
  for (const { login, inbox } of desks) {
    const { notifications, unread } = inbox.getSnapshot();
    // A claim under way is as good as done for the count.
    const sum = notifications.reduce((count, { session, pending }) => count + (pending === null ? session.unread : 0), 0);
    if ((unread ?? 0) !== sum) wrong.push(`${login}'s bubble says ${String(unread)}, the list ${sum}`);
    if (new Set(notifications.map(({ session }) => session.id)).size < notifications.length) wrong.push(`${login} sees a session twice`);
    if (notifications.some(({ session, actions }) => session.unread === 0 || actions.length === 0))
      wrong.push(`${login} is offered nothing`);
  }
  expect([...wrong, ...wrongTakeovers(network.takeovers, askedAbout)]).toEqual([]);
}

/**
 * Nobody wins a session that somebody has won: it is taken from the owner who was shown, not from one who was quicker. From a person one is
 * taken only when the customer has waited long enough.
 */
function wrongTakeovers(takeovers: readonly Takeover[], askedAbout: Office["askedAbout"]): readonly string[] {
  const people = new Set<unknown>(LOGINS.map((login) => dataverse.idOf(login)));
  const accepted = new Set<string>();
  const wrong: string[] = [];
  for (const { session, statusBefore, ownerBefore, waited, by } of takeovers) {
    if (statusBefore === NEW) {
      if (accepted.has(session)) wrong.push(`${session} was accepted twice`);
      accepted.add(session);
    } else if (!askedAbout.get(`${by} ${session}`)?.has(String(ownerBefore))) {
      wrong.push(`${by} took ${session} from ${String(ownerBefore)}, whom they were not shown`);
    } else if (people.has(ownerBefore)) {
      if (ownerBefore === dataverse.idOf(by)) wrong.push(`${by} took ${session} over from themselves`);
      if (waited === null || waited < TIMEOUT_MINUTES * 60_000) wrong.push(`${by} took ${session} over after ${String(waited)} ms`);
    }
  }
  return wrong;
}

/** Every screen shows what the rows say; nothing is shown to nobody. */
function compareAll(office: Office): void {
  const facts = factsOf(dataverse);
  for (const desk of office.desks) if (desk.tab.isOnline()) compare(facts, office, desk);
  const viewers = LOGINS.map((login) => ({ id: dataverse.idOf(login), dismissed: office.network.dismissedBy(login) }));
  expect(forgotten(facts, viewers, TIMEOUT_MINUTES)).toEqual([]);
}

function compare(facts: Facts, { network }: Office, { login, inbox }: Desk): void {
  const expected = expectedFor(facts, { id: dataverse.idOf(login), dismissed: network.dismissedBy(login) }, TIMEOUT_MINUTES);
  const { notifications, unread } = inbox.getSnapshot();
  const shown = new Map(notifications.map(({ session, actions }) => [session.id, { unread: session.unread, actions: actions.join(" ") }]));
  expect({ login, shown }).toEqual({ login, shown: expected });
  expect(unread).toBe([...expected.values()].reduce((sum, one) => sum + one.unread, 0));
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
