import { onLoad } from "../../launcher/hostForm";
import { PANE_ID } from "../../launcher/pane";
import { closeApp, createForm, createPanes, openApp } from "./app";

const COLUMNS = { msgn_unreadcount: null, msgn_panelopen: null, msgn_page: null };

async function setUp() {
  jest.useFakeTimers();
  const panes = createPanes();
  const pane = await panes.createPane({
    paneId: PANE_ID,
    title: "",
    imageSrc: "",
    canClose: false,
    alwaysRender: true,
    keepBadgeOnSelect: true,
    isSelected: false,
    width: 1,
  });
  const app = openApp(panes);
  const form = createForm(COLUMNS);
  onLoad(form.event);
  return { panes, pane, app, form };
}

afterEach(() => {
  closeApp();
  jest.useRealTimers();
});

it("shows nothing of a form: no header, no commands, no tabs", async () => {
  const { form } = await setUp();
  expect(form.hidden).toEqual(["body", "commands", "tabs"]);
});

it("puts the control's count on the pane's icon", async () => {
  const { form, pane } = await setUp();
  form.attribute("msgn_unreadcount").change(3);
  expect(pane.badge).toBe(3);
  form.attribute("msgn_unreadcount").change(0);
  expect(pane.badge).toBe(false);
  form.attribute("msgn_unreadcount").change(null);
  expect(pane.badge).toBe(false);
});

it("opens and closes the pane as the control asks", async () => {
  const { form, panes } = await setUp();
  form.attribute("msgn_panelopen").change(true);
  expect([panes.state, panes.getSelectedPane()?.paneId]).toEqual([1, PANE_ID]);
  form.attribute("msgn_panelopen").change(false);
  expect(panes.state).toBe(0);
});

it("tells the control when the agent opens the pane at the rail", async () => {
  const { form, pane } = await setUp();
  pane.select();
  jest.advanceTimersByTime(1_500);
  expect(form.attribute("msgn_panelopen").value).toBe(true);
});

it("tells the control when the page changed", async () => {
  const { form, app } = await setUp();
  const before = form.attribute("msgn_page").value;
  expect(before).toContain("account");
  app.page = { pageType: "entityrecord", entityName: "contact", entityId: "{1}" };
  jest.advanceTimersByTime(1_500);
  expect(form.attribute("msgn_page").value).not.toBe(before);
});

it("sends no column, and stops an autosave", async () => {
  const { form } = await setUp();
  expect(form.attributes.map(({ submitMode }) => submitMode)).toEqual(["never", "never", "never"]);
  expect([form.save(70), form.save(1)]).toEqual([true, false]);
});

it("leaves no timer behind, however many host forms have come and gone", async () => {
  for (let count = 0; count < 1_000; count++) {
    const { app, form } = await setUp();
    form.attribute("msgn_unreadcount").change(count);
    jest.advanceTimersByTime(1_500);
    Object.defineProperty(app, "page", {
      get: () => {
        throw new Error("the form is closed");
      },
    });
    jest.advanceTimersByTime(5 * 1_500);
    expect(jest.getTimerCount()).toBe(0);
  }
}, 30_000);

it("goes on looking when the platform could not say once where it is", async () => {
  const { app, form } = await setUp();
  const before = form.attribute("msgn_page").value;
  let fails = true;
  Object.defineProperty(app, "page", {
    get: () => {
      if (fails) throw new Error("between two pages");
      return { pageType: "entityrecord", entityName: "contact", entityId: "{1}" };
    },
  });
  jest.advanceTimersByTime(3_000);
  fails = false;
  jest.advanceTimersByTime(1_500);
  expect(form.attribute("msgn_page").value).not.toBe(before);
});

it("stops looking when the form is gone", async () => {
  const { app } = await setUp();
  Object.defineProperty(app, "page", {
    get: () => {
      throw new Error("the form is closed");
    },
  });
  jest.advanceTimersByTime(10_000);
  expect(jest.getTimerCount()).toBe(0);
});
