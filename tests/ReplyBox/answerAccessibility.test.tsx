/** @jest-environment jsdom */
import { fireEvent, screen } from "@testing-library/react";
import axe from "axe-core";
import { buildMessage, renderReply, renderState } from "./renderReply";

/** What axe finds, in words. Colours need a browser: jsdom does not draw. */
async function violations(root: Element): Promise<string[]> {
  const found = await axe.run(root, { rules: { "color-contrast": { enabled: false } } });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

it.each([1033, 1025])("has no violation in the box with all that it can say, in language %d", async (languageCode) => {
  const { container, type, strings, tab } = renderReply({ languageCode });
  tab.goOffline();
  type("It’s fine");
  fireEvent.click(screen.getByRole("button", { name: strings.Send }));
  expect(await violations(container)).toEqual([]);
  type(`${"a".repeat(2000)} {customer}`);
  expect(await violations(container)).toEqual([]);
});

it("has no violation where the box is closed and holds a draft", async () => {
  const { container, type, close } = renderReply();
  type("Dear Jane");
  close("closed");
  expect(await violations(container)).toEqual([]);
});

it("has no violation with the templates open, nor with the fields of one", async () => {
  const { container, server, press, settle } = renderReply({ values: { customer: "", agent: "", businessnumber: "" } });
  server.templates = ["a", "b", "c", "d", "e", "f"].map((id) => ({ id, name: id, body: "{customer}", languageCode: "" }));
  press("Templates");
  await settle();
  expect(await violations(container)).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: /^a/ }));
  expect(await violations(container)).toEqual([]);
});

it("has no violation in the state of a text, nor in the question before it is sent again", async () => {
  const { container } = renderState(buildMessage({ delivery: "unconfirmed" }));
  expect(await violations(container)).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Send Again" }));
  expect(await violations(screen.getByRole("dialog"))).toEqual([]);
});
