/** A double for the layout that the tests' browser lacks, of a thread and its lines. */
import { LINE_ATTRIBUTE } from "../../MessageThread/useThreadWindow";

/** How high things are (px). A test may change it; the log's box is told to whoever watches it by `resize`. */
export interface ThreadLayout {
  /** How high the log is; 0: its pane is closed. */
  view: number;
  width: number;
  /** How high a line is. */
  heightOf: (id: string) => number;
  /** Something has changed the log's box. */
  resize(): void;
}

const isLog = (element: Element) => element.getAttribute("role") === "log";
const idOf = (element: Element) => element.getAttribute(LINE_ATTRIBUTE) ?? "";

/** Lays out until `jest.restoreAllMocks`: lines and gaps below each other, in a log that scrolls as a browser does: no further than there is something, and tells of it. */
export function layOutThread(): ThreadLayout {
  const scrolled = new WeakMap<Element, number>();
  const watching = new Set<() => void>();
  const layout: ThreadLayout = {
    view: 400,
    width: 440,
    heightOf: () => 100,
    resize: () => watching.forEach((tell) => tell()),
  };
  const heightOf = (element: Element): number => {
    if (layout.view === 0) return 0;
    if (element.hasAttribute(LINE_ATTRIBUTE)) return layout.heightOf(idOf(element));
    return element instanceof HTMLElement ? Number.parseFloat(element.style.height) || 0 : 0;
  };
  const sum = (elements: readonly Element[]) => elements.reduce((height, element) => height + heightOf(element), 0);
  const topOf = (element: Element): number => {
    const all = Array.from(element.parentElement?.children ?? []);
    return sum(all.slice(0, all.indexOf(element)));
  };
  const contentOf = (log: Element) => sum(Array.from(log.children));
  const most = (log: Element) => Math.max(0, contentOf(log) - layout.view);
  const scrollOf = (log: Element) => Math.min(scrolled.get(log) ?? 0, most(log));

  jest.spyOn(Element.prototype, "clientHeight", "get").mockImplementation(function (this: Element) {
    return isLog(this) ? layout.view : heightOf(this);
  });
  jest.spyOn(Element.prototype, "clientWidth", "get").mockImplementation(() => layout.width);
  jest.spyOn(Element.prototype, "scrollHeight", "get").mockImplementation(function (this: Element) {
    return isLog(this) ? Math.max(layout.view, contentOf(this)) : heightOf(this);
  });
  jest.spyOn(Element.prototype, "scrollTop", "get").mockImplementation(function (this: Element) {
    return isLog(this) ? scrollOf(this) : 0;
  });
  jest.spyOn(Element.prototype, "scrollTop", "set").mockImplementation(function (this: Element, top: number) {
    scrolled.set(this, Math.max(0, Math.min(top, most(this))));
  });
  jest.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockImplementation(function (this: Element) {
    return heightOf(this);
  });
  jest.spyOn(HTMLElement.prototype, "offsetTop", "get").mockImplementation(function (this: Element) {
    return topOf(this);
  });
  jest.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const log = this.closest('[role="log"]');
    const height = isLog(this) ? layout.view : heightOf(this);
    const top = log && log !== this ? topOf(this) - scrollOf(log) : 0;
    return { top, bottom: top + height, height, left: 0, right: layout.width, width: layout.width } as DOMRect;
  });
  class Observer {
    constructor(private readonly changed: () => void) {}
    observe(element: Element): void {
      if (isLog(element)) watching.add(this.changed);
    }
    disconnect(): void {
      watching.delete(this.changed);
    }
  }
  Object.assign(globalThis, { ResizeObserver: Observer });
  return layout;
}
