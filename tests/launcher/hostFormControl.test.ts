/** The script of the host form and the control on it, where the form's columns are not the way; and a pane that has left the form. */
import { createPutBack } from "../../launcher/createPutBack";
import { openControlEnd } from "../../shared/browser/hostChannel";
import { bugs, dataverseForEachTest, settled } from "./app";
import type { App } from "./app";
import { attribute, close, fail, linkControl, LOOK, openHostForm, setUp } from "./hostFormScene";

const current = dataverseForEachTest();

describe("on a platform that disables the control", () => {
  it("the control's count and its wish to open come by the window's channel", async () => {
    const { app, form, pane } = await setUp(current());
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
    const { form, pane } = await setUp(current());
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
    const { app, form } = await setUp(current());
    const opened: unknown[] = [];
    withNavigation(app, (options) => Promise.resolve(opened.push(options)));
    const { end, heard } = linkControl(form);
    end.post({ type: "open", request: 7, sessionId: SESSION_ID, paneTitle: null });
    await settled();
    expect(opened).toEqual([{ entityName: "msgn_session", entityId: SESSION_ID }]);
    expect(heard).toEqual([
      { type: "opening", request: 7 },
      { type: "opened", request: 7, isOpen: true },
    ]);
  });

  it("is answered with no where the agent stays on a page with unsaved changes", async () => {
    const { app, form } = await setUp(current());
    withNavigation(app, () => Promise.reject(new Error("The user cancelled.")));
    const { end, heard } = linkControl(form);
    end.post({ type: "open", request: 8, sessionId: SESSION_ID, paneTitle: null });
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
    const { app, form } = await setUp(current());
    withNavigation(app, openForm);
    const { end, heard } = linkControl(form);
    end.post({ type: "open", request: 9, sessionId: SESSION_ID, paneTitle: null });
    await settled();
    expect(heard).toEqual([
      { type: "opening", request: 9 },
      { type: "opened", request: 9, isOpen: null },
    ]);
  });

  it("is done beside the page where the control gives the pane a title, and the page stays", async () => {
    const { app, form } = await setUp(current());
    const { end, heard } = linkControl(form);
    end.post({ type: "open", request: 10, sessionId: SESSION_ID, paneTitle: "Conversation" });
    await settled();
    expect(app.panes.open).toMatchObject({ title: "Conversation", page: { entityName: "msgn_session", entityId: SESSION_ID } });
    expect(heard).toEqual([
      { type: "opening", request: 10 },
      { type: "opened", request: 10, isOpen: true },
    ]);
  });

  it("is done as a page where the platform refuses the pane", async () => {
    const { app, form } = await setUp(current());
    const opened: unknown[] = [];
    withNavigation(app, (options) => Promise.resolve(opened.push(options)));
    jest.spyOn(app.panes, "create").mockImplementation(() => fail("no panes today"));
    const { end, heard } = linkControl(form);
    end.post({ type: "open", request: 11, sessionId: SESSION_ID, paneTitle: "Conversation" });
    await settled();
    expect(opened).toEqual([{ entityName: "msgn_session", entityId: SESSION_ID }]);
    expect(heard[1]).toEqual({ type: "opened", request: 11, isOpen: true });
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
    const { app, form, pane } = await setUp(current());
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
    const { app, form, pane } = await setUp(current());
    const host = pane.page;
    app.panes.navigate(pane, { pageType: "entityrecord", entityName: "account", entityId: "1" });
    close(form);
    await pass(10 * LOOK);
    expect(pane.page).toEqual(host);
  });

  it("is left alone when its control is only built anew", async () => {
    const { form, pane } = await setUp(current());
    const { end } = linkControl(form);
    end.post({ type: "unlinked" });
    await settled();
    end.post({ type: "linked" });
    await pass(50 * LOOK);
    expect(pane.visit).toBe(1);
  });

  it("is left alone when its control comes back while it is found out whether it has gone", async () => {
    const { form, pane } = await setUp(current());
    const { end } = linkControl(form);
    end.post({ type: "unlinked" });
    await settled();
    await jest.advanceTimersByTimeAsync(2_000);
    end.post({ type: "linked" });
    await settled();
    await pass(1_000);
    end.post({ type: "values", unreadCount: 5 });
    await settled();
    expect([pane.visit, pane.badge]).toEqual([1, 5]);
  });

  it("gets it back three times in ten minutes at most: a platform on which that does not help is left alone", async () => {
    const { app, pane } = await setUp(current());
    const putBack = createPutBack(
      () => app.xrm,
      () => undefined,
    );
    for (let time = 0; time < 5; time++) putBack("11111111-1111-4111-8111-111111111111");
    expect(pane.visit).toBe(4);
    jest.advanceTimersByTime(600_000);
    putBack("11111111-1111-4111-8111-111111111111");
    expect(pane.visit).toBe(5);
  });

  it("is left alone when it shows another host form of this window already", async () => {
    const { app, form, pane } = await setUp(current());
    const { end } = linkControl(form);
    await openHostForm(app);
    end.post({ type: "unlinked" });
    await settled();
    await pass(2_000);
    expect(pane.visit).toBe(1);
  });

  it("is not made again when somebody has closed it", async () => {
    const { app, form, pane } = await setUp(current());
    const { end } = linkControl(form);
    app.panes.close(pane);
    end.post({ type: "unlinked" });
    await settled();
    await pass(2_000);
    expect(app.panes.panes).toEqual([]);
  });

  it("is told as a bug where the platform does not show the form again", async () => {
    const { app, form } = await setUp(current());
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
