/** @jest-environment jsdom */
import { fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { MissingPart } from "../../../shared/ui/MissingPart";

const strings = { PartLoading: "Loading", Retry: "Retry" };

it("says in words that the part is on its way", () => {
  render(<MissingPart kind="loading" failed="It couldn’t be loaded." strings={strings} onRetry={() => undefined} />);
  expect(screen.getByRole("status").textContent).toBe("Loading");
});

it("says that the part cannot be had, and offers to try again", () => {
  let tries = 0;
  render(<MissingPart kind="failed" failed="It couldn’t be loaded." strings={strings} onRetry={() => tries++} />);
  expect(screen.getByRole("status").textContent).toContain("It couldn’t be loaded.");
  fireEvent.click(screen.getByRole("button", { name: "Retry" }));
  expect(tries).toBe(1);
});
