import { openControlEnd } from "../../shared/browser/hostChannel";
import { readHostPage } from "../../shared/domain/hostPage";
import type { FormSession } from "../../sandbox/app/form/formSession";
import { bugs, dataverseForEachTest, eventOf, freshLauncher, openApp, settled } from "./app";
import type { App } from "./app";

const current = dataverseForEachTest();
const LOOK = 1_500;

/** Ana's app with the pane that the launcher made, and the form that the pane shows. */
async function setUp() {
  const app = await openApp(current(), "ana");
  await (await freshLauncher()).Ribbon.isAvailable();
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

/** Which page the script has told the control, without the token that names the form. */
const pageTold = (form: FormSession) => readHostPage(attribute(form, "msgn_page").value as string | null)?.page;

/** The control's end of the channel, and what comes out of it. */
function linkControl(form: FormSession) {
  const end = openControlEnd(readHostPage(attribute(form, "msgn_page").value as string | null)?.token ?? "");
  if (!end) throw new Error("There is no channel.");
  const heard: unknown[] = [];
  end.listen((message) => heard.push(message));
  return { end, heard };
}

/** The user has left the form: every call on one of its columns throws, as on the platform. */
function close(form: FormSession): void {
  for (const each of form.attributes.values()) Object.defineProperty(each, "value", { get: () => fail("The form is closed.") });
}

function fail(message: string): never {
  throw new Error(message);
}

const replacePageContext = (app: App, getPageContext: () => unknown): void => void Object.assign(app.xrm.Utility, { getPageContext });

describe("the head of the form", () => {
  it("is not shown: no title, no commands, no tabs", async () => {
    const { form } = await setUp();
    expect(form.header).toEqual({ body: false, commandBar: false, tabNavigator: false, footer: false });
  });

  it.each([
    ["setBodyVisible", { body: true, commandBar: false, tabNavigator: false, footer: false }],
    ["setCommandBarVisible", { body: false, commandBar: true, tabNavigator: false, footer: false }],
    ["setTabNavigatorVisible", { body: false, commandBar: false, tabNavigator: true, footer: false }],
  ])("is hidden but for what %s of the platform cannot hide", async (refused, left) => {
    const { form } = await setUp();
    const { context, event } = eventOf(form);
    const { headerSection } = context.ui as { readonly headerSection: object };
    Object.assign(form.header, { body: true, commandBar: true, tabNavigator: true, footer: true });
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
  expect(pageTold(form)).toBe("entitylist|account|||||");
  app.go({ pageType: "entityrecord", entityName: "contact", entityId: "1" });
  jest.advanceTimersByTime(LOOK);
  expect(pageTold(form)).toBe("entityrecord|contact|1||||");
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
  expect(pageTold(form)).toBe("entitylist|account|||||");
  app.panes.toggle(pane);
  replacePageContext(app, getPageContext);
  app.go({ pageType: "dashboard" });
  jest.advanceTimersByTime(LOOK);
  expect([pageTold(form), attribute(form, "msgn_panelopen").value]).toEqual(["dashboard||||||", true]);
});

it("tells the control at once that it is in the pane, also where the platform never says which page it shows", async () => {
  const { app, form } = await setUp();
  attribute(form, "msgn_page").load(null);
  replacePageContext(app, () => fail("never"));
  (await freshLauncher()).HostForm.onLoad(eventOf(form).event);
  expect(pageTold(form)).toBe("");
  attribute(form, "msgn_page").load(null);
  jest.advanceTimersByTime(20 * LOOK);
  expect(pageTold(form)).toBe("");
});

it("never saves: every save is stopped, and no column of the form is sent", async () => {
  const { form } = await setUp();
  const dataverse = current();
  attribute(form, "msgn_unreadcount").enter(3);
  attribute(form, "msgn_panelopen").enter(true);
  expect(form.isDirty).toBe(false);
  const save = jest.fn();
  form.events.addOnSave((context) => save((context as Xrm.Events.SaveEventContext).getEventArgs().isDefaultPrevented()));
  await form.save(70);
  await form.save(1);
  expect(save.mock.calls).toEqual([[true], [true]]);
  const [row] = dataverse.rows("msgn_agentsettings?$select=msgn_unreadcount,msgn_page");
  expect([row?.["msgn_unreadcount"] ?? null, row?.["msgn_page"] ?? null]).toEqual([null, null]);
});

it("stops saves before anything else of the platform can throw", async () => {
  const { form } = await setUp();
  const { context, event } = eventOf(form);
  const order: string[] = [];
  const addOnSave = jest.spyOn(form.events, "addOnSave").mockImplementation(() => order.push("saves are stopped"));
  Object.assign(context, {
    getAttribute: () => {
      order.push("throws");
      throw new Error("not today");
    },
  });
  const { HostForm } = await freshLauncher();
  expect(() => HostForm.onLoad(event)).toThrow("not today");
  expect(order).toEqual(["saves are stopped", "throws"]);
  addOnSave.mockRestore();
});

describe("on a platform that disables the control", () => {
  it("the control's count and its wish to open come by the window's channel", async () => {
    const { app, form, pane } = await setUp();
    const { end } = linkControl(form);
    end.post({ type: "values", unreadCount: 4, panelOpen: true });
    await settled();
    expect([pane.badge, app.panes.open]).toEqual([4, pane]);
    end.post({ type: "values", panelOpen: false });
    await settled();
    expect([pane.badge, app.panes.open]).toEqual([4, undefined]);
    end.post({ type: "values", unreadCount: null });
    await settled();
    expect(pane.badge).toBe(false);
  });

  it("another form's control is not heard", async () => {
    const { form, pane } = await setUp();
    attribute(form, "msgn_unreadcount").enter(1);
    openControlEnd("other")?.post({ type: "values", unreadCount: 9 });
    await settled();
    expect(pane.badge).toBe(1);
  });
});

describe("opening a conversation", () => {
  const SESSION_ID = "22222222-2222-4222-8222-222222222222";
  const withNavigation = (app: App, openForm: (options: unknown) => unknown) => Object.assign(app.xrm, { Navigation: { openForm } });

  it("is done in the app, and answered", async () => {
    const { app, form } = await setUp();
    const opened: unknown[] = [];
    withNavigation(app, (options) => Promise.resolve(opened.push(options)));
    const { end, heard } = linkControl(form);
    end.post({ type: "open", request: 7, sessionId: SESSION_ID });
    await settled();
    expect(opened).toEqual([{ entityName: "msgn_session", entityId: SESSION_ID }]);
    expect(heard).toEqual([
      { type: "opening", request: 7 },
      { type: "opened", request: 7, isOpen: true },
    ]);
  });

  it("is answered with no where the agent stays on a page with unsaved changes", async () => {
    const { app, form } = await setUp();
    withNavigation(app, () => Promise.reject(new Error("The user cancelled.")));
    const { end, heard } = linkControl(form);
    end.post({ type: "open", request: 8, sessionId: SESSION_ID });
    await settled();
    expect(heard).toEqual([
      { type: "opening", request: 8 },
      { type: "opened", request: 8, isOpen: false },
    ]);
  });

  it.each([
    ["throws", () => fail("not today")],
    ["answers nothing", () => undefined],
  ])("is left to the control where the platform's navigation %s", async (_, openForm) => {
    const { app, form } = await setUp();
    withNavigation(app, openForm);
    const { end, heard } = linkControl(form);
    end.post({ type: "open", request: 9, sessionId: SESSION_ID });
    await settled();
    expect(heard).toEqual([]);
  });
});

describe("a pane that left the host form", () => {
  /** Time passes, and what the scripts tell each other arrives. */
  async function pass(ms: number) {
    await jest.advanceTimersByTimeAsync(ms);
    await settled();
    await jest.advanceTimersByTimeAsync(1_000);
    await settled();
  }

  it("gets it back when the control has gone for more than two seconds", async () => {
    const { app, form, pane } = await setUp();
    const host = pane.page;
    const { end } = linkControl(form);
    app.panes.navigate(pane, { pageType: "entityrecord", entityName: "account", entityId: "1" });
    end.post({ type: "unlinked" });
    await settled();
    await pass(1_999);
    expect(pane.page).toMatchObject({ entityName: "account" });
    await pass(1);
    expect(pane.page).toEqual(host);
  });

  it("gets it back when the form throws at every call", async () => {
    const { app, form, pane } = await setUp();
    const host = pane.page;
    app.panes.navigate(pane, { pageType: "entityrecord", entityName: "account", entityId: "1" });
    close(form);
    await pass(5 * LOOK);
    expect(pane.page).toEqual(host);
  });

  it("is left alone when its control is only built anew", async () => {
    const { form, pane } = await setUp();
    const { end } = linkControl(form);
    end.post({ type: "unlinked" });
    await settled();
    end.post({ type: "linked" });
    await pass(10 * LOOK);
    expect(pane.visit).toBe(1);
  });

  it("is left alone when it shows another host form of this window already", async () => {
    const { app, form, pane } = await setUp();
    const { end } = linkControl(form);
    await openHostForm(app);
    end.post({ type: "unlinked" });
    await settled();
    await pass(2_000);
    expect(pane.visit).toBe(1);
  });

  it("is not made again when somebody has closed it", async () => {
    const { app, form, pane } = await setUp();
    const { end } = linkControl(form);
    app.panes.close(pane);
    end.post({ type: "unlinked" });
    await settled();
    await pass(2_000);
    expect(app.panes.panes).toEqual([]);
  });

  it("is told as a bug where the platform does not show the form again", async () => {
    const { app, form } = await setUp();
    const bug = new Error("not today");
    const panes = app.xrm.App?.sidePanes;
    if (!panes) throw new Error("The sandbox has no side panes.");
    const facade = panes.getPane("msgn_MessageNotification");
    if (facade) facade.navigate = () => Promise.reject(bug);
    const { end } = linkControl(form);
    end.post({ type: "unlinked" });
    await settled();
    await pass(2_000);
    expect(bugs()).toEqual([bug]);
  });
});

it("stops looking when the form is closed, however many host forms have come and gone", async () => {
  const { app, form } = await setUp();
  close(form);
  for (let count = 0; count < 20; count++) close((await openHostForm(app)).form);
  const before = jest.getTimerCount();
  await jest.advanceTimersByTimeAsync(5 * LOOK);
  await settled();
  // Each of them looks once more whether another one is there.
  await jest.advanceTimersByTimeAsync(1_000);
  expect([before, jest.getTimerCount()]).toEqual([22, 0]);
});

it("goes on looking when the form did not answer once", async () => {
  const { app, form } = await setUp();
  const page = attribute(form, "msgn_page");
  const spy = jest.spyOn(page, "value", "get").mockImplementation(() => fail("busy"));
  jest.advanceTimersByTime(4 * LOOK);
  spy.mockRestore();
  app.go({ pageType: "dashboard" });
  jest.advanceTimersByTime(LOOK);
  expect(pageTold(form)).toBe("dashboard||||||");
  // Four more: only failures in a row count.
  jest.spyOn(page, "value", "get").mockImplementation(() => fail("busy"));
  jest.advanceTimersByTime(4 * LOOK);
  expect(jest.getTimerCount()).toBe(1);
});
