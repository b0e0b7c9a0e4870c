/** @jest-environment jsdom */
import "./nodeGlobals";
import axe from "axe-core";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { openControl } from "./openControl";
import { setControlScene } from "./setControlScene";

const NUMBER = "+4930123456";
const scene = setControlScene();

const contact = (firstname: string, lastname: string, columns: object = {}) =>
  String(scene.dataverse.system("POST", "contacts", { firstname, lastname, ...columns })["contactid"]);
const customer = () => scene.dataverse.rows("msgn_contactnumbers")[0]?.["_msgn_customerid_value"];
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));
const dialog = () => screen.findByRole("dialog", { name: `Whose number is ${NUMBER}?` });
const results = async () => within(await within(await dialog()).findByRole("list")).findAllByRole("button");

it("links a number to one of the customers who have it, shows the name at once, and undoes it", async () => {
  contact("Jane", "Doe", { mobilephone: "030 123456" });
  contact("John", "Doe", { telephone1: NUMBER });
  openControl(scene.dataverse, "ana", { sessionId: scene.dataverse.text(NUMBER) });
  await press("Link to Contact");
  expect(await within(await dialog()).findByText("2 customers have this number.")).not.toBeNull();
  expect((await results()).map(({ textContent }) => textContent)).toEqual(["Jane DoeContact030 123456", "John DoeContact+4930123456"]);
  const { violations } = await axe.run(await dialog(), { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id }) => id)).toEqual([]);
  fireEvent.click((await results())[0] as HTMLElement);
  expect(await screen.findByRole("region", { name: "Jane Doe" })).not.toBeNull();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(await screen.findByText(/is linked to/)).not.toBeNull();
  const undo = await screen.findByRole("button", { name: "Undo" });
  undo.focus();
  fireEvent.click(undo);
  expect(await screen.findByRole("region", { name: NUMBER })).not.toBeNull();
  expect(customer()).toBeNull();
  // It is said, and whoever works by keyboard stays there, also when it goes.
  const said = await screen.findByText("Everything is as it was before.");
  expect(document.activeElement).toBe(said.closest("[aria-live]"));
  const close = screen.getByRole("button", { name: "Close" });
  close.focus();
  fireEvent.click(close);
  expect(document.activeElement?.getAttribute("aria-live")).toBe("polite");
});

it("finds others by name, shows who is linked already, and takes a wrong link away", async () => {
  const sessionId = scene.dataverse.text(NUMBER);
  const jane = contact("Jane", "Doe");
  const [number] = scene.dataverse.rows("msgn_contactnumbers");
  scene.dataverse.system("PATCH", `msgn_contactnumbers(${String(number?.["msgn_contactnumberid"])})`, {
    "msgn_customerid_contact@odata.bind": `/contacts(${jane})`,
  });
  openControl(scene.dataverse, "ana", { sessionId });
  await press("Change Customer");
  expect(await within(await dialog()).findByText(/No contact or account has this number/)).not.toBeNull();
  fireEvent.change(within(await dialog()).getByRole("searchbox"), { target: { value: "doe" } });
  const [found] = await results();
  expect(within(await dialog()).getByRole("status").textContent).toBe("Results: 1");
  expect(found?.textContent).toBe("Jane DoeLinked nowContact");
  expect(found?.getAttribute("aria-disabled")).toBe("true");
  await press("Unlink");
  expect(await screen.findByRole("region", { name: NUMBER })).not.toBeNull();
  expect(scene.dataverse.rows("msgn_contactnumbers")[0]).toMatchObject({ _msgn_customerid_value: null, msgn_withoutcustomer: true });
});

it("makes a contact by the app's own form, with the number filled in, and links what was saved", async () => {
  const sessionId = scene.dataverse.text(NUMBER);
  const id = contact("Jane", "Doe");
  const { opened } = openControl(scene.dataverse, "ana", {
    sessionId,
    saved: { id: `{${id.toUpperCase()}}`, name: "Jane Doe", entityType: "contact" },
  });
  await press("Create Contact");
  expect(await screen.findByRole("region", { name: "Jane Doe" })).not.toBeNull();
  expect(opened).toEqual([[{ entityName: "contact", useQuickCreateForm: true }, { mobilephone: NUMBER }]]);
  expect(customer()).toBe(id);
});

it("says where the agent has thought better of a new contact: nothing", async () => {
  const { opened } = openControl(scene.dataverse, "ana", { sessionId: scene.dataverse.text(NUMBER) });
  await press("Link to Contact");
  fireEvent.change(within(await dialog()).getByRole("searchbox"), { target: { value: "Jane Doe" } });
  fireEvent.click(within(await dialog()).getByRole("button", { name: "Create Contact" }));
  await waitFor(() => expect(opened).toHaveLength(1));
  expect(opened).toEqual([
    [
      { entityName: "contact", useQuickCreateForm: true },
      { firstname: "Jane", lastname: "Doe", mobilephone: NUMBER },
    ],
  ]);
  expect([customer(), screen.queryByRole("dialog")]).toEqual([null, null]);
});

it("goes through the results by the arrow keys, and closes by Escape", async () => {
  contact("Jane", "Doe", { mobilephone: NUMBER });
  openControl(scene.dataverse, "ana", { sessionId: scene.dataverse.text(NUMBER) });
  await press("Link to Contact");
  const [first] = await results();
  const search = within(await dialog()).getByRole("searchbox");
  search.focus();
  fireEvent.keyDown(search, { key: "ArrowDown" });
  expect(document.activeElement).toBe(first);
  fireEvent.keyDown(first as HTMLElement, { key: "ArrowUp" });
  expect(document.activeElement).toBe(search);
  fireEvent.keyDown(search, { key: "Escape", keyCode: 27 });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("offers nothing of it to who may not change numbers", async () => {
  openControl(scene.dataverse, "zoe", { sessionId: scene.dataverse.text(NUMBER) });
  await screen.findByRole("alert");
  expect(screen.queryByRole("button", { name: "Link to Contact" })).toBeNull();
});
