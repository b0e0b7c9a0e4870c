/** @jest-environment jsdom */
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { NO_SETTINGS } from "../../shared/domain/settings";
import type { BubblePlace } from "../../shared/domain/settings";
import type { Inbox } from "../../shared/inbox/inbox";
import type { SettingsPort } from "../../shared/inbox/settingsPort";
import { buildActions, buildInbox, buildSnapshot } from "../NotificationPanel/fixtures";
import type { InboxProbe } from "../NotificationPanel/fixtures";
import { box, layOut } from "./pointer";
import { bubble, renderControl } from "./renderControl";

const at = (place: BubblePlace | null) => ({ settings: { chosen: { ...NO_SETTINGS, place }, allowed: { sound: true, desktop: true } } });
/** The bubble's box, and a pointer in the middle of it. */
const HOME = { left: 1288, top: 796 };
const GRIP = { clientX: 1312, clientY: 820, button: 0, buttons: 1, pointerId: 1 };

beforeEach(() => {
  layOut(() => box(HOME.left, HOME.top, 48, 48));
});

afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

function savingBy({ inbox }: InboxProbe, saveSettings: SettingsPort["saveSettings"]): Inbox {
  const actions = buildActions();
  return { ...inbox, getActions: () => ({ ...actions, settings: { ...actions.settings, saveSettings } }) };
}

/** A bubble whose inbox keeps every place, or none. */
function renderMovable(isKept = true, isRtl = false) {
  const saved: unknown[] = [];
  const probe = buildInbox(buildSnapshot(at(null)));
  const saveSettings = (changes: object) => {
    saved.push(changes);
    if (isKept) probe.show(at((changes as { place: BubblePlace }).place));
    return Promise.resolve(isKept ? null : ("offline" as const));
  };
  renderControl({}, { inbox: savingBy(probe, saveSettings), isRtl, isHosted: false });
  return { saved, probe };
}

/** Left, top and bottom. */
const position = () => [bubble().style.left, bubble().style.top, bubble().style.bottom];
const settle = () => act(() => Promise.resolve());
const heard = () => screen.getAllByRole("status", { hidden: true }).map((status) => status.textContent);

async function drag(x: number, y: number, end: "pointerUp" | "pointerCancel" = "pointerUp") {
  fireEvent.pointerDown(bubble(), GRIP);
  fireEvent.pointerMove(bubble(), { ...GRIP, clientX: x, clientY: y });
  fireEvent[end](bubble(), GRIP);
  if (end === "pointerUp") fireEvent.click(bubble());
  await settle();
}

describe("by drag", () => {
  it("follows the pointer, snaps to the nearer side, and is kept; the drag opens no panel", async () => {
    const { saved, probe } = renderMovable();
    fireEvent.pointerDown(bubble(), GRIP);
    fireEvent.pointerMove(bubble(), { ...GRIP, clientX: 700, clientY: 400 });
    expect(position()).toEqual(["676px", "376px", ""]);
    fireEvent.pointerMove(bubble(), { ...GRIP, clientX: 300, clientY: 478 });
    fireEvent.pointerUp(bubble(), GRIP);
    fireEvent.click(bubble());
    await settle();
    expect(saved).toEqual([{ place: { side: "start", permille: 500 } }]);
    expect(bubble().style.left).toBe("");
    expect(heard()).toContain("Bubble on the left, 50% from the top");
    expect(probe.calls).toEqual([]);
  });

  it("of a few pixels is a click", async () => {
    const { saved, probe } = renderMovable();
    await drag(1315, 822);
    expect([saved, probe.calls]).toEqual([[], [["setPanelOpen", true]]]);
  });

  it("with another button of the mouse is none", async () => {
    const { saved } = renderMovable();
    fireEvent.pointerDown(bubble(), { ...GRIP, button: 2, buttons: 2 });
    fireEvent.pointerMove(bubble(), { ...GRIP, clientX: 300 });
    fireEvent.pointerUp(bubble(), GRIP);
    await settle();
    expect(saved).toEqual([]);
  });

  it.each(["Escape", "the browser"])("is taken back by %s", async (by) => {
    const { saved, probe } = renderMovable();
    fireEvent.pointerDown(bubble(), GRIP);
    fireEvent.pointerMove(bubble(), { ...GRIP, clientX: 300, clientY: 300 });
    if (by === "Escape") fireEvent.keyDown(bubble(), { key: "Escape" });
    else fireEvent.pointerCancel(bubble(), GRIP);
    fireEvent.pointerUp(bubble(), GRIP);
    if (by === "Escape") fireEvent.click(bubble());
    await settle();
    expect(position()).toEqual(["", "", "56px"]);
    expect([saved, probe.calls]).toEqual([[], []]);
  });

  it("leaves the keyboard its press", async () => {
    const { probe } = renderMovable();
    await drag(300, 300, "pointerCancel");
    fireEvent.keyDown(bubble(), { key: "Enter" });
    fireEvent.pointerDown(bubble(), GRIP);
    fireEvent.pointerUp(bubble(), GRIP);
    fireEvent.click(bubble());
    expect(probe.calls).toEqual([["setPanelOpen", true]]);
  });

  it("of an older answer does not bring it back from where it has gone since", async () => {
    const answers: (() => void)[] = [];
    const probe = buildInbox(buildSnapshot(at(null)));
    const saveSettings = (changes: object) =>
      new Promise<null>((resolve) => {
        answers.push(() => {
          probe.show(at((changes as { place: BubblePlace }).place));
          resolve(null);
        });
      });
    renderControl({}, { inbox: savingBy(probe, saveSettings), isHosted: false });
    await drag(300, 478);
    await drag(300, 136);
    act(() => answers[0]?.());
    expect(bubble().style.top).toBe("112px");
    act(() => answers[1]?.());
    await settle();
    expect(bubble().style.top).toBe("112px");
  });
});

