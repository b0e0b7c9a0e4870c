/** @jest-environment jsdom */
import { setIconOptions } from "@fluentui/react";
import { act, render, screen } from "@testing-library/react";
import * as React from "react";
import { addressOf } from "../../app/navigation/address";
import type { Page } from "../../app/navigation/address";
import { Router } from "../../app/navigation/router";
import { MainPage } from "../../app/pages/MainPage";
import { makeShell } from "../../app/shell";
import { relationships, tables } from "./cases";
import { answer, cell, form, rowId, rowServer, session } from "./fixtures";

beforeAll(() => setIconOptions({ disableWarnings: true }));

const settled = () => act(async () => await new Promise((resolve) => setTimeout(resolve, 5)));
const NEW_ROW: Page = { pageType: "entityrecord", entityName: "case" };

/** The form of a new row. The server answers the question for the saved row when it is told to. */
async function openNewRow() {
  const server = rowServer({ caseid: rowId, name: "Fridge", statecode: 0 });
  let answerNow: () => void = () => undefined;
  const mayAnswer = new Promise<void>((resolve) => (answerNow = resolve));
  const send: typeof fetch = async (input, init) => {
    const url = input as string;
    if (url.includes("fetchXml")) return answer(200, JSON.stringify({ value: [] }));
    if (url.includes(`(${rowId})`)) await mayAnswer;
    return server.send(input, init);
  };
  const user = session({ tables, relationships, forms: [form("case", [cell({ column: "name" })])], send });
  window.history.replaceState(null, "", addressOf(NEW_ROW, user.appId));
  const { router } = makeShell(user, new Router(window, user.appId, { pageType: "dashboard" }));
  render(<MainPage shell={makeShell(user, router)} />);
  await settled();
  act(() => screen.getByText("Save", { selector: ".ms-Button-label" }).click());
  await settled();
  return { router, answerNow };
}

const heading = () => screen.getByRole("heading", { level: 1 }).textContent;

it("gives the page the row's address once a new row is saved", async () => {
  const { router, answerNow } = await openNewRow();
  answerNow();
  await settled();
  expect(router.page).toEqual({ ...NEW_ROW, entityId: rowId });
});

it("stays on the page that the user has gone to while the row was being saved", async () => {
  const { router, answerNow } = await openNewRow();
  const list: Page = { pageType: "entitylist", entityName: "case" };
  await act(async () => {
    await router.go(list);
  });
  answerNow();
  await settled();
  expect([router.page, heading(), window.location.search]).toEqual([list, "cases", expect.stringContaining("entitylist")]);
});
