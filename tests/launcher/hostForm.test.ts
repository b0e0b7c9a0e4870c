import type { FormSession } from "../../sandbox/app/form/formSession";
import { dataverseForEachTest, eventOf, freshLauncher, openApp } from "./app";
import type { App } from "./app";

const current = dataverseForEachTest();
const LOOK = 1_500;

/** Ana's app with the pane that the launcher made, and the form that the pane shows. */
async function setUp() {
  const app = await openApp(current(), "ana");
  await (await freshLauncher()).Ribbon.isAvailable();
  jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
  return { app, ...(await openHostForm(app)) };
}

async function openHostForm(app: App) {
  const [pane] = app.panes.panes;
  if (pane?.page?.pageType !== "entityrecord") throw new Error("The pane shows no form.");
  const { entityName, entityId, formId } = pane.page;
  return { pane, form: await app.openForm(entityName, entityId, formId) };
}

const attribute = (form: FormSession, name: string) => {
  const found = form.attributes.get(name);
  if (!found) throw new Error(`The host form lacks ${name}.`);
  return found;
};

/** The user has left the form: every call on one of its columns throws, as on the platform. */
function close(form: FormSession): void {
  for (const each of form.attributes.values()) Object.defineProperty(each, "value", { get: () => fail("The form is closed.") });
}

function fail(message: string): never {
  throw new Error(message);
}

const replacePageContext = (app: App, getPageContext: () => unknown): void => void Object.assign(app.xrm.Utility, { getPageContext });

afterEach(() => jest.useRealTimers());

describe("the head of the form", () => {
  it("is not shown: no title, no commands, no tabs", async () => {
    const { form } = await setUp();
    expect(form.header).toEqual({ body: false, commandBar: false, tabNavigator: false });
  });

  it.each([
    ["setBodyVisible", { body: true, commandBar: false, tabNavigator: false }],
    ["setCommandBarVisible", { body: false, commandBar: true, tabNavigator: false }],
    ["setTabNavigatorVisible", { body: false, commandBar: false, tabNavigator: true }],
  ])("is hidden but for what %s of the platform cannot hide", async (refused, left) => {
    const { form } = await setUp();
    const { context, event } = eventOf(form);
    const { headerSection } = context.ui as { readonly headerSection: object };
    Object.assign(form.header, { body: true, commandBar: true, tabNavigator: true });
    Object.assign(headerSection, { [refused]: () => fail("not today") });
    (await freshLauncher()).HostForm.onLoad(event);
    expect(form.header).toEqual(left);
  });

  it("may be missing: the form does its work all the same", async () => {
    const { form, pane } = await setUp();
    const { context, event } = eventOf(form);
    Object.assign(context.ui, { headerSection: undefined });
    form.attributes.get("msgn_unreadcount")?.load(null);
    (await freshLauncher()).HostForm.onLoad(event);
    attribute(form, "msgn_unreadcount").enter(2);
    expect(pane.badge).toBe(2);
  });
});

it("puts the control's count on the pane's icon", async () => {
  const { form, pane } = await setUp();
  const unread = attribute(form, "msgn_unreadcount");
  const badges = [3, 0, 12, null].map((count) => {
    unread.enter(count);
    return pane.badge;
  });
  expect(badges).toEqual([3, false, 12, false]);
});

it("opens and closes the pane as the control asks", async () => {
  const { app, form, pane } = await setUp();
  attribute(form, "msgn_panelopen").enter(true);
  expect(app.panes.open).toBe(pane);
  attribute(form, "msgn_panelopen").enter(false);
  expect(app.panes.open).toBeUndefined();
});

it("tells the control when the agent opens the pane at the rail, and when another pane takes its place", async () => {
  const { app, form, pane } = await setUp();
  app.panes.toggle(pane);
  jest.advanceTimersByTime(LOOK);
  expect(attribute(form, "msgn_panelopen").value).toBe(true);
  app.panes.create({ paneId: "other" });
  jest.advanceTimersByTime(LOOK);
  expect(attribute(form, "msgn_panelopen").value).toBe(false);
});

it("tells the control the page at once, and when it changed", async () => {
  const { app, form } = await setUp();
  const page = attribute(form, "msgn_page");
  expect(page.value).toBe("entitylist|account|||||");
  app.go({ pageType: "entityrecord", entityName: "contact", entityId: "1" });
  jest.advanceTimersByTime(LOOK);
  expect(page.value).toBe("entityrecord|contact|1||||");
});

it.each([
  ["throws", () => fail("between two pages")],
  ["answers nothing", () => undefined],
  ["knows no page", () => ({})],
])("keeps the last page and goes on looking while the platform %s", async (_, answer) => {
  const { app, form, pane } = await setUp();
  const { getPageContext } = app.xrm.Utility;
  replacePageContext(app, answer);
  jest.advanceTimersByTime(20 * LOOK);
  expect(attribute(form, "msgn_page").value).toBe("entitylist|account|||||");
  app.panes.toggle(pane);
  replacePageContext(app, getPageContext);
  app.go({ pageType: "dashboard" });
  jest.advanceTimersByTime(LOOK);
  expect([attribute(form, "msgn_page").value, attribute(form, "msgn_panelopen").value]).toEqual(["dashboard||||||", true]);
});

it("never saves: an autosave is stopped, and no column of the form is sent", async () => {
  const { form } = await setUp();
  const dataverse = current();
  attribute(form, "msgn_unreadcount").enter(3);
  attribute(form, "msgn_panelopen").enter(true);
  expect(form.isDirty).toBe(false);
  const save = jest.fn();
  form.events.addOnSave((context) => save((context as Xrm.Events.SaveEventContext).getEventArgs().isDefaultPrevented()));
  await form.save(70);
  await form.save(1);
  expect(save.mock.calls).toEqual([[true], [false]]);
  const [row] = dataverse.rows("msgn_agentsettings?$select=msgn_unreadcount,msgn_page");
  expect([row?.["msgn_unreadcount"] ?? null, row?.["msgn_page"] ?? null]).toEqual([null, null]);
});

it("stops looking when the form is closed, however many host forms have come and gone", async () => {
  const { app, form } = await setUp();
  close(form);
  for (let count = 0; count < 20; count++) close((await openHostForm(app)).form);
  expect(jest.getTimerCount()).toBe(21);
  jest.advanceTimersByTime(5 * LOOK);
  expect(jest.getTimerCount()).toBe(0);
});

it("goes on looking when the form did not answer once", async () => {
  const { app, form } = await setUp();
  const page = attribute(form, "msgn_page");
  const spy = jest.spyOn(page, "value", "get").mockImplementation(() => fail("busy"));
  jest.advanceTimersByTime(4 * LOOK);
  spy.mockRestore();
  app.go({ pageType: "dashboard" });
  jest.advanceTimersByTime(LOOK);
  expect(page.value).toBe("dashboard||||||");
  // Four more: only failures in a row count.
  jest.spyOn(page, "value", "get").mockImplementation(() => fail("busy"));
  jest.advanceTimersByTime(4 * LOOK);
  expect(jest.getTimerCount()).toBe(1);
});
