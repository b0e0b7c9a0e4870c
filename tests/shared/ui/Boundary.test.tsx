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

it("hands a bug on once, keeps what was drawn last, and leaves what is beside it", () => {
  const { bugs, show } = setUp("Hello");
  show(null);
  expect(bugs).toEqual([bug]);
  expect(screen.getByText("Hello")).not.toBeNull();
  expect(screen.getByRole("button", { name: "Beside it" })).not.toBeNull();
});

it("is empty where nothing has been drawn yet", () => {
  const { bugs } = setUp(null);
  expect(bugs).toEqual([bug]);
  expect(document.querySelector("p")).toBeNull();
  expect(screen.getByRole("button", { name: "Beside it" })).not.toBeNull();
});

it("tries again as soon as there is something else to show", () => {
  const { bugs, show } = setUp(null);
  show("Hello");
  expect(screen.getByText("Hello")).not.toBeNull();
  show(null);
  show("Good morning");
  expect(screen.getByText("Good morning")).not.toBeNull();
  expect(screen.queryByText("Hello")).toBeNull();
  expect(bugs).toEqual([bug, bug]);
});

it("keeps what was drawn last through several things that cannot be drawn, and reports a bug for each of them", () => {
  const bugs: unknown[] = [];
  const page = (shown: number, text: string | null) => (
    <Boundary shown={shown} onBug={(thrown) => bugs.push(thrown)}>
      <Part text={text} />
    </Boundary>
  );
  const { rerender } = render(page(1, "Hello"));
  rerender(page(2, null));
  rerender(page(3, null));
  // The same thing, drawn once more because something around it has changed: that is not tried, and no second report.
  rerender(page(3, null));
  expect(screen.getByText("Hello")).not.toBeNull();
  expect(bugs).toEqual([bug, bug]);
});

it("is empty, and reports one bug, where what was drawn last cannot be drawn any more either", () => {
  const bugs: unknown[] = [];
  let isBroken = false;
  const Fragile = ({ text }: { readonly text: string }) => {
    if (isBroken) throw bug;
    return <p>{text}</p>;
  };
  const page = (text: string) => (
    <Boundary shown={text} onBug={(thrown) => bugs.push(thrown)}>
      <Fragile text={text} />
    </Boundary>
  );
  const { rerender, container } = render(page("Hello"));
  isBroken = true;
  rerender(page("Good morning"));
  expect(bugs).toEqual([bug]);
  expect(container.innerHTML).toBe("");
  isBroken = false;
  rerender(page("Good evening"));
  expect(screen.getByText("Good evening")).not.toBeNull();
});

it("hands on a bug in what follows the drawing, too, and draws the next thing", () => {
  const bugs: unknown[] = [];
  const Late = ({ text }: { readonly text: string | null }) => {
    React.useLayoutEffect(() => {
      if (text === null) throw bug;
    }, [text]);
    return <p>{text}</p>;
  };
  const page = (text: string | null) => (
    <Boundary shown={text} onBug={(thrown) => bugs.push(thrown)}>
      <Late text={text} />
    </Boundary>
  );
  const { rerender } = render(page("Hello"));
  rerender(page(null));
  expect(bugs).toEqual([bug]);
  rerender(page("Good morning"));
  expect(screen.getByText("Good morning")).not.toBeNull();
});
