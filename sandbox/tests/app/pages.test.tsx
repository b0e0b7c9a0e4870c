/** @jest-environment jsdom */
import { setIconOptions } from "@fluentui/react";
import { act, render, screen, within } from "@testing-library/react";
import * as React from "react";
import type { Page } from "../../app/navigation/address";
import { addressOf } from "../../app/navigation/address";
import { Router } from "../../app/navigation/router";
import { MainPage } from "../../app/pages/MainPage";
import { PaneRail } from "../../app/panes/PaneRail";
import { commandsByPlace } from "../../app/ribbon/commandsByPlace";
import type { PageValues, RibbonFrame } from "../../app/ribbon/ribbonFrame";
import { TemplateCommands } from "../../app/ribbon/templateCommands";
import { templateCommandsContext } from "../../app/ribbon/useTemplateCommands";
import { makeShell } from "../../app/shell";

import type { RibbonCall, RibbonCommand } from "../../model";
import { relationships, tables } from "./cases";
import { answer, cell, command, form, rowId, session, view } from "./fixtures";

const formPlace = "Mscrm.Form.{!EntityLogicalName}.MainTab.Save.Controls._children";
const listPlace = "Mscrm.HomepageGrid.{!EntityLogicalName}.MainTab.Actions.Controls._children";
const webResources = [
  { id: rowId, name: "sample_/board.html", type: 1, part: "WebResources/board" },
  { id: rowId, name: "sample_/desk.js", type: 3, part: "WebResources/desk" },
];

/** Cold starts the main area on a page's own address. */
async function coldStart(page: Page, commands: readonly RibbonCommand[] = [], call: RibbonFrame["call"] = () => Promise.resolve(true)) {
  const send: typeof fetch = (url) =>
    Promise.resolve(
      answer(200, JSON.stringify((url as string).includes(`(${rowId})`) ? { caseid: rowId, name: "Fridge", statecode: 0 } : { value: [] })),
    );
  const views = [view("case", '<fetch><entity name="case"><attribute name="name"/></entity></fetch>', ["name"])];
  const user = session({ tables, relationships, forms: [form("case", [cell({ column: "name" })])], views, webResources, send });
  window.history.replaceState(null, "", addressOf(page, user.appId));
  const shell = makeShell(user, new Router(window, user.appId, { pageType: "dashboard" }));
  render(
    <templateCommandsContext.Provider value={new TemplateCommands(commandsByPlace(commands), { call })}>
      <MainPage shell={shell} />
      <PaneRail shell={shell} />
    </templateCommandsContext.Provider>,
  );
  await settled();
  return shell;
}

// The drawings of icons are the app's own entry's business.
beforeAll(() => setIconOptions({ disableWarnings: true }));

const settled = () => act(async () => await new Promise((resolve) => setTimeout(resolve, 5)));
const heading = () => screen.getByRole("heading", { level: 1 }).textContent;
const pages: readonly (readonly [Page, string])[] = [
  [{ pageType: "dashboard" }, "Dashboards"],
  [{ pageType: "entitylist", entityName: "case" }, "cases"],
  [{ pageType: "entityrecord", entityName: "case", entityId: rowId }, "Fridge"],
  [{ pageType: "entityrecord", entityName: "case" }, "New case"],
  [{ pageType: "custom", name: "sample_board" }, "sample_board"],
  [{ pageType: "webresource", webresourceName: "sample_/board.html" }, "sample_/board.html"],
  [{ pageType: "url", url: "https://example.org/?a=b&c" }, "https://example.org/?a=b&c"],
  [{ pageType: "about" }, "About this app"],
];

