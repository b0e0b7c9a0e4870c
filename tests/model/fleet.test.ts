/** Five hundred agents with three tabs each, in front of one server: after an outage they do not come back in the same second. Always the same random numbers. */
import { FLEET_DAYS } from "../bench/fleetDays";
import { fleetFigures } from "../bench/fleetFigures";

jest.setTimeout(300_000);

it.each(FLEET_DAYS)(
  "where agents %s, no second after an outage has more than four times the calm mean, and everyone is up to date within 90 s",
  async (_, day) => {
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
