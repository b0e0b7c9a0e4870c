/** @jest-environment jsdom */
import { act, fireEvent, screen } from "@testing-library/react";
import { RequestFailed } from "../../shared/domain/failure";
import type { BlockedNumber } from "../../shared/inbox/panelPorts";
import type { InboxSnapshot } from "../../shared/inbox/snapshot";
import { MINUTE, NOW, buildSession, buildSnapshot } from "./fixtures";
import { SILENT_SERVER } from "../shared/inbox/silentServer";
import { renderPanel } from "./renderPanel";

const jane = buildSession();
const omar = buildSession({
  id: "00000000-0000-0000-0000-000000000002",
  contactName: null,
  phoneNumber: "+15550101",
  newestUnreadAt: NOW - 60 * MINUTE,
});
const blocked: BlockedNumber = {
  id: "00000000-0000-0000-0001-000000000001",
  etag: 'W/"1"',
  phoneNumber: "+15550100",
  customerName: "Jane Doe",
  blockedByName: "Ben Okafor",
  block: { on: NOW - 60 * MINUTE, by: "b", reason: "<b>Advertising</b>", until: NOW + 60 * MINUTE },
};

const tab = (name: RegExp) => screen.getByRole("tab", { name });
const lines = () => screen.getAllByRole("listitem").map((line) => line.getAttribute("aria-label"));
const press = async (name: string) => {
  fireEvent.click(screen.getByRole("button", { name }));
  await settle();
};
const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));

/** Opens one of the two tabs. */
async function open(name: RegExp, snapshot: Partial<InboxSnapshot> = {}, server: Partial<typeof SILENT_SERVER> = {}) {
  const panel = renderPanel(buildSnapshot(snapshot), { server: { ...SILENT_SERVER, ...server } });
  fireEvent.click(tab(name));
  await settle();
  return panel;
}

