/** @jest-environment jsdom */
import "./nodeGlobals";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { openControl } from "./openControl";
import { setControlScene } from "./setControlScene";

const NUMBER = "+4930123456";
const scene = setControlScene();

const contact = (lastname: string, columns: object = {}) =>
  String(scene.dataverse.system("POST", "contacts", { firstname: "Jane", lastname, ...columns })["contactid"]);
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));
const dialog = () => screen.findByRole("dialog", { name: `Whose number is ${NUMBER}?` });
const search = async (words: string) => fireEvent.change(within(await dialog()).getByRole("searchbox"), { target: { value: words } });
const says = async (text: RegExp) => expect(await screen.findByText(text)).not.toBeNull();
const linkTo = (table: "contact" | "account", id: string) => {
  const [number] = scene.dataverse.rows("msgn_contactnumbers");
  scene.dataverse.system("PATCH", `msgn_contactnumbers(${String(number?.["msgn_contactnumberid"])})`, {
    [`msgn_customerid_${table}@odata.bind`]: `/${table}s(${id})`,
  });
};

/** Until the returned function is called, no request that this holds for gets an answer. */
function cut(isCut: (url: string, method: string) => boolean): () => void {
  const { fetch } = globalThis;
  globalThis.fetch = ((url: string, init?: RequestInit) =>
    isCut(url, init?.method ?? "GET") ? Promise.reject(new TypeError("cut")) : fetch(url, init)) as typeof fetch;
  return () => {
    globalThis.fetch = fetch;
  };
}

it("says why a search failed, and searches again", async () => {
  contact("Doe", { mobilephone: NUMBER });
  openControl(scene.dataverse, "ana", { sessionId: scene.dataverse.text(NUMBER) });
  await screen.findByRole("button", { name: "Link to Contact" });
  const mend = cut((url) => url.includes("contacts") || url.includes("accounts"));
  await press("Link to Contact");
  await says(/^The search failed/);
  mend();
  await press("Retry");
  await says(/^1 customer/);
});

it("says that nobody was found, and that there are more than it shows", async () => {
  openControl(scene.dataverse, "ana", { sessionId: scene.dataverse.text(NUMBER) });
  await press("Link to Contact");
  await search("nobody of this name");
  await says(/^Nobody was found/);
  for (let count = 0; count < 25; count += 1) contact(`Doe ${count}`);
  await search("doe");
  await says(/^These are the first 20/);
});

it("names the colleague who has linked the number in the meantime, and links nothing", async () => {
  const [mine, theirs] = [contact("Doe", { mobilephone: NUMBER }), contact("Roe")];
  openControl(scene.dataverse, "ana", { sessionId: scene.dataverse.text(NUMBER) });
  await press("Link to Contact");
  const found = await within(await within(await dialog()).findByRole("list")).findAllByRole("button");
  linkTo("contact", theirs);
  fireEvent.click(found[0] as HTMLElement);
  expect((await screen.findByText(/in the meantime/)).textContent).toContain("Jane Roe");
  expect(scene.dataverse.rows("msgn_contactnumbers")[0]?.["_msgn_customerid_value"]).toBe(theirs);
  expect(theirs).not.toBe(mine);
  await press("Close");
  await waitFor(() => expect(screen.queryByText(/in the meantime/)).toBeNull());
});

it("says that the link could not be made, and can make it later", async () => {
  const id = contact("Doe", { mobilephone: NUMBER });
  openControl(scene.dataverse, "ana", { sessionId: scene.dataverse.text(NUMBER) });
  await press("Link to Contact");
  const [found] = await within(await within(await dialog()).findByRole("list")).findAllByRole("button");
  const mend = cut((_, method) => method !== "GET");
  fireEvent.click(found as HTMLElement);
  await says(/^The number wasn’t linked/);
  mend();
  await press("Link to Contact");
  const [again] = await within(await within(await dialog()).findByRole("list")).findAllByRole("button");
  fireEvent.click(again as HTMLElement);
  expect(await screen.findByRole("region", { name: "Jane Doe" })).not.toBeNull();
  expect(scene.dataverse.rows("msgn_contactnumbers")[0]?.["_msgn_customerid_value"]).toBe(id);
});
