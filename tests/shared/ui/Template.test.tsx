/** @jest-environment jsdom */
import { render } from "@testing-library/react";
import * as React from "react";
import { Template } from "../../../shared/ui/Template";

const shown = (text: string, ...values: readonly string[]) => render(<Template text={text} values={values} />).container;

it("fills the places of a text, each value by itself, so that its direction cannot turn the sentence around", () => {
  const container = shown("{0} wrote to {1}.", "ياسمين", "Service");
  expect(container.textContent).toBe("ياسمين wrote to Service.");
  expect([...container.querySelectorAll("bdi")].map(({ textContent }) => textContent)).toEqual(["ياسمين", "Service"]);
});

it("leaves a place empty that a translation has, and nobody fills", () => {
  expect(shown("{0} of {7}", "1").textContent).toBe("1 of ");
});
