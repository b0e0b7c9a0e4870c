import { dataverseForEachTest, eventOf, freshLauncher, settled } from "./app";
import { attribute, close, fail, LOOK, openHostForm, pageTold, replacePageContext, setUp } from "./hostFormScene";

const current = dataverseForEachTest();

describe("the head of the form", () => {
  it("is not shown: no title, no commands, no tabs, no footer", async () => {
    const { form } = await setUp(current());
    expect([form.header, form.footer]).toEqual([{ body: false, commandBar: false, tabNavigator: false }, false]);
  });

  it.each([
    ["setBodyVisible", { body: true, commandBar: false, tabNavigator: false }],
    ["setCommandBarVisible", { body: false, commandBar: true, tabNavigator: false }],
    ["setTabNavigatorVisible", { body: false, commandBar: false, tabNavigator: true }],
  ])("is hidden but for what %s of the platform cannot hide", async (refused, left) => {
    const { form } = await setUp(current());
    const { context, event } = eventOf(form);
    const { headerSection } = context.ui as { readonly headerSection: object };
    Object.assign(form.header, { body: true, commandBar: true, tabNavigator: true });
    form.footer = true;
    Object.assign(headerSection, { [refused]: () => fail("not today") });
    (await freshLauncher()).HostForm.onLoad(event);
    expect([form.header, form.footer]).toEqual([left, false]);
  });

  it("may be missing: the form does its work all the same", async () => {
    const { form, pane } = await setUp(current());
    const { context, event } = eventOf(form);
    Object.assign(context.ui, { headerSection: undefined });
    form.attributes.get("msgn_unreadcount")?.load(null);
    (await freshLauncher()).HostForm.onLoad(event);
    attribute(form, "msgn_unreadcount").enter(2);
    expect(pane.badge).toBe(2);
  });
});

it("puts the control's count on the pane's icon", async () => {
  const { form, pane } = await setUp(current());
  const unread = attribute(form, "msgn_unreadcount");
  const badges = [3, 0, 12, null].map((count) => {
    unread.enter(count);
    return pane.badge;
  });
  expect(badges).toEqual([3, false, 12, false]);
});

it("opens and closes the pane as the control asks", async () => {
  const { app, form, pane } = await setUp(current());
  attribute(form, "msgn_panelopen").enter(true);
  expect(app.panes.open).toBe(pane);
  attribute(form, "msgn_panelopen").enter(false);
  expect(app.panes.open).toBeUndefined();
});

it("tells the control when the agent opens the pane at the rail, and when another pane takes its place", async () => {
  const { app, form, pane } = await setUp(current());
  app.panes.toggle(pane);
  jest.advanceTimersByTime(LOOK);
  expect(attribute(form, "msgn_panelopen").value).toBe(true);
  app.panes.create({ paneId: "other" });
  jest.advanceTimersByTime(LOOK);
  expect(attribute(form, "msgn_panelopen").value).toBe(false);
});

it("tells the control the page at once, and when it changed", async () => {
  const { app, form } = await setUp(current());
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
  const { app, form, pane } = await setUp(current());
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
  const { app, form } = await setUp(current());
  attribute(form, "msgn_page").load(null);
  replacePageContext(app, () => fail("never"));
  (await freshLauncher()).HostForm.onLoad(eventOf(form).event);
  expect(pageTold(form)).toBe("");
  attribute(form, "msgn_page").load(null);
  jest.advanceTimersByTime(20 * LOOK);
  expect(pageTold(form)).toBe("");
});

it("never saves: every save is stopped, and no column of the form is sent", async () => {
  const { form } = await setUp(current());
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
  const { form } = await setUp(current());
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

it("stops looking when the form is closed, however many host forms have come and gone", async () => {
  const { app, form } = await setUp(current());
  close(form);
  for (let count = 0; count < 20; count++) close((await openHostForm(app)).form);
  expect(jest.getTimerCount()).toBeGreaterThanOrEqual(21);
  await jest.advanceTimersByTimeAsync(10 * LOOK);
  await settled();
  // Each of them looks once more whether another one is there.
  await jest.advanceTimersByTimeAsync(1_000);
  expect(jest.getTimerCount()).toBe(0);
});

it("goes on looking when the form did not answer once", async () => {
  const { app, form } = await setUp(current());
  await settled();
  const page = attribute(form, "msgn_page");
  const spy = jest.spyOn(page, "value", "get").mockImplementation(() => fail("busy"));
  jest.advanceTimersByTime(9 * LOOK);
  spy.mockRestore();
  app.go({ pageType: "dashboard" });
  jest.advanceTimersByTime(LOOK);
  expect(pageTold(form)).toBe("dashboard||||||");
  // Nine more: only failures in a row count.
  jest.spyOn(page, "value", "get").mockImplementation(() => fail("busy"));
  jest.advanceTimersByTime(9 * LOOK);
  expect(jest.getTimerCount()).toBe(1);
});
