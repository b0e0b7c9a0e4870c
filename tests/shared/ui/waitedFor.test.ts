import { waitedFor } from "../../../shared/ui/waitedFor";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

it.each<[number, string]>([
  [-1, "0 min"],
  [59_999, "0 min"],
  [MINUTE, "1 min"],
  [26 * MINUTE, "26 min"],
  [60 * MINUTE, "1 hr"],
  [86 * MINUTE, "1 hr 26 min"],
  [DAY - 1, "23 hr 59 min"],
  [DAY, "1 day"],
  [3 * DAY - 1, "2 days"],
])("says %d ms as %s", (ms, words) => {
  expect(waitedFor(ms, "en")).toBe(words);
});

it("speaks the agent's language", () => {
  expect(["de", "fr", "es", "ja"].map((culture) => waitedFor(26 * MINUTE, culture))).toEqual(
    ["26 Min.", "26 min", "26 min", "26 分"].map((text, at) => (at === 1 ? "26\u00a0min" : text)),
  );
});