describe("Dismissed", () => {
  it("is a tab with its count, beside the notifications'", () => {
    renderPanel(buildSnapshot({ dismissed: [jane, omar] }));
    expect(screen.getAllByRole("tab").map((one) => one.textContent)).toEqual(expect.arrayContaining(["Dismissed 2", "Blocked "]));
  });

  it("draws a hundred at first, and a hundred more with each press", async () => {
    const many = Array.from({ length: 150 }, (_, at) => buildSession({ id: `00000000-0000-0000-0000-${String(at).padStart(12, "0")}` }));
    await open(/^Dismissed/, { dismissed: many });
    expect(lines()).toHaveLength(100);
    await press("Show more");
    expect(lines()).toHaveLength(150);
    expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  });

  it("lists what the agent dismissed, with its newest text, each with Restore", async () => {
    const readNewestTexts = () => Promise.resolve(new Map([[jane.id, "<i>Hello</i>\nthere"]]));
    await open(/^Dismissed/, { dismissed: [jane, omar] }, { readNewestTexts });
    expect(lines()).toEqual(["Jane Doe +15550100", "+15550101"]);
    expect(screen.getAllByRole("listitem")[0]?.textContent).toContain("<i>Hello</i>");
    expect(screen.getAllByRole("button", { name: /^Restore/ }).map((one) => one.getAttribute("aria-label"))).toEqual([
      "Restore Jane Doe",
      "Restore +15550101",
    ]);
  });

  it("restores: the line keeps its place and says so, and the inbox is told", async () => {
    const restored: string[] = [];
    const restore = (id: string) => Promise.resolve(void restored.push(id));
    const panel = await open(/^Dismissed/, { dismissed: [jane, omar] }, { restore });
    await press("Restore Jane Doe");
    panel.show(buildSnapshot({ dismissed: [omar] }));
    expect([restored, panel.calls]).toEqual([[jane.id], [["changed", jane.id]]]);
    expect(lines()).toEqual(["Jane Doe +15550100", "+15550101"]);
    expect(screen.getAllByRole("listitem")[0]?.textContent).toContain("Back in the list");
    await press("Undo Jane Doe");
    expect(panel.calls.slice(1)).toEqual([["perform", "dismiss", jane.id]]);
  });

  it("can restore once more what was dismissed once more", async () => {
    const panel = await open(/^Dismissed/, { dismissed: [jane] });
    await press("Restore Jane Doe");
    panel.show(buildSnapshot({ dismissed: [{ ...jane, dismissal: { upTo: NOW, count: 1 } }] }));
    expect(screen.getByRole("button", { name: "Restore Jane Doe" })).toBeTruthy();
  });

  it.each([
    ["denied", "You don’t have permission to do this for Jane Doe. Contact your administrator."],
    ["throttled", "Something went wrong with Jane Doe. Try again."],
  ] as const)("says at the line why it was not restored: %s", async (kind, text) => {
    const { calls } = await open(/^Dismissed/, { dismissed: [jane] }, { restore: () => Promise.reject(new RequestFailed(kind)) });
    await press("Restore Jane Doe");
    // What was dismissed still is: its Undo stays.
    expect(calls).toEqual([]);
    expect(screen.getAllByRole("alert").map((one) => one.textContent)).toContain(text);
    expect(screen.getByRole("button", { name: "Restore Jane Doe" })).toBeTruthy();
  });

  it("says that nothing was sent where the inbox knows that there is no network", async () => {
    const offline = { problem: { kind: "offline", asOf: NOW } } as const;
    const restore = () => Promise.reject(new RequestFailed("offline"));
    await open(/^Dismissed/, { dismissed: [jane], ...offline }, { restore });
    await press("Restore Jane Doe");
    expect(screen.getAllByRole("alert").map((one) => one.textContent)).toContain("Nothing was sent for Jane Doe: you were offline.");
  });

  it("says that there is nothing, and what finds nothing", async () => {
    const panel = await open(/^Dismissed/);
    expect(screen.getByText("Nothing dismissed")).toBeTruthy();
    panel.show(buildSnapshot({ dismissed: [jane] }));
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "nobody" } });
    await settle();
    expect(screen.queryByRole("listitem")).toBeNull();
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "0100" } });
    await settle();
    expect(lines()).toEqual(["Jane Doe +15550100"]);
  });

  it("gives way to the notifications where the agent is led to one", async () => {
    const panel = await open(/^Dismissed/, { dismissed: [omar] });
    panel.show(buildSnapshot({ dismissed: [omar], leadTo: jane.id }));
    expect(tab(/^All/).getAttribute("aria-selected")).toBe("true");
  });
});

