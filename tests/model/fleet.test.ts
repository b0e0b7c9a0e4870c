/** Five hundred agents with three tabs each, in front of one server: after an outage they do not come back in the same second. Always the same random numbers. */
import type { Illness } from "../bench/countingServer";
import { fleetFigures } from "../bench/fleetFigures";

jest.setTimeout(300_000);

const status = (code: 429 | 503, retryAfter: boolean): Illness => ({ kind: "status", status: code, retryAfter });

const OUTAGES = [
  { name: "browsers without a network", illness: { kind: "offline" }, minutes: 3 },
  { name: "requests without an answer", illness: { kind: "cut" }, minutes: 3 },
  { name: "503", illness: status(503, false), minutes: 3 },
  { name: "503 with Retry-After", illness: status(503, true), minutes: 3 },
  { name: "429 with Retry-After", illness: status(429, true), minutes: 3 },
] as const;

it.each([
  ["stay on a page", null],
  ["go to another page every 20 to 60 s", [20_000, 60_000]],
] as const)(
  "where agents %s, no second after an outage has more than four times the calm mean, and everyone is up to date within 90 s",
  async (_, stays) => {
    const day = { agents: 500, tabs: 3, stays, calmMinutes: 5, aftermathMinutes: 4, outages: OUTAGES, seed: 1 };
    const { calmMean, worstUserPercent, outages } = await fleetFigures(day);
    expect(calmMean).toBeGreaterThan(8);
    expect(worstUserPercent).toBeLessThanOrEqual(1);
    for (const { name, afterOverCalm, freshWithin } of outages) {
      expect({ name, isSpread: afterOverCalm <= 4, isFresh: freshWithin !== null && freshWithin <= 90 }).toEqual({
        name,
        isSpread: true,
        isFresh: true,
      });
    }
  },
);
