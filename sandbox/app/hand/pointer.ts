const MOVE_MS = 450;
const PRESS_MS = 180;

/** A pointer that everybody sees, drawn over the page. */
export interface Pointer {
  /** Moves it to the middle of an element, and shows that it presses. Resolves when it has arrived. */
  pressAt(element: Element): Promise<void>;
}

/** A pointer of this document. It is a picture alone: it takes no part in what happens under it. */
export function createPointer(target: Document): Pointer {
  const drawing = target.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = target.createElementNS("http://www.w3.org/2000/svg", "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("class", "sb-hand");
  path.setAttribute("d", "M4 2v17l4.6-4.2 3 7 3-1.3-3-6.8H18z");
  drawing.append(path);
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const isStill = (): boolean => target.defaultView?.matchMedia("(prefers-reduced-motion: reduce)").matches === true;
  return {
    async pressAt(element) {
      if (!drawing.isConnected) {
        target.body.append(drawing);
        // It starts from where it is first drawn, so that it is seen to move.
        drawing.getBoundingClientRect();
      }
      const { left, top, width, height } = element.getBoundingClientRect();
      drawing.style.transform = `translate(${left + Math.min(width / 2, 120)}px, ${top + height / 2}px)`;
      await wait(isStill() ? 0 : MOVE_MS);
      drawing.classList.add("sb-hand-pressing");
      await wait(PRESS_MS);
      drawing.classList.remove("sb-hand-pressing");
    },
  };
}
