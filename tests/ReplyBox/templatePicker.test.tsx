/** @jest-environment jsdom */
import { act, fireEvent, screen } from "@testing-library/react";
import type { Template } from "../../shared/domain/templateText";
import { RequestFailed } from "../../shared/domain/failure";
import { renderReply } from "./renderReply";
import type { RenderReplyOptions } from "./renderReply";

const template = (name: string, body = name, languageCode = ""): Template => ({ id: name, name, body, languageCode });

/** The box with the templates open. */
async function openPicker(templates: readonly Template[], options: RenderReplyOptions = {}) {
  const scene = renderReply(options);
  scene.server.templates = templates;
  scene.press("Templates");
  await scene.settle();
  const names = () => screen.queryAllByRole("listitem").map((item) => item.querySelector("span")?.textContent);
  const choose = (name: string) => fireEvent.click(screen.getByRole("button", { name: new RegExp(`^${name}`) }));
  return { ...scene, names, choose };
}

it("puts a template into the text, its places filled, and the focus behind it", async () => {
  const { type, box, choose, press, settle } = await openPicker([template("Thanks", "Thank you, {customer}! {agent}, {businessnumber}")]);
  press("Templates");
  type("Hi. Bye.");
  box().setSelectionRange(4, 4);
  press("Templates");
  await settle();
  choose("Thanks");
  expect(box().value).toBe("Hi. Thank you, Jane Doe! Ana Ruiz, +15550999Bye.");
  expect([document.activeElement, box().selectionStart]).toEqual([box(), box().value.length - 4]);
  expect(screen.queryByRole("region", { name: "Templates" })).toBeNull();
});

it("asks in place for what is not known, also for places of the administrator's own, and never inserts a place", async () => {
  const { box, choose, press } = await openPicker([template("Order", "Dear {customer}, your order {order number} is ready.")], {
    values: { customer: "", agent: "Ana", businessnumber: "" },
  });
  choose("Order");
  const insert = () => screen.getByRole("button", { name: "Insert" });
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Customer" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Customer" }), { target: { value: "Jane" } });
  press("Insert");
  expect([box().value, insert().getAttribute("aria-disabled")]).toEqual(["", "true"]);
  fireEvent.change(screen.getByRole("textbox", { name: "order number" }), { target: { value: " 17 " } });
  fireEvent.keyDown(screen.getByRole("textbox", { name: "order number" }), { key: "Enter" });
  expect(box().value).toBe("Dear Jane, your order 17 is ready.");
});

it("shows those of the agent's language first, then those of none", async () => {
  const { names } = await openPicker([template("Danke", "Danke", "de"), template("Neutral"), template("Thanks", "Thanks", "en-GB")]);
  expect(names()).toEqual(["Thanks", "Neutral", "Danke"]);
});

it("finds one among many by its name or text, whatever the accents", async () => {
  const many = ["One", "Two", "Three", "Four", "Five"].map((name) => template(name));
  const { names } = await openPicker([...many, template("Away", "Wir sind im Café")]);
  fireEvent.change(screen.getByRole("searchbox", { name: "Search templates" }), { target: { value: "cafe" } });
  expect(names()).toEqual(["Away"]);
  fireEvent.change(screen.getByRole("searchbox", { name: "Search templates" }), { target: { value: "xyz" } });
  expect(screen.getByText("No template found.")).not.toBeNull();
});

it("says that there are none", async () => {
  await openPicker([]);
  expect(screen.getByText("There are no templates yet.")).not.toBeNull();
});

it("says that they cannot be loaded, and loads them when asked again", async () => {
  const scene = renderReply();
  scene.server.templates = [template("Thanks")];
  scene.server.before = () => {
    throw new RequestFailed("failed");
  };
  scene.press("Templates");
  await scene.settle();
  expect(screen.getByText("The templates couldn’t be loaded.")).not.toBeNull();
  scene.server.before = () => undefined;
  scene.press("Retry");
  await act(() => scene.world.settle());
  expect(screen.getByRole("button", { name: /^Thanks/ })).not.toBeNull();
});

it("leads back by Escape: from the fields to the list, from the list to the box", async () => {
  const { choose, box } = await openPicker([template("Order", "{order}")]);
  choose("Order");
  fireEvent.keyDown(screen.getByRole("textbox", { name: "order" }), { key: "Escape" });
  const region = screen.getByRole("region", { name: "Templates" });
  expect(document.activeElement).toBe(region);
  fireEvent.keyDown(region, { key: "Escape" });
  expect([screen.queryByRole("region", { name: "Templates" }), document.activeElement]).toEqual([null, box()]);
});