describe("a page of the app", () => {
  it.each(pages)("opens at its own address: %j", async (page, name) => {
    await coldStart(page);
    expect(heading()).toContain(name);
    expect(document.title).toContain(" - App");
  });

  it("shows a web resource's HTML in a frame, with what it is handed", async () => {
    await coldStart({ pageType: "webresource", webresourceName: "sample_/board.html", data: "a b" });
    expect(screen.getByTitle("sample_/board.html").getAttribute("src")).toBe("/WebResources/sample_/board.html?data=a%20b");
  });

  it.each([
    ["sample_/gone.html", "has no web resource"],
    ["sample_/desk.js", "is no HTML page"],
  ])("says why it cannot show the web resource %s", async (webresourceName, words) => {
    await coldStart({ pageType: "webresource", webresourceName });
    expect(screen.getByRole("alert").textContent).toContain(words);
  });

  it("says what the sandbox cannot show of a custom page", async () => {
    await coldStart({ pageType: "custom", name: "sample_board" });
    expect(screen.getByText(/cannot show what is on a custom page/)).toBeTruthy();
  });

  it("says of a solution without an app that the sandbox made this one, and what the solution brings", async () => {
    await coldStart({ pageType: "about" });
    expect(screen.getByText(/solution brings no model-driven app\. The sandbox made this one/)).toBeTruthy();
    expect(screen.getByText("sample_/board.html")).toBeTruthy();
  });

  it("says that it cannot show a page outside the app", async () => {
    await coldStart({ pageType: "url", url: "https://example.org/" });
    expect(screen.getByText(/cannot show this page: it is outside the app/)).toBeTruthy();
  });

  it.each(["dashboard", "custom", "webresource"] as const)("of type %s opens in a side pane as well", async (pageType) => {
    const shell = await coldStart({ pageType: "entitylist", entityName: "case" });
    act(() => {
      const pane = shell.panes.create({ paneId: "a" });
      shell.panes.navigate(pane, { pageType, name: "sample_board", webresourceName: "sample_/board.html" });
    });
    const panes = within(screen.getByRole("complementary", { name: "Side panes" }));
    expect(panes.getByRole("heading", { name: /Dashboards|board/ })).toBeTruthy();
  });
});

describe("the application ribbon's template commands", () => {
  const commands = [command({ id: "f", location: formPlace }), command({ id: "l", location: listPlace, labels: { "1033": "Board" } })];
  // Found by its text: the bar measures itself while it is invisible, and in jsdom nothing has a width.
  const shown = (name: string) => screen.queryByText(name, { selector: ".ms-Button-label" })?.closest("button") ?? null;
  const asked: { readonly functionName: string; readonly page: PageValues | undefined }[] = [];
  const answering =
    (result: unknown): RibbonFrame["call"] =>
    ({ functionName }: RibbonCall, page?: PageValues) => {
      asked.push({ functionName, page });
      return result instanceof Error ? Promise.reject(result) : Promise.resolve(result);
    };
  beforeEach(() => asked.splice(0));

  it.each([
    [pages[1]?.[0], "Board"],
    [pages[2]?.[0], "Messages"],
    [pages[3]?.[0], "Messages"],
  ] as const)("stand in the command bar of %j, once their rules have said yes", async (page, name) => {
    await coldStart(page ?? { pageType: "dashboard" }, commands, answering(true));
    expect(shown(name)).not.toBeNull();
    expect(asked).toHaveLength(1);
  });

  it("are not shown where a rule says no", async () => {
    await coldStart({ pageType: "entitylist", entityName: "case" }, commands, answering(false));
    expect([shown("Board"), asked.length]).toEqual([null, 1]);
  });

  it("are not asked on pages that have no command bar of their own", async () => {
    await coldStart({ pageType: "dashboard" }, commands, answering(true));
    expect(asked).toEqual([]);
  });

  it("break the command bar of their page by a rule that throws, and the rest of it stays", async () => {
    const quiet = (event: ErrorEvent): void => event.preventDefault();
    window.addEventListener("error", quiet);
    await coldStart({ pageType: "entitylist", entityName: "case" }, commands, answering(new Error("boom")));
    window.removeEventListener("error", quiet);
    expect(screen.getByRole("alert").textContent).toContain("boom");
    expect([shown("Refresh"), heading()]).toEqual([null, "cases"]);
  });

  it("run with what the page is: table, row and formContext", async () => {
    await coldStart({ pageType: "entityrecord", entityName: "case", entityId: rowId }, commands, answering(true));
    act(() => shown("Messages")?.click());
    await settled();
    expect(asked[1]?.functionName).toBe("Lib.act");
    expect(asked[1]?.page).toMatchObject({ PrimaryEntityTypeName: "case", FirstPrimaryItemId: `{${rowId.toUpperCase()}}` });
    expect(asked[1]?.page?.PrimaryControl).toHaveProperty("data");
  });
});
