/** @jest-environment jsdom */
import { act, render, screen } from "@testing-library/react";
import * as React from "react";
import { Observable } from "../../app/observable";
import { useChanges } from "../../app/useChanges";

class Counter extends Observable {
  count = 0;

  add(): void {
    this.count += 1;
    this.changed();
  }
}

function Shown({ counter, onDrawn }: { readonly counter: Counter; readonly onDrawn?: () => void }): React.ReactElement {
  useChanges(counter);
  // What a child does while it is put on the page happens before the subscription.
  React.useLayoutEffect(() => onDrawn?.(), [onDrawn]);
  return <output>{counter.count}</output>;
}

const shown = () => screen.getByRole("status").textContent;

describe("a component that uses a store's changes", () => {
  it("is drawn again after each change", () => {
    const counter = new Counter();
    render(<Shown counter={counter} />);
    act(() => counter.add());
    act(() => counter.add());
    expect(shown()).toBe("2");
  });

  it("is drawn again when the store changed between its drawing and its subscribing", () => {
    const counter = new Counter();
    const onDrawn = () => counter.add();
    render(<Shown counter={counter} onDrawn={onDrawn} />);
    expect(shown()).toBe("1");
  });

  it("follows the other store when it is given another one, and no longer the first", () => {
    const [first, second] = [new Counter(), new Counter()];
    const { rerender, unmount } = render(<Shown counter={first} />);
    rerender(<Shown counter={second} />);
    act(() => second.add());
    expect(shown()).toBe("1");
    const redraw = jest.spyOn(console, "error").mockImplementation(() => undefined);
    unmount();
    first.add();
    second.add();
    expect(redraw).not.toHaveBeenCalled();
    redraw.mockRestore();
  });
});
