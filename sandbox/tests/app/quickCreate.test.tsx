/** @jest-environment jsdom */
import { setIconOptions } from "@fluentui/react";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import type { Router } from "../../app/navigation/router";
import { QuickCreateHost } from "../../app/quickCreate/QuickCreateHost";
import { makeShell } from "../../app/shell";
import { clientNavigation } from "../../app/xrm/navigation";
import { column, rowId, rowServer, session, table } from "./fixtures";
import type { SessionParts } from "./fixtures";

// The app has icons; this test does without.
setIconOptions({ disableWarnings: true });
afterEach(cleanup);

function setUp(parts: Partial<SessionParts> = {}) {
  const { send, sent } = rowServer({ caseid: rowId, name: "Broken door" });
  const tables = [table("case", [column("phone", "string", { maxLength: 20 }), column("age", "integer", { readOnly: true })])];
  const pages: unknown[] = [];
  const router = { page: {}, go: (page: unknown) => Promise.resolve(pages.push(page)) } as unknown as Router;
  const shell = makeShell(session({ tables, send, ...parts }), router);
  render(<QuickCreateHost shell={shell} />);
  const navigation = clientNavigation(shell);
  const openForm = async (parameters?: object) => {
    let answer: ReturnType<typeof navigation.openForm> | undefined;
    await act(() => {
      answer = navigation.openForm({ entityName: "case", useQuickCreateForm: true }, parameters);
      answer.catch(() => undefined);
      return Promise.resolve();
    });
    return { answer };
  };
  return { openForm, navigation, sent, pages };
}

it("shows a new row's form over the page, filled in, and answers with the row once it is saved", async () => {
  const { openForm, sent, pages } = setUp();
  const { answer } = await openForm({ phone: "030 123456" });
  expect(screen.getByRole("dialog", { name: "Quick Create: case" })).not.toBeNull();
  expect((await screen.findByRole<HTMLInputElement>("textbox", { name: "phone" })).value).toBe("030 123456");
  fireEvent.click(screen.getByRole("button", { name: "Save and Close" }));
  await expect(answer).resolves.toEqual({ savedEntityReference: [{ id: rowId, name: "Broken door", entityType: "case" }] });
  expect(sent).toEqual([expect.objectContaining({ method: "POST", body: expect.objectContaining({ phone: "030 123456" }) as unknown })]);
  expect([screen.queryByRole("dialog"), pages]).toEqual([null, []]);
});

it("answers with no row where the user cancels", async () => {
  const { openForm, sent } = setUp();
  const { answer } = await openForm();
  fireEvent.click(await screen.findByRole("button", { name: "Cancel" }));
  await expect(answer).resolves.toEqual({ savedEntityReference: [] });
  expect(sent).toEqual([]);
});

it("says what is missing, and stays open", async () => {
  const { openForm } = setUp({ tables: [table("case", [column("phone", "string", { required: "required", maxLength: 20 })])] });
  await openForm();
  await screen.findByRole("textbox", { name: "phone" });
  fireEvent.click(screen.getByRole("button", { name: "Save and Close" }));
  expect(await screen.findByText("Required fields must be filled in: phone")).not.toBeNull();
  expect(screen.getByRole("dialog")).not.toBeNull();
});

it("says that the user may not create such rows", async () => {
  const { openForm } = setUp({ rights: { "Read:case": "Global" } });
  await openForm();
  expect(await screen.findByText("You do not have the right to create cases.")).not.toBeNull();
});

it.each([{ nowhere: "x" }, { age: 3 }])("refuses the parameters %j, which no form can fill in", async (parameters) => {
  const { openForm } = setUp();
  const { answer } = await openForm(parameters);
  await expect(answer).rejects.toThrow(/that a form can fill in/);
});

it("is for new rows only, and the only form that takes parameters", async () => {
  const { navigation } = setUp();
  await expect(navigation.openForm({ entityName: "case", entityId: rowId, useQuickCreateForm: true })).rejects.toThrow(/takes no entityId/);
  await expect(navigation.openForm({ entityName: "case" }, { phone: "1" })).rejects.toThrow(/parameters/);
});