describe("Blocked", () => {
  const one = () => Promise.resolve({ items: [blocked], hasMore: false });

  it("is only for those who may block", () => {
    renderPanel(buildSnapshot({ mayBlock: false }));
    expect(screen.queryByRole("tab", { name: /^Blocked/ })).toBeNull();
  });

  it("asks once when it is opened, and says who blocked the number, when, why and until when", async () => {
    const asked: unknown[] = [];
    const readBlockedNumbers = (...given: unknown[]) => {
      asked.push(given);
      return one();
    };
    await open(/^Blocked/, {}, { readBlockedNumbers });
    expect(asked).toEqual([["", 1]]);
    const [line] = screen.getAllByRole("listitem");
    expect([line?.getAttribute("aria-label"), line?.textContent.replace(/[\u2068\u2069]/g, "")]).toEqual([
      "Jane Doe +15550100",
      expect.stringMatching(/Blocked by Ben Okafor, 11\/22\/2026 6:00 PM.*Until 11\/22\/2026 8:00 PM.*Reason: <b>Advertising<\/b>/),
    ]);
  });

  it("unblocks in place, keeps the focus on the button, and offers Undo", async () => {
    const written: unknown[][] = [];
    const setBlocked = (...given: unknown[]) => {
      written.push(given);
      return Promise.resolve('W/"2"');
    };
    const { calls } = await open(/^Blocked/, {}, { readBlockedNumbers: one, setBlocked });
    screen.getByRole("button", { name: "Unblock Jane Doe" }).focus();
    await press("Unblock Jane Doe");
    expect([document.activeElement?.getAttribute("aria-label"), lines()]).toEqual(["Undo Jane Doe", ["Jane Doe +15550100"]]);
    expect(screen.getByText("Not blocked any more")).toBeTruthy();
    await press("Undo Jane Doe");
    expect(written).toEqual([
      [blocked.id, null, 'W/"1"'],
      [blocked.id, blocked.block, 'W/"2"'],
    ]);
    expect(calls).toEqual([
      ["changed", blocked.id],
      ["changed", blocked.id],
    ]);
    expect(screen.getByRole("button", { name: "Unblock Jane Doe" })).toBeTruthy();
  });

  it("says that a block has ended as soon as it has, by the server's clock, in its place and without Unblock", async () => {
    const written: unknown[] = [];
    const setBlocked = (...given: unknown[]) => Promise.resolve(void written.push(given)).then(() => "");
    const panel = await open(/^Blocked/, {}, { readBlockedNumbers: one, setBlocked });
    const unblock = () => screen.getByRole("button", { name: "Unblock Jane Doe" });
    panel.show(buildSnapshot({ now: NOW + 60 * MINUTE - 1 }));
    expect([screen.queryByText("Not blocked any more"), unblock().getAttribute("aria-disabled")]).toEqual([null, null]);
    panel.show(buildSnapshot({ now: NOW + 60 * MINUTE }));
    expect([lines(), screen.getByText("Not blocked any more").getAttribute("role")]).toEqual([["Jane Doe +15550100"], "status"]);
    await press("Unblock Jane Doe");
    expect([unblock().getAttribute("aria-disabled"), written]).toEqual(["true", []]);
  });

  it("asks nothing where the inbox knows that there is no network, and says so", async () => {
    const setBlocked = () => Promise.reject(new Error("asked"));
    await open(/^Blocked/, { problem: { kind: "offline", asOf: NOW } }, { readBlockedNumbers: one, setBlocked });
    await press("Unblock Jane Doe");
    expect(screen.getAllByRole("alert").map((alert) => alert.textContent)).toContain("Nothing was sent for Jane Doe: you were offline.");
  });

  it("says at the number that somebody changed it, and reads it again", async () => {
    let asked = 0;
    const readBlockedNumbers = () => {
      asked += 1;
      return one();
    };
    const readContactNumber = () => Promise.resolve({ etag: 'W/"2"', block: blocked.block, now: NOW });
    const setBlocked = () => Promise.reject(new RequestFailed("stale"));
    await open(/^Blocked/, {}, { readBlockedNumbers, readContactNumber, setBlocked });
    await press("Unblock Jane Doe");
    expect(screen.getByText("Somebody has changed this meanwhile.")).toBeTruthy();
    await press("Retry Jane Doe");
    expect([asked, screen.getByRole("button", { name: "Unblock Jane Doe" }).textContent]).toEqual([2, "Unblock"]);
  });

  it("says that it could not be read, and offers Retry", async () => {
    let isBroken = true;
    const readBlockedNumbers = () => (isBroken ? Promise.reject(new RequestFailed("failed")) : one());
    await open(/^Blocked/, {}, { readBlockedNumbers });
    expect(screen.queryByText("No blocked numbers")).toBeNull();
    isBroken = false;
    await press("Retry");
    expect(lines()).toEqual(["Jane Doe +15550100"]);
  });

  it("says that there are none, and what finds none", async () => {
    await open(/^Blocked/);
    expect(screen.getByText("No blocked numbers")).toBeTruthy();
  });

  it("shows more where there are more", async () => {
    const asked: unknown[] = [];
    const readBlockedNumbers = (words: string, page: number) => {
      asked.push([words, page]);
      return Promise.resolve({ items: [{ ...blocked, id: `n${page}`, customerName: `Customer ${page}` }], hasMore: page === 1 });
    };
    await open(/^Blocked/, {}, { readBlockedNumbers });
    await press("Show more");
    expect([asked, lines()]).toEqual([
      [
        ["", 1],
        ["", 2],
      ],
      ["Customer 1 +15550100", "Customer 2 +15550100"],
    ]);
    expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  });
});
