/** @jest-environment jsdom */
import * as React from "react";
import { render, screen } from "@testing-library/react";
import { useStillBox } from "../../NotificationPanel/useStillBox";

/** So high (px) is the box, and each of the lines in it. */
const BOX = 100;
const LINE = 80;

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const { box, height } = useStillBox(true, lines);
  return (
    <div ref={box} style={height === null ? {} : { height }} data-testid="box">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** jsdom has no layout: the box is as high as said above, and what is in it as its lines. */
beforeEach(() => {
  jest.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(BOX);
  jest.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(BOX);
  jest.spyOn(HTMLElement.prototype, "scrollHeight", "get").mockImplementation(function (this: HTMLElement) {
    return this.childElementCount * LINE;
  });
});
afterEach(() => jest.restoreAllMocks());

/** Where the box is scrolled to once a third line has come, for one who was at this place of two. */
function placeAfterNews(scrollTop: number): number {
  const { rerender } = render(<Lines lines={["one", "two"]} />);
  const box = screen.getByTestId("box");
  box.scrollTop = scrollTop;
  rerender(<Lines lines={["one", "two", "three"]} />);
  return box.scrollTop;
}

it("keeps the place of one who reads further up", () => {
  expect(placeAfterNews(10)).toBe(10);
});

it("goes on to the new end for one who was at the end", () => {
  expect(placeAfterNews(2 * LINE - BOX)).toBe(3 * LINE);
});
