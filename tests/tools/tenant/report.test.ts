import { checklist, leftForAPerson } from "../../../tools/tenant/checklist";
import { reportPage } from "../../../tools/tenant/report";
import type { Outcome } from "../../../tools/tenant/report";

const EMPTY: Outcome = { facts: [], results: [], starts: [], readings: [], left: [], forAPerson: [] };
const HOSTILE = `<img src=x onerror="alert('1')">&`;
const ESCAPED = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;";

describe("the report", () => {
  it("shows whatever an environment has said as text", () => {
    const page = reportPage({
      facts: [[HOSTILE, HOSTILE]],
      results: [
        {
          group: HOSTILE,
          name: HOSTILE,
          verdict: "differed",
          seen: HOSTILE,
          seconds: 1,
          pictures: [{ file: HOSTILE, title: HOSTILE }],
        },
      ],
      starts: [{ kind: HOSTILE, hooks: HOSTILE, pageContext: HOSTILE, notes: [] }],
      readings: [{ doubt: HOSTILE, seen: HOSTILE }],
      left: [{ set: HOSTILE, id: HOSTILE, title: HOSTILE, why: HOSTILE }],
      forAPerson: [{ number: HOSTILE, what: HOSTILE, program: HOSTILE, steps: HOSTILE, expected: HOSTILE }],
      stopped: HOSTILE,
    });
    expect(page).not.toContain("<img src=x");
    expect(page.split(ESCAPED)).toHaveLength(25);
  });

  it("counts how the checks ended", () => {
    const result = { group: "One", name: "it works", seen: "", seconds: 0, pictures: [] };
    const page = reportPage({
      ...EMPTY,
      results: [
        { ...result, verdict: "held" },
        { ...result, verdict: "not judged" },
      ],
    });
    expect(page).toContain("1 held, 0 differed, 1 not judged.");
  });
});

describe("the checklist", () => {
  const points = checklist();

  it("says of each point whether the program judges it, a part of it, or nothing", () => {
    expect(points.length).toBeGreaterThan(20);
    expect(points.map(({ number }) => number)).toEqual(points.map((_, at) => String(at + 1)));
    expect(points.filter(({ program }) => !/^(judged|no|partly: .+)$/.test(program))).toEqual([]);
    expect(points.filter(({ what, steps, expected }) => !what || !steps || !expected)).toEqual([]);
  });

  it("leaves to a person what the program does not judge whole", () => {
    const left = leftForAPerson(points).map(({ what }) => what);
    expect(left).toEqual(expect.arrayContaining(["upgrade", "mobile", "quick find", "workspace", "looks"]));
    expect(left).not.toContain("cold start");
  });

  it("must be there", () => {
    expect(() => checklist("# Nothing")).toThrow("has no table with the columns");
  });
});
