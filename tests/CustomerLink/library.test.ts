/** @jest-environment jsdom */
/** The bundle of linking, as the platform and those that load it find it. */
import "../MessageThread/nodeGlobals";
import { CustomerLibrary } from "../../CustomerLink";
import type { LinkParts } from "../../CustomerLink/linkParts";
import { CUSTOMER_LIBRARY, findLibrary } from "../../shared/browser/libraries";

it("shows nothing and writes nothing where somebody has put it on a form", () => {
  const control = new CustomerLibrary();
  control.init();
  expect(control.updateView().props).toEqual({});
  expect(control.getOutputs()).toEqual({});
  control.destroy();
});

it("gives the page the search for a customer, and what came of it", () => {
  const parts = findLibrary(window, CUSTOMER_LIBRARY) as LinkParts;
  expect(Object.keys(parts).sort()).toEqual(["Linking"]);
});

it("stays the one that it was where the platform runs its bundle twice", async () => {
  const before = findLibrary(window, CUSTOMER_LIBRARY);
  await jest.isolateModulesAsync(async () => {
    await import("../../CustomerLink");
  });
  expect(findLibrary(window, CUSTOMER_LIBRARY)).toBe(before);
});
