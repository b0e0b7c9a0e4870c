/** @jest-environment jsdom */
import "./nodeGlobals";
import { screen } from "@testing-library/react";
import { watchConversationInset } from "../../shared/browser/conversationInset";
import { closeControls, openControl } from "./openControl";
import { setControlScene } from "./setControlScene";

const scene = setControlScene();
afterEach(() => jest.restoreAllMocks());

it("tells the window how much of its end the conversation takes in a pane, for the bubble to keep off it, and nothing once it is gone", async () => {
  // The tests' browser lays nothing out.
  const pane = new DOMRect(window.innerWidth - 300, 0, 300, 600);
  jest.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(pane);
  openControl(scene.dataverse, "ana", { sessionId: scene.dataverse.text("+15550100") });
  await screen.findByText("Message 1");
  const inset = watchConversationInset(window);
  expect(inset.get()).toBe(300);
  closeControls();
  expect(inset.get()).toBe(0);
});
