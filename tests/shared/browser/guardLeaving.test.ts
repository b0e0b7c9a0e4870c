/** @jest-environment jsdom */
import { guardLeaving } from "../../../shared/browser/guardLeaving";

const isAsked = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

it("has the browser ask before the window goes while something would be lost with it, and only then", () => {
  let isNeeded = false;
  const stop = guardLeaving(window, () => isNeeded);
  expect(isAsked()).toBe(false);
  isNeeded = true;
  expect(isAsked()).toBe(true);
  stop();
  expect(isAsked()).toBe(false);
});
