/** @jest-environment jsdom */
/** Where the pane is that hosts the panel: measured while it is open, and not while it is closed. */
import { act, render, screen } from "@testing-library/react";
import * as React from "react";
import type { usePaneBox as usePaneBoxOfModule } from "../../MessageBubble/usePaneBox";

/** The observers that are at work. */
const observers = new Set<() => void>();
const tell = () => act(() => observers.forEach((callback) => callback()));
Object.assign(globalThis, {
  ResizeObserver: class {
    public constructor(private readonly callback: () => void) {}
    public observe(): void {
      observers.add(this.callback);
    }
    public disconnect(): void {
      observers.delete(this.callback);
    }
  },
});
// Only now: whether sizes are told is looked at when the module is loaded.
const { usePaneBox } = jest.requireActual<{ usePaneBox: typeof usePaneBoxOfModule }>("../../MessageBubble/usePaneBox");

let rect = { top: 0, left: 0, right: 0, width: 0 };
let measured = 0;
beforeEach(() => {
  measured = 0;
  rect = { top: 0, left: 0, right: 0, width: 0 };
});

function Probe({ shown, isThere = true }: { readonly shown: unknown; readonly isThere?: boolean }): React.ReactElement {
  const element = React.useRef<HTMLDivElement>(null);
  const box = usePaneBox(element, false, isThere, shown);
  const take = React.useCallback((div: HTMLDivElement | null) => {
    Object.assign(element, { current: div });
    if (div)
      div.getBoundingClientRect = () => {
        measured += 1;
        return rect as DOMRect;
      };
  }, []);
  return (
    <>
      {isThere && <div ref={take} />}
      <output>{box.isVisible ? `open at ${box.top}` : "closed"}</output>
    </>
  );
}

const shown = () => screen.getByRole("status").textContent;

it("is not measured while it is closed, however often the list changes", () => {
  const { rerender } = render(<Probe shown={1} />);
  rerender(<Probe shown={2} />);
  expect([shown(), measured]).toEqual(["closed", 0]);
});

it("is measured when it opens, and again when something above it may have changed; then it closes", () => {
  const { rerender } = render(<Probe shown={1} />);
  rect = { top: 100, left: 1000, right: 1340, width: 340 };
  tell();
  expect(shown()).toBe("open at 100");
  rect = { ...rect, top: 140 };
  rerender(<Probe shown={2} />);
  expect(shown()).toBe("open at 140");
  rect = { ...rect, width: 0 };
  tell();
  expect(shown()).toBe("closed");
});

it("learns that the pane opens also where its element comes late, goes, and comes back as another one", () => {
  const { rerender } = render(<Probe shown={1} isThere={false} />);
  expect(observers.size).toBe(0);
  for (const turn of [2, 4]) {
    rerender(<Probe shown={turn} />);
    rect = { top: 100, left: 1000, right: 1340, width: 340 };
    tell();
    expect(shown()).toBe("open at 100");
    rerender(<Probe shown={turn + 1} isThere={false} />);
    expect([shown(), observers.size]).toEqual(["closed", 0]);
  }
});
