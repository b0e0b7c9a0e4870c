/** @jest-environment jsdom */
/** The control comes and goes with every form that an agent opens, all day long: nothing of it may stay behind. */
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import * as React from "react";
import { MessageBubble } from "../../MessageBubble/index";
import { windowSeats } from "../../MessageBubble/seats";
import { windowInbox } from "../../MessageBubble/windowInbox";
// The panel's code is in the page already: it is loaded once, and stays.
import "../../NotificationPanel";
import { howMany } from "../effort";
import { openLedger } from "./ledger";
import type { Ledger } from "./ledger";
import { buildContext, serve } from "./platform";
import type { FormState } from "./platform";

/** A hundred has every life in its share. */
const MOUNTS = howMany(1_000, 200);
/** Enough to let every promise of a request and its answer settle. */
const TURNS = 40;

let ledger: Ledger;

beforeEach(() => {
  jest.useFakeTimers();
  ledger = openLedger(window);
  globalThis.fetch = serve([]);
});

afterEach(() => {
  cleanup();
  ledger.restore();
  jest.useRealTimers();
});

async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
  });
}

/** Lets time pass (ms). */
function pass(ms: number): void {
  act(() => {
    jest.advanceTimersByTime(ms);
  });
}

/** A control on a form, as the platform runs it. */
function start(state: FormState) {
  const control = new MessageBubble();
  control.init(buildContext(state), () => undefined);
  const draw = (given: FormState) => {
    let element = <></>;
    act(() => {
      element = control.updateView(buildContext(given));
    });
    return element;
  };
  const view = render(draw(state));
  return {
    destroy: () => act(() => control.destroy()),
    unmount() {
      view.unmount();
      view.container.remove();
    },
    update: (given: FormState) => view.rerender(draw(given)),
  };
}

const press = (selector: string) => {
  const button = document.querySelector(selector);
  if (!button) throw new Error(`There is no ${selector}`);
  fireEvent.click(button);
};
const pressBubble = () => press('button[aria-label^="Messages"]');

/** The lives that a control may have, each to its end, and how many of a hundred are such. Those that render much are seldom. */
const LIVES: readonly (readonly [number, () => Promise<void>])[] = [
  [30, onAForm],
  [44, goneBeforeTheServerAnswers],
  [10, destroyedBeforeItIsTakenFromThePage],
  [8, throughABackgroundRefresh],
  [4, inThePaneFromPageToPage],
  [2, twoAtOnce],
  [2, closedWithThePanelOpen],
];
const HUNDRED = LIVES.flatMap(([share, life]) => Array.from({ length: share }, () => life));

async function onAForm() {
  const form = start({});
  await settle();
  form.unmount();
  form.destroy();
}

async function inThePaneFromPageToPage() {
  const form = start({ page: "token1|entitylist|account" });
  await settle();
  form.update({ page: "token1|form|contact", panelOpen: true });
  await settle();
  form.update({ page: "token1|form|contact", panelOpen: false });
  form.unmount();
  form.destroy();
}

async function goneBeforeTheServerAnswers() {
  const form = start({});
  form.destroy();
  form.unmount();
  await settle();
}

async function destroyedBeforeItIsTakenFromThePage() {
  const form = start({});
  await settle();
  form.destroy();
  form.unmount();
}

async function twoAtOnce() {
  const [first, second] = [start({}), start({ page: "token1|entitylist|account" })];
  await settle();
  first.unmount();
  first.destroy();
  await settle();
  second.unmount();
  second.destroy();
}

async function throughABackgroundRefresh() {
  const form = start({});
  await settle();
  pass(61_000);
  await settle();
  fireEvent(document, new Event("visibilitychange"));
  fireEvent(window, new Event("online"));
  form.unmount();
  form.destroy();
  await settle();
}

/** Over the page, in the middle of an action. */
async function closedWithThePanelOpen(): Promise<void> {
  const form = start({});
  await settle();
  pressBubble();
  await settle();
  press('button[aria-label^="View Message"]');
  form.unmount();
  form.destroy();
  await settle();
}

async function live(turn: number): Promise<void> {
  // A step that has no factor in common with a hundred: each life comes after each.
  await HUNDRED[(turn * 37) % HUNDRED.length]?.();
  // What the user interface library had planned for its animations is over after a second.
  pass(1_000);
}

it(`leaves nothing behind over ${MOUNTS} mounts: no timer, listener, channel, lock, element or style`, async () => {
  // What React and the user interface library set up once, for good, is not the control's.
  for (const [, life] of LIVES) await life();
  pass(1_000);
  const before = ledger.holdings();
  const timers = jest.getTimerCount();
  for (let turn = 0; turn < MOUNTS; turn++) await live(turn);
  expect(ledger.holdings()).toEqual(before);
  expect(jest.getTimerCount()).toBe(timers);
  expect(before).toMatchObject({ channels: 0, locks: 0, "channel listeners": 0, "navigation listeners": 0, "elements in the body": 0 });
  expect(timers).toBe(0);
}, 60_000);

it("counts what is there while a control is, so that nothing left is nothing left", async () => {
  const before = ledger.holdings();
  const form = start({});
  await settle();
  const during = ledger.holdings();
  expect(during).toMatchObject({ channels: 1, "channel listeners": 1, "navigation listeners": 1 });
  expect(during["window listeners"]).toBeGreaterThan(before["window listeners"] ?? 0);
  expect(during["document listeners"]).toBeGreaterThan(before["document listeners"] ?? 0);
  expect(during["elements in the body"]).toBeGreaterThan(0);
  expect(jest.getTimerCount()).toBeGreaterThan(0);
  form.unmount();
  form.destroy();
});

it("gives its place and its share of the window's inbox back", async () => {
  await twoAtOnce();
  await closedWithThePanelOpen();
  const seat = windowSeats.take();
  expect(seat.isFirst()).toBe(true);
  seat.leave();
  const connect = jest.fn(() => ({ destroy: () => undefined }) as never);
  windowInbox.lease(connect, () => Promise.resolve(true)).release();
  expect(connect).toHaveBeenCalledTimes(1);
});
