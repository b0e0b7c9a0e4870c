/** The days of a fleet that are played: each outage after the other, as agents sit, go from page to page, or hurry. */
import type { Illness } from "./countingServer";
import type { Fleet, Outage } from "./fleetFigures";

const status = (code: 429 | 503, retryAfter: boolean): Illness => ({ kind: "status", status: code, retryAfter });

const OUTAGES: readonly Outage[] = [
  { name: "browsers without a network", illness: { kind: "offline" }, minutes: 3 },
  { name: "requests without an answer", illness: { kind: "cut" }, minutes: 3 },
  { name: "503", illness: status(503, false), minutes: 3 },
  { name: "503 with Retry-After", illness: status(503, true), minutes: 3 },
  { name: "429 with Retry-After", illness: status(429, true), minutes: 3 },
];

const DAY = { agents: 500, tabs: 3, calmMinutes: 5, aftermathMinutes: 4, outages: OUTAGES, seed: 1 } as const;

/** Each with what the agents do. */
export const FLEET_DAYS: readonly (readonly [string, Fleet])[] = [
  ["stay on a page", { ...DAY, stays: null }],
  ["go to another page every 20 to 60 s", { ...DAY, stays: [20_000, 60_000] }],
];

/** Agents in a hurry, for an hour without an outage: what one user may ask is what they come closest to. */
export const HECTIC_HOUR: Fleet = { ...DAY, agents: 50, stays: [3_000, 10_000], calmMinutes: 60, outages: [] };
