/** @jest-environment jsdom */
import { setIconOptions } from "@fluentui/react";
import { fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { Cell } from "../../app/form/Cell";
import { makeForm } from "../../app/form/makeForm";
import { Router } from "../../app/navigation/router";
import { makeShell } from "../../app/shell";
import { cell, column, form, session, table } from "./fixtures";

const waits = table("wait", [column("minutes", "integer", { minValue: 0, maxValue: 60 })]);

// The drawings do not matter here.
beforeAll(() => setIconOptions({ disableWarnings: true }));

/** A form with the one field, which holds 15; drawn anew after each step, as the page does. */
function draw() {
  const only = cell({ column: "minutes" });
  const user = session({ tables: [waits] });
  const shell = makeShell(user, new Router(window, "app", { pageType: "dashboard" }));
  const opened = makeForm(user, form("wait", [only]), undefined);
  opened.attributes.get("minutes")?.load(15);
  const element = () => <Cell shell={shell} form={opened} cell={only} idPrefix="form" />;
  const { rerender } = render(element());
  const field = () => screen.getByRole<HTMLInputElement>("textbox");
  return {
    field,
    value: () => opened.attributes.get("minutes")?.value,
    type(text: string) {
      fireEvent.change(field(), { target: { value: text } });
      fireEvent.blur(field());
      rerender(element());
    },
    save: () => opened.save(1),
  };
}

it.each(["61", "-1", "1.5", "abc"])("keeps %j in the field with a message, and refuses to save", async (text) => {
  const { field, type, value, save } = draw();
  type(text);
  expect([field().value, value()]).toEqual([text, 15]);
  expect(screen.getByRole("alert").textContent).toBe("Enter a whole number from 0 to 60.");
  await expect(save()).rejects.toThrow("Fields to be corrected: minutes");
});

it.each(["15", "16", ""])("takes the message away once the field holds something possible: %j", (text) => {
  const { type, value } = draw();
  type("61");
  type(text);
  expect(screen.queryByRole("alert")).toBeNull();
  expect(value()).toBe(text === "" ? null : Number(text));
});
