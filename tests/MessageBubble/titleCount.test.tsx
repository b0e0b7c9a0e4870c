/** @jest-environment jsdom */
import { act, cleanup, render, waitFor } from "@testing-library/react";
import { MessageBubble } from "../../MessageBubble/index";
import { titleCount } from "../../MessageBubble/titleCount";
import { NO_SETTINGS } from "../../shared/domain/settings";
import { buildSnapshot, MINUTE, NOW } from "../NotificationPanel/fixtures";
import { buildContext, serve } from "./platform";

afterEach(() => {
  cleanup();
  document.title = "";
});

const settings = { chosen: NO_SETTINGS, allowed: { sound: true, desktop: true } };

it.each([
  ["the number of unread messages", { unread: 3 }, "3"],
  ["a number that is no more than a limit", { unread: 40, isLowerBound: true }, "99+"],
  ["a number with a question mark while the browser is offline", { unread: 3, problem: { kind: "offline", asOf: NOW } }, "3?"],
  ["a number with a question mark when the list is too old", { unread: 3, staleAsOf: NOW - 3 * MINUTE }, "3?"],
  ["nothing at zero", { unread: 0 }, ""],
  ["nothing where no right number is known", { unread: null }, ""],
  ["nothing for a user who has no part in the product any more", { unread: 3, phase: "hidden" }, ""],
  [
    "nothing where the agent does not want it",
    { unread: 3, settings: { ...settings, chosen: { ...NO_SETTINGS, countInTitle: false } } },
    "",
  ],
] as const)("the tab's title gets %s", (_, snapshot, expected) => {
  expect(titleCount(buildSnapshot({ settings, ...snapshot }))).toBe(expected);
});

it("is written once however many controls a window has, and is the app's own again when the last one is gone", async () => {
  globalThis.fetch = serve([]);
  document.title = "Contacts";
  const controls = [new MessageBubble(), new MessageBubble()];
  for (const control of controls) {
    control.init(buildContext(), () => undefined);
    act(() => void render(control.updateView(buildContext())));
  }
  await waitFor(() => expect(document.title).toBe("(2) Contacts"));
  document.title = "Accounts";
  await waitFor(() => expect(document.title).toBe("(2) Accounts"), { timeout: 3_000 });
  cleanup();
  controls[0]?.destroy();
  expect(document.title).toBe("(2) Accounts");
  controls[1]?.destroy();
  expect(document.title).toBe("Accounts");
});
