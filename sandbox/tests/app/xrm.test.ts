/** @jest-environment jsdom */
import { pageOf } from "../../app/navigation/address";
import type { Page } from "../../app/navigation/address";
import type { Router } from "../../app/navigation/router";
import { makeShell } from "../../app/shell";
import { strict } from "../../app/strict";
import { makeXrm } from "../../app/xrm/xrm";
import { clientWebApi } from "../../app/xrm/webApi";
import { kimId, answer, otherId, rowId, session, table } from "./fixtures";

interface XrmApi {
  readonly Utility: {
    getGlobalContext(): {
      getClientUrl(): string;
      getCurrentAppProperties(): Promise<{ uniqueName: string }>;
      readonly userSettings: { userId: string; languageId: number; readonly roles: { getAll(): unknown[] } };
    };
    getPageContext(): { readonly input: object };
  };
  readonly Navigation: {
    openForm(options: object): Promise<unknown>;
    openConfirmDialog(strings: object): Promise<{ confirmed: boolean }>;
    navigateTo(input: object, options?: object): Promise<void>;
  };
}

function setUp(page: Page = { pageType: "entitylist", entityName: "case" }) {
  const gone: unknown[] = [];
  const router = {
    page,
    go: (page: unknown) => Promise.resolve(gone.push(page)),
  } as unknown as Router;
  const shell = makeShell(session(), router);
  return { shell, gone, xrm: makeXrm(shell) as unknown as XrmApi };
}

describe("the global Xrm", () => {
  it("throws for every member that the sandbox lacks, and names it", () => {
    const { xrm } = setUp();
    expect(() => (xrm as unknown as Record<string, unknown>).Panel).toThrow("The sandbox does not support Xrm.Panel.");
    expect(() => (xrm.Utility as unknown as Record<string, unknown>).lookupObjects).toThrow("Xrm.Utility.lookupObjects");
  });

  it("says who the user is and which app this is", async () => {
    const context = setUp().xrm.Utility.getGlobalContext();
    expect(context.userSettings.userId).toBe(`{${kimId.toUpperCase()}}`);
    expect(context.userSettings.languageId).toBe(1033);
    expect(context.userSettings.roles.getAll()).toEqual([{ id: otherId, name: "Agent" }]);
    expect((await context.getCurrentAppProperties()).uniqueName).toBe("app");
    expect(context.getClientUrl()).toBe(window.location.origin);
  });

  it("says which page the main area shows", () => {
    expect(setUp().xrm.Utility.getPageContext().input).toMatchObject({ pageType: "entitylist", entityName: "case" });
  });

  it("says which dashboard is shown, where the address names one", () => {
    const input = (address: string): object => setUp(pageOf(address)).xrm.Utility.getPageContext().input;
    expect(input(`/main.aspx?pagetype=dashboard&id=%7B${rowId.toUpperCase()}%7D`)).toEqual({ pageType: "dashboard", dashboardId: rowId });
    expect(input("/main.aspx?pagetype=dashboard")).toEqual({ pageType: "dashboard" });
  });

  it("opens forms in the main area, and refuses what it cannot do", async () => {
    const { xrm, gone } = setUp();
    await xrm.Navigation.openForm({ entityName: "case", entityId: `{${rowId.toUpperCase()}}` });
    expect(gone).toEqual([{ pageType: "entityrecord", entityName: "case", entityId: rowId }]);
    await expect(xrm.Navigation.openForm({ entityName: "case", relationship: {} })).rejects.toThrow("relationship");
    await expect(xrm.Navigation.navigateTo({ pageType: "entitylist", entityName: "case" }, { target: 2 })).rejects.toThrow("target 2");
  });

  it("opens the dashboard that navigateTo names", async () => {
    const { xrm, gone } = setUp();
    await xrm.Navigation.navigateTo({ pageType: "dashboard", dashboardId: `{${rowId.toUpperCase()}}` });
    expect(gone).toEqual([{ pageType: "dashboard", dashboardId: rowId }]);
  });

  it("resolves a confirmation with the user's answer", async () => {
    const { xrm, shell } = setUp();
    const asked = xrm.Navigation.openConfirmDialog({ text: "Sure?" });
    expect(shell.dialogs.current).toMatchObject({ text: "Sure?", confirmLabel: "OK", cancelLabel: "Cancel" });
    shell.dialogs.answer(shell.dialogs.current?.key ?? 0, true);
    expect(await asked).toEqual({ confirmed: true });
    expect(shell.dialogs.current).toBeUndefined();
  });
});

describe("Xrm.WebApi", () => {
  it("asks the product's Web API, which the sandbox logs, by the table's set", async () => {
    const asked: string[] = [];
    const send: typeof fetch = (input) => {
      asked.push(typeof input === "string" ? input : "");
      return Promise.resolve(answer(200, JSON.stringify({ value: [{ name: "A" }] })));
    };
    const api = clientWebApi(session({ tables: [table("case", [])] }), send);
    expect((await api.retrieveMultipleRecords("case", "?$select=name")).entities).toEqual([{ name: "A" }]);
    expect(asked).toEqual(["/api/data/v9.2/cases?$select=name"]);
  });

  it("rejects with Dataverse's code as a number and its message", async () => {
    const body = JSON.stringify({ error: { code: "0x80040220", message: "No right." } });
    const api = clientWebApi(session(), () => Promise.resolve(answer(403, body)));
    await expect(api.deleteRecord("case", rowId)).rejects.toMatchObject({ errorCode: 0x80040220, message: "No right." });
  });
});

describe("a strict object", () => {
  it("can be awaited, printed and compared like any other", async () => {
    const object = strict({ a: 1 }, "thing");
    expect(await Promise.resolve(object)).toEqual({ a: 1 });
    expect(JSON.stringify(object)).toBe('{"a":1}');
  });
});
