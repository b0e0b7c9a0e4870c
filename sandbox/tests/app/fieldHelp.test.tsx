/** @jest-environment jsdom */
import { setIconOptions } from "@fluentui/react";
import { render, screen } from "@testing-library/react";
import * as React from "react";
import { Cell } from "../../app/form/Cell";
import { makeForm } from "../../app/form/makeForm";
import { Router } from "../../app/navigation/router";
import { makeShell } from "../../app/shell";
import { cell, column, form, session, table } from "./fixtures";

const descriptions = { "1033": "Minutes that a customer waits.", "1031": "Minuten, die ein Kunde wartet." };
const cases = table("case", [
  column("subject", "string", { descriptions }),
  column("count", "integer", { descriptions }),
  column("due", "datetime", { descriptions }),
  column("vip", "boolean", { descriptions }),
  column("kind", "picklist", { descriptions, options: [] }),
  column("contactid", "lookup", { descriptions, targets: ["contact"] }),
  column("plain", "string"),
  column("price", "unsupported"),
]);

// The drawings do not matter here.
beforeAll(() => setIconOptions({ disableWarnings: true }));

function draw(name: string, languageId: number): void {
  const only = cell({ column: name });
  const user = session({ tables: [cases, table("contact", [])], languageId });
  const shell = makeShell(user, new Router(window, "app", { pageType: "dashboard" }));
  render(<Cell shell={shell} form={makeForm(user, form("case", [only]), undefined)} cell={only} idPrefix="form" />);
}

describe.each(["subject", "count", "due", "vip", "kind", "contactid"])("the field of the column %s", (name) => {
  it.each([
    [1033, "Minutes that a customer waits."],
    [1031, "Minuten, die ein Kunde wartet."],
    [1041, "Minutes that a customer waits."],
  ])("says what the column is for, on the label and with the field, in language %i", (languageId, help) => {
    draw(name, languageId);
    expect(screen.getByText(name, { selector: "label" }).title).toBe(help);
    expect(document.getElementById(`form-${name}`)?.getAttribute("aria-description")).toBe(help);
  });
});

it("says nothing of a column that has no description", () => {
  draw("plain", 1033);
  expect(screen.getByText("plain", { selector: "label" }).hasAttribute("title")).toBe(false);
  expect(document.getElementById("form-plain")?.hasAttribute("aria-description")).toBe(false);
});

it("locks the field of a column that the sandbox does not store", () => {
  draw("price", 1033);
  const locked = (name: string): boolean => {
    const { disabled, readOnly } = document.getElementById(`form-${name}`) as HTMLInputElement;
    return disabled || readOnly;
  };
  expect(locked("price")).toBe(true);
  draw("plain", 1033);
  expect(locked("plain")).toBe(false);
});
