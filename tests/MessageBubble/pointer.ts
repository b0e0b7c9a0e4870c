/** A double for the pointer events and the layout that the tests' browser lacks. */

class Pointer extends MouseEvent {
  readonly pointerId: number;
  readonly pointerType: string;
  constructor(type: string, init: PointerEventInit = {}) {
    super(type, init);
    this.pointerId = init.pointerId ?? 1;
    this.pointerType = init.pointerType ?? "mouse";
  }
}

/** A box of the page, as a browser measures it. */
export function box(left: number, top: number, width: number, height: number): DOMRect {
  return { left, top, right: left + width, bottom: top + height, width, height } as DOMRect;
}

/**
 * Gives the window a size, and pointers.
 * @param boxOf where an element is
 */
export function layOut(boxOf: (element: Element) => DOMRect, innerWidth = 1400, innerHeight = 900): void {
  Object.assign(window, { innerWidth, innerHeight, PointerEvent: Pointer });
  Object.assign(HTMLElement.prototype, { setPointerCapture: () => undefined });
  jest.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    return boxOf(this);
  });
}
