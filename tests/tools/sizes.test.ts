import { rmSync } from "node:fs";
import { join } from "node:path";
import { bundlesOf } from "../../Solutions/build/parts";
import { byRoom, roomOf, sharesOf } from "../../tools/shares";
import { budgetsOf, measureSizes, readAgreed, surprises, weightOf } from "../../tools/sizes";
import { bytesBySource } from "../../tools/sourceMap";
import { BUILD_TIMEOUT, ensureBuilt, onCopy, ROOT } from "../solution/builtSolution";

beforeAll(ensureBuilt, BUILD_TIMEOUT);

describe("the product", () => {
  it.each(budgetsOf(ROOT).map((budget) => [budget.name, budget] as const))("keeps within its limit: %s", (_, budget) => {
    expect(weightOf(budget, measureSizes(ROOT))).toBeLessThanOrEqual(budget.limit);
  });

  it("has the limits that its design sets", () => {
    expect(Object.fromEntries(budgetsOf(ROOT).map(({ name, limit }) => [name, limit]))).toMatchObject({
      "start of the app": 30 * 1024,
      MessageThread: 30 * 1024,
      forms: 7 * 1024,
      // Loaded by another control when it is first needed (docs/decisions/0021).
      NotificationPanel: 41 * 1024,
    });
  });

  it("has grown by no more than 300 bytes in any part since that was agreed on (npm run size -- --update)", () => {
    expect(surprises(measureSizes(ROOT), readAgreed(ROOT))).toEqual([]);
  });
});

describe("the ratchet", () => {
  const size = (gzip: number) => [{ part: "launcher", bytes: 9_000, gzip }];

  it.each([
    ["nothing", 3_000, 3_000],
    ["a small growth", 3_000, 3_300],
    ["a part that lost weight", 3_000, 2_000],
  ])("lets pass %s", (_, before, now) => {
    expect(surprises(size(now), { launcher: before })).toEqual([]);
  });

  it("says of a part that grew by how much, and what to do", () => {
    expect(surprises(size(3_301), { launcher: 3_000 })).toEqual([
      "launcher grew by 301 bytes to 3301; 300 may pass unnoticed. Say in the commit what for, and run: npm run size -- --update",
    ]);
  });

  it("says of a part that is gone", () => {
    expect(surprises(size(3_000), { launcher: 3_000, old: 1_000 })).toEqual([expect.stringMatching(/^old is gone\./)]);
  });
});

describe("what a bundle is made of", () => {
  it.each(bundlesOf(ROOT).map((bundle) => [bundle.part, bundle] as const))("adds up to every byte of it: %s", (part, bundle) => {
    const shares = sharesOf(ROOT, bundle);
    const size = measureSizes(ROOT).find((each) => each.part === part);
    expect([...shares.values()].reduce((sum, bytes) => sum + bytes, 0)).toBe(size?.bytes);
    const own = [...shares].filter(([file]) => file.startsWith(`${part}/`)).reduce((sum, [, bytes]) => sum + bytes, 0);
    expect(own / (size?.bytes ?? 0)).toBeGreaterThan(0.05);
    // What no file is known for is a small rest.
    expect((shares.get("added by the bundler") ?? 0) / (size?.bytes ?? 0)).toBeLessThan(0.05);
  });

  it("is told by folder and by package, the largest first", () => {
    const files = new Map([
      ["shared/ui/times.ts", 10],
      ["shared/ui/Bar.tsx", 20],
      ["node_modules/@fluentui/react-icons/lib/a.js", 40],
      ["node_modules/tiny/index.js", 1],
      ["added by the bundler", 5],
    ]);
    expect(byRoom(files)).toEqual([
      ["@fluentui/react-icons", 40],
      ["shared/ui", 30],
      ["added by the bundler", 5],
      ["tiny", 1],
    ]);
    expect(roomOf("launcher/index.ts")).toBe("launcher");
  });

  it("is read from a source map: each text belongs to the source of the segment before it, on every line", () => {
    // Line 1: columns 0 and 4 of sources 0 and 1, then from column 6 nobody's. Line 2: source 0 again, two bytes for one character.
    const map = { sources: ["a.ts", "b.ts"], mappings: "AAAA,ICAA,E;ADAA" };
    expect(Object.fromEntries(bytesBySource("aaaabb;;\néa", map))).toEqual({ "a.ts": 7, "b.ts": 2 });
    // A number of more than one digit: 20 columns on.
    expect(Object.fromEntries(bytesBySource("a".repeat(20) + "bb", { ...map, mappings: "AAAA,oBCAA" }))).toEqual({ "a.ts": 20, "b.ts": 2 });
  });
});

it("says how to build what is not there", () => {
  onCopy((root) => {
    rmSync(join(root, "out"), { recursive: true });
    expect(() => measureSizes(root)).toThrow(/is not built\. Run: npm run pack/);
  });
});
