/** Random days at the office: who is there, how fast the network is, what happens. Small numbers, so that shrinking finds a short story. */
import * as fc from "fast-check";
import type { Login } from "../dataverse";
import type { CarrierOutcome } from "./carrier";

/** Agents who may be at work; the last one is an administrator of the product. */
export const LOGINS: readonly Login[] = ["ana", "ben", "chloe", "root", "mia"];
/** Customers' numbers. */
export const NUMBERS: readonly string[] = ["+15550101", "+15550102", "+15550103"];
/** Numbers that customers write to: one customer can have a session on each. */
export const BUSINESS_NUMBERS: readonly string[] = ["+15550999", "+15550998"];

const place = fc.nat(5);
const desk = fc.nat(14);
const number = fc.constantFrom(0, 0, 0, 1, 2);
const text = { number, business: fc.constantFrom(0, 0, 0, 1), late: fc.constantFrom(0, 0, 0, 1, 30, 1200, 1200) };
const act = fc.constantFrom("accept" as const, "dismiss" as const, "view" as const, "assign" as const);

/** What becomes of the next text that is handed to the provider. */
const outcome = fc.constantFrom<CarrierOutcome>("sent", "fail", "refuse", "optedOut", "busy", "lost", "taken", "crash", "crash");

/** Agents answer, customers opt out, gateway and provider fail. */
const answering = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("answers" as const),
      desk,
      place,
      texts: fc.constantFrom(1, 1, 2, 3),
      presses: fc.constantFrom(1, 2),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom("sendsAgain" as const, "sendsAgain" as const, "checks" as const), desk, place }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("blockedElsewhere" as const), number }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("writesForAnother" as const, "changesAnothers" as const), desk, place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("closes" as const), desk, place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("optsOut" as const, "optsIn" as const), ...text }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("carrier" as const), outcome }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("gatewayDies" as const, "gatewayOpens" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("gatewayCut" as const), cut: fc.constantFrom("before" as const, "after" as const) }),
  },
);

/** One thing that happens. Desks and places are counted off, so that shrinking keeps them valid. */
const happening = fc.oneof(
  { weight: 24, arbitrary: answering },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("arrives" as const), ...text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("arrivesTwice" as const), ...text }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("arrivesAgain" as const) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant("acts" as const), act, desk, place }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("hurries" as const),
      act: fc.constantFrom("accept" as const, "dismiss" as const, "dismiss" as const, "view" as const, "assign" as const),
      desk,
      place,
      /** Who reads the list at the same time, before the press or after it: mostly the tab itself, or another of the same agent. */
      reader: fc.constantFrom("self" as const, "self" as const, "otherTab" as const),
      readsFirst: fc.boolean(),
      gap: fc.constantFrom(0, 1, 60, 300),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("race" as const), act, desk, other: desk, place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("acts" as const), act: fc.constant("block" as const), desk, place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("undo" as const, "navigates" as const, "retries" as const), desk }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("passes" as const), ms: fc.constantFrom(1, 50, 400, 2_500, 11_000, 16 * 60_000) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("goesOffline" as const, "comesBack" as const), desk }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("hides" as const, "shows" as const), desk }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("unblocked" as const, "teamOwned" as const), number }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("cut" as const), desk, cut: fc.constantFrom("before" as const, "after" as const) }),
  },
);

/** One thing that happens. */
export type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** What a day is spared unless it is a wild one: then nothing that was dismissed may come back to a screen. */
const TROUBLE: readonly Happening["kind"][] = ["undo", "goesOffline", "cut"];

/**
 * A day. On a calm one everybody has seen the last thing before the next happens, and every screen is compared after every step; on
 * a busy and a wild one things happen while requests are under way, and screens are compared when all is quiet. On a busy one nothing fails.
 */
export const day = fc.record({
  mood: fc.constantFrom("calm" as const, "busy" as const, "wild" as const),
  /** How many tabs each agent has; mostly one. */
  tabs: fc.array(fc.constantFrom(1, 1, 1, 2, 3), { minLength: 2, maxLength: LOGINS.length }),
  /** Milliseconds of one way each, in turns. */
  latencies: fc.array(fc.oneof(fc.integer({ min: 1, max: 600 }), fc.constantFrom(1, 3, 2_500)), { minLength: 4, maxLength: 12 }),
  /** How many conversations somebody has accepted, and read, before the day begins. */
  accepted: fc.constantFrom(0, 1, 2, 3),
  happenings: fc.array(happening, { minLength: 1, maxLength: 30, size: "max" }),
});

/** What happens on a day. */
export function happeningsOf({ mood, happenings }: Day): readonly Happening[] {
  return mood === "busy" ? happenings.filter(({ kind }) => !TROUBLE.includes(kind)) : happenings;
}

/** Whether nothing fails and nothing is undone all day. */
export function isSteady(happenings: readonly Happening[]): boolean {
  return !happenings.some(({ kind }) => TROUBLE.includes(kind));
}

/** A day. */
export type Day = typeof day extends fc.Arbitrary<infer T> ? T : never;
