/** Whatever the real app does, the bubble is there: the main flow under every reading of what nobody knows of the platform for certain. */
import type { Browser } from "playwright-core";
import { isLong } from "../effort";
import { MAIN_FLOW } from "../pageObjects/mainFlow";
import { openBrowser, openDesk } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Agent, Sandbox } from "./sandbox";
import { ALL_AT_ONCE, allPairs, ALONE, coveringArray, pairsOf } from "./tempers";
import type { Readings } from "./tempers";

jest.setTimeout(120_000);

let sandbox: Sandbox;
let browser: Browser;
let desks: Desk[] = [];
let customers = 100;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

afterEach(async () => {
  await Promise.all(desks.map((desk) => desk.close()));
  desks = [];
});

const nameOf = (readings: Readings) =>
  Object.entries(readings)
    .map(([doubt, reading]) => `${doubt} ${reading}`)
    .join(", ");
const named = (all: readonly Readings[]) => all.map((readings) => [nameOf(readings), readings] as const);

/** Starts the app cold at this address; the bubble is to be there within fifteen seconds. */
async function coldStart(agent: Agent, path = "/"): Promise<Desk> {
  const desk = await openDesk(browser, sandbox, agent, path);
  desks.push(desk);
  await desk.bubble.waitFor({ timeout: 15_000 });
  return desk;
}

function nextCustomer(name: string) {
  customers += 1;
  return { name: `${name} ${customers}`, number: `+15550200${customers}` };
}

async function runMainFlow(readings: Readings): Promise<void> {
  await sandbox.temper(readings);
  const [ana, ben] = await Promise.all([coldStart("ana"), coldStart("ben")]);
  const stage = {
    ana,
    ben,
    jane: nextCustomer("Jane"),
    paul: nextCustomer("Paul"),
    longAgo: 20,
    text: ({ number, name }: { number: string; name: string }, body: string, minutesAgo = 0) =>
      sandbox.sms(number, body, name, minutesAgo > 0 ? new Date(Date.now() - minutesAgo * 60_000) : undefined),
  };
  for (const { name, run } of MAIN_FLOW) {
    await run(stage).catch((error: unknown) => {
      throw new Error(`This does not hold: ${name}`, { cause: error });
    });
  }
  // The app's own command bar is whole: nothing of ours is in it but the one global command, where the platform asks for it.
  for (const { page, errors } of [ana, ben]) {
    expect(await page.getByRole("menuitem", { name: "Messages" }).count()).toBe(0);
    expect(await page.getByText("command bar is broken").count()).toBe(0);
    expect(errors).toEqual([]);
  }
}

describe("the main flow ends the same", () => {
  it("on a friendly platform", () => runMainFlow({}));

  it.each(named(ALL_AT_ONCE))("on a platform with %s", (_, readings) => runMainFlow(readings));

  (isLong ? it : it.skip).each(named(ALONE))("on a platform with %s", (_, readings) => runMainFlow(readings));

  (isLong ? it : it.skip).each(named(coveringArray()))("on a platform with %s", (_, readings) => runMainFlow(readings));
});

it("is tried under every pair of readings", () => {
  expect(new Set(coveringArray().flatMap(pairsOf))).toEqual(allPairs());
});

describe("the bubble is there within fifteen seconds of a cold start", () => {
  const HOOKED = [
    ["a list", "entitylist&etn=account"],
    ["a new record", "entityrecord&etn=contact"],
  ] as const;
  const UNHOOKED = [
    ["a dashboard", "dashboard"],
    ["a custom page", "custom&name=sample_board"],
    ["a web resource page", "webresource&webresourceName=msgn_/icons/message.svg"],
  ] as const;

  it.each([...HOOKED, ...UNHOOKED])("on %s, by the global rule", async (_, query) => {
    await sandbox.temper({});
    expect((await coldStart("ana", `/main.aspx?pagetype=${query}`)).errors).toEqual([]);
  });

  it.each(HOOKED)("on %s, where the global rule is never asked", async (_, query) => {
    await sandbox.temper({ globalRule: "never" });
    expect((await coldStart("ana", `/main.aspx?pagetype=${query}`)).errors).toEqual([]);
  });

  it("on a record, where the global rule is never asked", async () => {
    await sandbox.temper({ globalRule: "never" });
    const { body } = await sandbox.api("root", "POST", "contacts", { lastname: "Cold" }, { Prefer: "return=representation" });
    const desk = await coldStart("ana", `/main.aspx?pagetype=entityrecord&etn=contact&id=${String(body["contactid"])}`);
    expect(desk.errors).toEqual([]);
  });

  it.each(UNHOOKED)("or on the first list after %s, which has no hook where the global rule is never asked", async (_, query) => {
    await sandbox.temper({ globalRule: "never" });
    const desk = await openDesk(browser, sandbox, "ana", `/main.aspx?pagetype=${query}`);
    desks.push(desk);
    await desk.goTo("Contacts");
    await desk.bubble.waitFor({ timeout: 15_000 });
    expect(desk.errors).toEqual([]);
  });
});
