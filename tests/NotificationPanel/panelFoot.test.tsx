/** @jest-environment jsdom */
import { act, render } from "@testing-library/react";
import * as React from "react";
import { PanelFoot } from "../../NotificationPanel/PanelFoot";

it("tells how high it is whenever that changes, and listens no more when it is gone", () => {
  const observed: (() => void)[] = [];
  let ended = 0;
  Object.assign(globalThis, {
    ResizeObserver: class {
      constructor(private readonly told: () => void) {}
      observe(): void {
        observed.push(this.told);
      }
      disconnect(): void {
        ended += 1;
      }
    },
  });
  jest.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(48);
  const heights: number[] = [];
  const onHeight = (height: number): void => void heights.push(height);
  const { unmount } = render(<PanelFoot onHeight={onHeight}>A notice</PanelFoot>);
  act(() => observed.forEach((tell) => tell()));
  expect(heights).toEqual([48]);
  unmount();
  expect(ended).toBe(1);
});
