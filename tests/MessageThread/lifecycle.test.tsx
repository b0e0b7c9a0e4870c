/** @jest-environment jsdom */
import "./nodeGlobals";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { findLibrary, REPLY_LIBRARY } from "../../shared/browser/libraries";
import type { Login } from "../dataverse";
import { closeControls, openControl } from "./openControl";
import { setControlScene } from "./setControlScene";

const NUMBER = "+15550100";
const ACCEPTED = 864500001;
const NO_SESSION = "There is no conversation to show here. Save the session first, or open the session’s own form.";
const scene = setControlScene();

const ownedBy = (login: Login) => ({
  session: { msgn_sessionstatus: ACCEPTED, "ownerid@odata.bind": `/systemusers(${scene.dataverse.idOf(login)})` },
});
const read = (id: string, columns: string) => scene.dataverse.system("GET", `msgn_sessions(${id})?$select=${columns}`);
const ownerOf = (id: string) => read(id, "_ownerid_value")["_ownerid_value"];
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));
const box = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Reply" });
/** Resolves when nothing has been asked for a while: what was under way has come to its end. */
async function settle(): Promise<void> {
  let before = -1;
  while (before !== scene.dataverse.asked.length) {
    before = scene.dataverse.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe("the control's life", () => {
  it("begins with a request, shows the form's session, and writes no column", async () => {
    const sessionId = scene.dataverse.text(NUMBER, ownedBy("ana"));
    const { control } = openControl(scene.dataverse, "ana", { sessionId });
    expect(screen.getByRole("region").getAttribute("aria-busy")).toBe("true");
    const region = await screen.findByRole("region", { name: NUMBER });
    expect(within(region).getByRole("article").textContent).toContain("Message 1");
    expect((await box()).value).toBe("");
    expect(control.getOutputs()).toEqual({});
    await expect(control.getActions().afterPageLoad()).resolves.toBeUndefined();
  });

  it("finds the session where only the page tells of it", async () => {
    const sessionId = scene.dataverse.text(NUMBER);
    openControl(scene.dataverse, "ana", { sessionId, toldIn: "page" });
    expect(await screen.findByText("Message 1")).not.toBeNull();
  });

  it.each([
    ["a row that is not saved", {}],
    ["a form of another table", { sessionId: "50000000-0000-4000-8000-000000000001", table: "account" }],
  ])("says on %s that there is no conversation, and asks nothing", async (_, state) => {
    const { control } = openControl(scene.dataverse, "ana", state);
    await settle();
    expect(document.body.textContent).toBe(NO_SESSION);
    expect(control.getOutputs()).toEqual({});
    expect(scene.dataverse.asked).toEqual([]);
  });

  it("begins when a new session has been saved", async () => {
    const { update } = openControl(scene.dataverse, "ana", {});
    update({ sessionId: scene.dataverse.text(NUMBER) });
    expect(await screen.findByText("Message 1")).not.toBeNull();
  });

  it("asks nothing when the platform draws it again, and everything when the form shows another session", async () => {
    const [sessionId, other] = [scene.dataverse.text(NUMBER), scene.dataverse.text("+15550101")];
    const { update } = openControl(scene.dataverse, "ana", { sessionId });
    await screen.findByText("Message 1");
    await settle();
    scene.dataverse.asked.length = 0;
    update({ sessionId });
    await settle();
    expect(scene.dataverse.asked).toEqual([]);
    update({ sessionId: other });
    expect(await screen.findByText("Message 2")).not.toBeNull();
    expect(screen.queryByText("Message 1")).toBeNull();
    expect(scene.dataverse.asked.filter((asked) => asked.includes(sessionId))).toEqual([]);
  });

  it("ends without a trace", async () => {
    openControl(scene.dataverse, "ana", { sessionId: scene.dataverse.text(NUMBER, ownedBy("ana")) });
    await box();
    await settle();
    closeControls();
    await settle();
    scene.dataverse.asked.length = 0;
    window.dispatchEvent(new Event("online"));
    document.dispatchEvent(new Event("visibilitychange"));
    await settle();
    expect([scene.dataverse.asked, document.body.textContent]).toEqual([[], ""]);
  });
});

describe("the agent", () => {
  it("accepts, and gives back", async () => {
    const sessionId = scene.dataverse.text(NUMBER);
    const before = ownerOf(sessionId);
    openControl(scene.dataverse, "ben", { sessionId });
    expect((await screen.findByText("Accept the conversation to reply.")).closest("[role=status]")).not.toBeNull();
    await press("Accept");
    await box();
    expect(ownerOf(sessionId)).toBe(scene.dataverse.idOf("ben"));
    expect(document.body.textContent).toContain(`You accepted the conversation with ${NUMBER}.`);
    await press("Give Back");
    await waitFor(() => expect(ownerOf(sessionId)).toBe(before));
    expect(await screen.findByRole("button", { name: "Accept" })).not.toBeNull();
  });

  it("answers: the text is in the thread at once, then in the conversation's rows", async () => {
    const sessionId = scene.dataverse.text(NUMBER, ownedBy("ana"));
    openControl(scene.dataverse, "ana", { sessionId });
    fireEvent.change(await box(), { target: { value: "It is ready." } });
    await press("Send");
    expect(screen.getAllByRole("article")[1]?.textContent).toContain("It is ready.");
    await screen.findByText("Queued");
    const written = scene.dataverse.rows("msgn_messages?$select=msgn_body&$filter=msgn_direction eq 864500001");
    expect(written.map((row) => row["msgn_body"])).toEqual(["It is ready."]);
  });

  it("closes the conversation after a question that says what is left, and cannot answer any more; Undo opens it again", async () => {
    const sessionId = scene.dataverse.text(NUMBER, ownedBy("ana"));
    openControl(scene.dataverse, "ana", { sessionId });
    fireEvent.change(await box(), { target: { value: "It is ready." } });
    await press("Close Conversation");
    const question = await screen.findByRole("dialog", { name: "Close Conversation" });
    expect(question.textContent).toContain("There are messages here that you haven’t read.");
    expect(question.textContent).toContain("What you have written hasn’t been sent.");
    fireEvent.click(within(question).getByRole("button", { name: "Close Conversation" }));
    await waitFor(() => expect(read(sessionId, "statecode")["statecode"]).toBe(1));
    expect(await screen.findByText(/^The conversation is closed/)).not.toBeNull();
    await press("Undo");
    await waitFor(() => expect(read(sessionId, "statecode")["statecode"]).toBe(0));
    expect((await box()).value).toBe("It is ready.");
    fireEvent.change(await box(), { target: { value: "" } });
  });

  it("opens the customer's record, and may stay on a page with unsaved changes", async () => {
    const sessionId = scene.dataverse.text(NUMBER);
    const contact = String(scene.dataverse.system("POST", "contacts", { firstname: "Jane", lastname: "Doe" })["contactid"]);
    const [number] = scene.dataverse.rows("msgn_contactnumbers?$select=msgn_contactnumberid");
    scene.dataverse.system("PATCH", `msgn_contactnumbers(${String(number?.["msgn_contactnumberid"])})`, {
      "msgn_customerid_contact@odata.bind": `/contacts(${contact})`,
    });
    const { opened } = openControl(scene.dataverse, "ana", { sessionId, staysHere: true });
    await press("Open Contact");
    await settle();
    expect(opened).toEqual([{ entityName: "contact", entityId: contact }]);
  });

  it("opens a link by the platform's own navigation", async () => {
    const sessionId = scene.dataverse.text(NUMBER);
    const [message] = scene.dataverse.rows("msgn_messages?$select=msgn_messageid");
    scene.dataverse.system("PATCH", `msgn_messages(${String(message?.["msgn_messageid"])})`, { msgn_body: "See https://example.com/bike" });
    const { opened } = openControl(scene.dataverse, "ana", { sessionId });
    await press("https://example.com/bike");
    await press("Open");
    expect(opened).toEqual(["https://example.com/bike"]);
  });
});

describe("what the control says where there is nothing to show", () => {
  it("to a user without a role", async () => {
    openControl(scene.dataverse, "zoe", { sessionId: scene.dataverse.text(NUMBER) });
    expect(await screen.findByText(/^You don’t have permission to read this conversation/)).not.toBeNull();
  });

  it("of a session that has been deleted", async () => {
    openControl(scene.dataverse, "ana", { sessionId: "50000000-0000-4000-8000-000000000001" });
    expect(await screen.findByText("This conversation has been deleted.")).not.toBeNull();
  });

  it("while the server cannot be reached, and shows the conversation when Retry reaches it", async () => {
    const sessionId = scene.dataverse.text(NUMBER);
    const fetchAsAna = scene.dataverse.fetchAs("ana");
    let isCut = true;
    const state = { sessionId };
    const cut = {
      ...scene.dataverse,
      fetchAs: () => ((url, init) => (isCut ? Promise.reject(new TypeError("cut")) : fetchAsAna(url, init))) as typeof fetchAsAna,
    };
    openControl(cut, "ana", state);
    expect((await screen.findByRole("alert")).textContent).toContain("The conversation couldn’t be loaded.");
    isCut = false;
    await press("Retry");
    expect(await screen.findByText("Message 1")).not.toBeNull();
  });
});

it("loads the box as a script of the environment where the platform loads no other control, and takes the script away again", async () => {
  await import("../../ReplyBox");
  const page = window as unknown as Record<string, unknown>;
  const key = Object.keys(page).find((name) => page[name] === findLibrary(window, REPLY_LIBRARY)) ?? "";
  const parts = page[key];
  Reflect.deleteProperty(page, key);
  openControl(scene.dataverse, "ana", { sessionId: scene.dataverse.text(NUMBER, ownedBy("ana")), hasNoDependencies: true });
  await screen.findByText("Message 1");
  const script = document.head.querySelector("script");
  expect(new URL(script?.src ?? "").pathname).toBe("/WebResources/cc_msgn_MessageNotification.ReplyLibrary/bundle.js");
  expect(screen.queryByRole("textbox")).toBeNull();
  // As its bundle does when it runs.
  page[key] = parts;
  act(() => void script?.dispatchEvent(new Event("load")));
  expect((await box()).value).toBe("");
  expect(document.head.querySelector("script")).toBeNull();
});

it("asks nothing when the app goes to another page: the inbox asks, and tells what is new", async () => {
  const navigation = new EventTarget();
  Object.defineProperty(window, "navigation", { value: navigation, configurable: true });
  openControl(scene.dataverse, "ana", { sessionId: scene.dataverse.text(NUMBER, ownedBy("ana")) });
  await screen.findByText("Message 1");
  await settle();
  scene.dataverse.asked.length = 0;
  navigation.dispatchEvent(Object.assign(new Event("currententrychange"), { navigationType: "push" }));
  await settle();
  expect(scene.dataverse.asked).toEqual([]);
  Reflect.deleteProperty(window, "navigation");
});
