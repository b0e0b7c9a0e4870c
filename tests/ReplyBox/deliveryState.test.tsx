/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { RequestFailed } from "../../shared/domain/failure";
import { setUpAnswers } from "../shared/thread/answerServer";
import { buildMessage, renderState } from "./renderReply";

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

/** A text that the server has, in that state. */
async function setUpListed(delivery: "failed" | "unconfirmed") {
  const scene = setUpAnswers();
  scene.say("Hello");
  await scene.world.settle();
  scene.server.deliver(scene.listed("Hello").id, delivery);
  scene.read();
  const rendered = renderState(scene.listed("Hello"), { scene });
  return { ...rendered, message: () => scene.listed("Hello") };
}

it.each([
  ["queued", "Queued"],
  ["sending", "Sending"],
  ["sent", "Sent"],
  ["delivered", "Delivered"],
  ["failed", "Failed"],
] as const)("says that a text is %s", (delivery, words) => {
  const { container } = renderState(buildMessage({ delivery }), { mayAnswer: false });
  expect(container.textContent).toBe(words);
});

it.each([
  ["optedOut", "Failed: the customer had opted out"],
  ["30003: Unreachable destination handset", "Failed: 30003: Unreachable destination handset"],
  ["constructor", "Failed: constructor"],
])("says why a text has failed: %s", (error, words) => {
  const { container } = renderState(buildMessage({ delivery: "failed", error }), { mayAnswer: false });
  expect(container.textContent).toBe(words);
});

it("shows nothing of a text of which nobody has noted what became of it", () => {
  expect(renderState(buildMessage({ delivery: null })).container.textContent).toBe("");
});

it("offers Send Again for a failed text to who may answer, and does it", async () => {
  const { buttons, settle, message } = await setUpListed("failed");
  expect(buttons()).toEqual(["Send Again"]);
  press("Send Again");
  expect(screen.getByRole("button", { name: "Send Again" }).hasAttribute("disabled")).toBe(true);
  await settle();
  expect(message().delivery).toBe("queued");
});

it.each(["tooLong", "empty"])("does not offer to send again what would fail again: %s", (error) => {
  expect(renderState(buildMessage({ delivery: "failed", error })).buttons()).toEqual([]);
});

it("offers nothing to who may not answer", () => {
  expect(renderState(buildMessage({ delivery: "unconfirmed" }), { mayAnswer: false }).buttons()).toEqual([]);
});

it("offers Check where nobody knows whether a text went out, and says so", async () => {
  const { container, buttons, settle, message } = await setUpListed("unconfirmed");
  expect(container.textContent).toContain("Nobody knows whether it was sent.");
  expect(buttons()).toEqual(["Check", "Send Again"]);
  press("Check");
  await settle();
  expect(message().delivery).toBe("sending");
});

it("sends such a text again only when the agent has been told that it may arrive twice", async () => {
  const { settle, texts, buttons, message, show } = await setUpListed("unconfirmed");
  press("Send Again");
  expect(screen.getByRole("dialog").textContent).toContain("may get it twice");
  press("Cancel");
  await settle();
  expect(texts()).toEqual(["Hello"]);
  press("Send Again");
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Send Again" }));
  await settle();
  expect(texts()).toEqual(["Hello", "Hello"]);
  show(message());
  expect(buttons()).toEqual(["Check"]);
});

it("says that a text is not written yet, then why it could not be, and lets it be sent again or edited", async () => {
  const scene = setUpAnswers();
  scene.server.before = () => {
    throw new RequestFailed("denied");
  };
  scene.say("Hello");
  const pending = () => {
    const [message] = scene.answers.getSnapshot().pending;
    if (!message) throw new Error("It is lost.");
    return message;
  };
  const { container, settle, show, buttons, draft } = renderState(pending(), { scene });
  expect(container.textContent).toBe("Not sent yet");
  await settle();
  show(pending());
  expect(container.textContent).toContain("Not sent: you don’t have permission");
  expect(buttons()).toEqual(["Send Again", "Edit"]);
  press("Edit");
  expect(draft()).toBe("Hello");
});

it("says that a text is queued as soon as the server has it", async () => {
  const scene = setUpAnswers();
  scene.say("Hello");
  const [message] = scene.answers.getSnapshot().pending;
  if (!message) throw new Error("It is lost.");
  const { container, settle } = renderState(message, { scene });
  expect(container.textContent).toBe("Not sent yet");
  await settle();
  expect(container.textContent).toBe("Queued");
});

it("is not rendered again while the agent writes", () => {
  const { answers, renders } = renderState(buildMessage({ delivery: "unconfirmed" }));
  const before = renders();
  act(() => answers.write("H"));
  act(() => answers.write("Hi"));
  expect(renders()).toBe(before);
});
