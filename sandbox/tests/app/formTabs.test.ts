import { formContext } from "../../app/form/formContext";
import type { FormSession } from "../../app/form/formSession";
import { makeForm } from "../../app/form/makeForm";
import { tables } from "./cases";
import { form, session } from "./fixtures";

interface Tab {
  getName(): string;
  getVisible(): boolean;
  setVisible(visible: boolean): void;
  getDisplayState(): string;
  setDisplayState(state: string): void;
  setFocus(): void;
  getContentType(): string;
  setContentType(type: string): void;
}

const tab = (name: string) => ({ name, labels: { "1033": name }, showLabel: true, columns: [] });
const opened = (): FormSession =>
  makeForm(session({ tables }), { ...form("case", []), tabs: [tab("talk"), tab("details"), tab("more")] }, undefined);
const tabOf = (open: FormSession, name: string): Tab => {
  const { tabs } = formContext(open).ui as { readonly tabs: { get(name: string): Tab } };
  return tabs.get(name);
};

it("opens a form on its first tab", () => {
  const open = opened();
  expect(open.tabs.open?.name).toBe("talk");
  expect(tabOf(open, "talk").getDisplayState()).toBe("expanded");
  expect(tabOf(open, "details").getDisplayState()).toBe("collapsed");
});

it("opens the tab that a script expands or gives the focus, and closes the one before", () => {
  const open = opened();
  tabOf(open, "details").setDisplayState("expanded");
  expect(open.tabs.open?.name).toBe("details");
  expect(tabOf(open, "talk").getDisplayState()).toBe("collapsed");
  tabOf(open, "more").setFocus();
  expect(open.tabs.open?.name).toBe("more");
  expect(open.tabs.focused?.tab).toBe("more");
});

it("leaves a tab open that a script collapses: some tab is always open", () => {
  const open = opened();
  tabOf(open, "talk").setDisplayState("collapsed");
  expect(open.tabs.open?.name).toBe("talk");
});

it("goes to the first tab that is shown when the open one is hidden, and back when it is shown again", () => {
  const open = opened();
  tabOf(open, "details").setFocus();
  tabOf(open, "details").setVisible(false);
  expect(open.tabs.shown.map(({ name }) => name)).toEqual(["talk", "more"]);
  expect(open.tabs.open?.name).toBe("talk");
  expect(tabOf(open, "details").getVisible()).toBe(false);
  tabOf(open, "details").setVisible(true);
  expect(open.tabs.open?.name).toBe("details");
});

it("shows the first component of a tab alone, or its sections again, as a script says", () => {
  const open = opened();
  const types = () => open.tabs.shown.map((one) => one.singleComponent ?? false);
  expect([types(), tabOf(open, "talk").getContentType()]).toEqual([[false, false, false], "cardSections"]);
  tabOf(open, "talk").setContentType("singleComponent");
  expect([types(), tabOf(open, "talk").getContentType()]).toEqual([[true, false, false], "singleComponent"]);
  tabOf(open, "talk").setContentType("cardSections");
  expect(types()).toEqual([false, false, false]);
});
