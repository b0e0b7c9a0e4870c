/** What another person's browser has told of itself: each cause that an administrator may find there. */
import { startDataverse } from "../dataverse";
import type { TestDataverse } from "../dataverse";
import { reportOf } from "./reportOf";

declare const PRODUCT_VERSION: string;

let dataverse: TestDataverse;
beforeEach(async () => {
  // Its clock stands at noon of 22 November 2026.
  dataverse = await startDataverse();
});
afterEach(() => dataverse.close());

/** What is said of ana, whose row says this. */
async function told(lastStart: string | null, lastList: string | null) {
  dataverse.system("POST", "msgn_agentsettings", {
    msgn_name: "Ana Ruiz",
    "ownerid@odata.bind": `/systemusers(${dataverse.idOf("ana")})`,
    msgn_laststart: lastStart,
    msgn_lastlist: lastList,
  });
  return reportOf(dataverse, "ana");
}

const START = `2026-11-22 global ${PRODUCT_VERSION}`;
const LIST = `2026-11-22 ${PRODUCT_VERSION};`;
const FAILURE = " 2026-11-22T10:42/2026-11-22T10:49 7 failed: HTTP 503";

it("says that all is fine where the product started today, by the rule of every page, and the list was read", async () => {
  const report = await told(START, LIST);
  expect(report.one("started")).toEqual({ kind: "started", severity: "fine", values: ["2026-11-22", "global"] });
  expect(report.one("listRead")).toEqual({ kind: "listRead", severity: "fine", values: ["2026-11-22"] });
  expect([report.holdsBack, report.worthKnowing]).toEqual([[], ["noConfiguration", "takeoverOff"]]);
});

it.each(["form", "list"])(
  "says that the rule of every page was not the one that started it, where that was the rule of a %s",
  async (hook) => {
    const report = await told(START.replace("global", hook), LIST);
    expect(report.one("startedByTable")).toMatchObject({ severity: "worthKnowing", values: ["2026-11-22", hook] });
    expect(report.one("started")).toBeUndefined();
  },
);

it("says when the last start was, where that is longer than a week ago", async () => {
  const report = await told(`2026-11-13 list ${PRODUCT_VERSION}`, `2026-11-13 ${PRODUCT_VERSION};`);
  expect(report.one("startedLongAgo")).toMatchObject({ severity: "worthKnowing", values: ["2026-11-13", "list"] });
});

it("says that nothing was told, where there is a row without a start", async () => {
  expect((await told(null, null)).one("noStartTold")).toMatchObject({ severity: "worthKnowing" });
});

it("says nothing of a start where there is no row", async () => {
  const report = await reportOf(dataverse, "ana");
  expect([report.one("noStartTold"), report.one("noOwnRow")?.severity]).toEqual([undefined, "worthKnowing"]);
});

it("says that the pane was made and no list was read since", async () => {
  for (const lastList of [`2026-11-20 ${PRODUCT_VERSION};`, null]) {
    dataverse.close();
    dataverse = await startDataverse();
    const report = await told(START, lastList);
    expect(report.one("noListSince")).toMatchObject({ severity: "worthKnowing", values: ["2026-11-22"] });
    expect(report.one("listRead")).toBeUndefined();
  }
});

describe("versions", () => {
  it("of launcher and control that are not the solution's are told, with the day", async () => {
    const report = await told("2026-11-22 global 0.8.0", "2026-11-22 0.9.0;");
    expect(report.findings.filter(({ kind }) => kind === "oldScript").map(({ values }) => values)).toEqual([
      ["launcher.js", "0.8.0", "2026-11-22", `${PRODUCT_VERSION}.0`],
      ["MessageBubble", "0.9.0", "2026-11-22", `${PRODUCT_VERSION}.0`],
    ]);
  });

  it("of a control that was told before the last start are not told: it may be another one by now", async () => {
    expect((await told(START, "2026-11-20 0.9.0;")).one("oldScript")).toBeUndefined();
  });
});

describe("a failure", () => {
  it("that is over is worth knowing for a week, with its times, tries and cause", async () => {
    const report = await told(START, LIST + FAILURE);
    expect(report.one("failed")).toEqual({
      kind: "failed",
      severity: "worthKnowing",
      values: ["2026-11-22T10:42:00.000Z", "2026-11-22T10:49:00.000Z", "7", "failed: HTTP 503"],
    });
    expect(report.one("listRead")?.values).toEqual(["2026-11-22"]);
  });

  it("that is over for longer is history", async () => {
    const report = await told(START, LIST + FAILURE.replaceAll("11-22", "10-22"));
    expect(report.one("failed")).toMatchObject({ severity: "fine" });
  });

  it("whose end nobody saw was over on the day of the next list", async () => {
    const report = await told(START, `${LIST} 2026-11-21T10:42/.. 3 failed: HTTP 500`);
    expect(report.one("failed")?.values).toEqual(["2026-11-21T10:42:00.000Z", "2026-11-22", "3", "failed: HTTP 500"]);
  });

  it("that goes on holds the person back, and no list is said to be missing besides", async () => {
    const report = await told(START, "; 2026-11-22T10:42/.. 3 failed: HTTP 500 0x80040216");
    expect(report.one("failing")).toMatchObject({
      severity: "holdsBack",
      values: ["2026-11-22T10:42:00.000Z", "3", "failed: HTTP 500 0x80040216"],
    });
    expect(report.one("noListSince")).toBeUndefined();
  });

  it("that nobody can read, because somebody has written into the row, is left out", async () => {
    const report = await told("yesterday", "; nonsense");
    expect([report.one("failing"), report.one("failed")]).toEqual([undefined, undefined]);
  });
});