describe("by keyboard", () => {
  const altArrow = (key: string) => fireEvent.keyDown(bubble(), { key, altKey: true });

  it("goes with Alt and the arrows, says where it is, and is kept when Alt is let go", async () => {
    const { saved } = renderMovable();
    expect(altArrow("ArrowUp")).toBe(false);
    altArrow("ArrowUp");
    expect(heard()).toContain("Bubble on the right, 80% from the top");
    altArrow("ArrowLeft");
    expect(heard()).toContain("Bubble on the left, 80% from the top");
    expect(saved).toEqual([]);
    fireEvent.keyUp(bubble(), { key: "Alt" });
    await settle();
    expect(saved).toEqual([{ place: { side: "start", permille: 800 } }]);
  });

  it("is kept when the focus leaves while Alt is held, once", async () => {
    const { saved } = renderMovable();
    altArrow("ArrowUp");
    fireEvent.blur(bubble());
    fireEvent.keyUp(bubble(), { key: "Alt" });
    await settle();
    expect(saved).toHaveLength(1);
  });

  it("takes back with Escape what was moved since the focus came", async () => {
    const { saved } = renderMovable();
    altArrow("ArrowUp");
    fireEvent.keyUp(bubble(), { key: "Alt" });
    altArrow("ArrowLeft");
    fireEvent.keyUp(bubble(), { key: "Alt" });
    expect(fireEvent.keyDown(bubble(), { key: "Escape" })).toBe(false);
    await settle();
    expect(saved[2]).toEqual({ place: { side: "end", permille: 1000 } });
    expect(bubble().style.bottom).toBe("56px");
    expect(fireEvent.keyDown(bubble(), { key: "Escape" })).toBe(true);
  });

  it("leaves arrows without Alt, and Alt with other keys, alone", () => {
    const { saved } = renderMovable();
    expect(fireEvent.keyDown(bubble(), { key: "ArrowUp" })).toBe(true);
    expect(altArrow("Tab")).toBe(true);
    fireEvent.keyUp(bubble(), { key: "Alt" });
    expect(saved).toEqual([]);
  });

  it("is told of beforehand to those who hear the bubble", () => {
    renderMovable();
    const hint = document.getElementById(bubble().getAttribute("aria-describedby") ?? "");
    expect(hint?.textContent).toBe("Move with Alt and the arrow keys, or by dragging");
    expect(bubble().getAttribute("aria-keyshortcuts")).toBe("Alt+M");
    expect(bubble().title).toBe("Messages, 1 unread (Alt+M)");
  });

  it("mirrors left and right with the language", () => {
    renderMovable(true, true);
    altArrow("ArrowRight");
    expect(heard()).toContain("Bubble on the left, 100% from the top");
  });
});

it("stays in this window where it cannot be kept, and says so", async () => {
  renderMovable(false);
  await drag(300, 478);
  expect(bubble().style.top).toContain("calc");
  expect(heard()).toContain("The bubble’s place couldn’t be saved.");
});

it("says so visibly, too, beside the bubble, for a while", async () => {
  jest.useFakeTimers();
  renderMovable(false);
  await drag(300, 478);
  const told = screen.getByText("The bubble’s place couldn’t be saved.");
  const { position, width } = getComputedStyle(told);
  expect([position, width, told.style.marginInlineStart, told.style.top]).toEqual(["fixed", "", "56px", bubble().style.top]);
  await act(() => jest.advanceTimersByTimeAsync(10_000));
  expect(screen.queryByText("The bubble’s place couldn’t be saved.")).toBeNull();
  jest.useRealTimers();
});

it("goes where another tab has moved it", () => {
  const { probe } = renderMovable();
  act(() => probe.show(at({ side: "start", permille: 0 })));
  expect(bubble().style.top).toBe("112px");
});
