/** @jest-environment jsdom */
/** The bundle of the box, as the platform and those that load it find it. */
import { ReplyLibrary } from "../../ReplyBox";
import type { ReplyParts } from "../../ReplyBox/replyParts";
import { findLibrary, REPLY_LIBRARY } from "../../shared/browser/libraries";

const parts = findLibrary(window, REPLY_LIBRARY) as ReplyParts;
const by = { sessionId: "50000000-0000-0000-0000-000000000001", userId: "a0000000-0000-0000-0000-00000000000a", userName: "Ana Ruiz" };
const isAsked = () => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

it("shows nothing and writes nothing where somebody has put it on a form", () => {
  const control = new ReplyLibrary();
  control.init();
  expect(control.updateView().props).toEqual({});
  expect(control.getOutputs()).toEqual({});
  control.destroy();
});

it("gives the page the box, the states of texts, and one draft of a conversation, about which the browser asks before the window goes", () => {
  expect(Object.keys(parts).sort()).toEqual([
    "CardAnswer",
    "DeliveryState",
    "MessageMedia",
    "ReplyBox",
    "ThreadQuestion",
    "connectActions",
    "drafts",
    "leaseAnswers",
    "noteFiles",
  ]);
  const lease = parts.leaseAnswers(by);
  expect(isAsked()).toBe(false);
  lease.answers.write("Dear Jane");
  lease.release();
  expect(isAsked()).toBe(true);
  const again = parts.leaseAnswers(by);
  expect(again.answers.getSnapshot().draft).toBe("Dear Jane");
  again.answers.write("");
  again.release();
  expect(isAsked()).toBe(false);
});

it("keeps the draft where the platform runs its bundle twice", async () => {
  const { answers, release } = parts.leaseAnswers(by);
  answers.write("Dear Jane");
  await jest.isolateModulesAsync(async () => {
    await import("../../ReplyBox");
  });
  const found = findLibrary(window, REPLY_LIBRARY) as ReplyParts;
  const second = found.leaseAnswers(by);
  expect(second.answers.getSnapshot().draft).toBe("Dear Jane");
  answers.write("");
  second.release();
  release();
});
