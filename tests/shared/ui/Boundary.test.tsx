/** @jest-environment jsdom */
import { render, screen } from "@testing-library/react";
import * as React from "react";
import { Boundary } from "../../../shared/ui/Boundary";

const bug = new TypeError("Cannot read properties of undefined");

/** Draws its text; breaks where there is none. */
function Part({ text }: { readonly text: string | null }) {
  if (text === null) throw bug;
  return <p>{text}</p>;
}

function setUp(text: string | null) {
  const bugs: unknown[] = [];
  const page = (shown: string | null) => (
    <>
      <button type="button">Beside it</button>
      <Boundary shown={shown} onBug={(thrown) => bugs.push(thrown)}>
        <Part text={shown} />
      </Boundary>
    </>
  );
  const { rerender } = render(page(text));
  return { bugs, show: (next: string | null) => rerender(page(next)) };
}

// React says in the console, too, what a boundary has caught.
beforeEach(() => jest.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

it("draws its children", () => {
  const { bugs } = setUp("Hello");
  expect(screen.getByText("Hello")).not.toBeNull();
  expect(bugs).toEqual([]);
});

it("hands a bug on once, and leaves what is beside it", () => {
  const { bugs, show } = setUp("Hello");
  show(null);
  expect(bugs).toEqual([bug]);
  expect(screen.queryByText("Hello")).toBeNull();
  expect(screen.getByRole("button", { name: "Beside it" })).not.toBeNull();
});

it("tries again as soon as there is something else to show", () => {
  const { bugs, show } = setUp(null);
  show("Hello");
  expect(screen.getByText("Hello")).not.toBeNull();
  show(null);
  expect(bugs).toEqual([bug, bug]);
});
