/** What is drawn on a page, as far as its contrast goes: read in the browser, judged in `contrast.ts`. */
import type { Locator, Page } from "playwright-core";

/** One box around what is drawn, from the page's root inwards. */
export interface Layer {
  readonly background: string;
  readonly opacity: number;
}

/** One text, icon or edge. */
export interface Paint {
  readonly kind: "text" | "icon" | "edge";
  /** What it is, for people who read a failure. */
  readonly words: string;
  readonly color: string;
  /** Edges: the box's own background, which may tell it from the page as well. */
  readonly inside?: string;
  /** px */
  readonly size: number;
  readonly weight: number;
  /** The boxes that lie under it; an edge's without the box whose edge it is. */
  readonly layers: readonly Layer[];
}

/** What the product draws: on forms, and above the page. */
export const PRODUCT = "[data-control^=msgn_], .ms-Layer--fixed, .ms-Layer-content";

/** Everything that is to be seen in these elements. */
export function readPaint(scope: Page | Locator, selector = PRODUCT): Promise<readonly Paint[]> {
  const elements = scope.locator(selector);
  return elements.evaluateAll(collect);
}

/** Everything that is to be seen in one element, itself included. */
export async function readPaintOf(element: Locator): Promise<readonly Paint[]> {
  return element.evaluateAll(collect);
}

/** Runs in the page: it may use nothing of this file. */
function collect(roots: readonly Element[]): readonly Paint[] {
  const layersOf = (from: Element | null): Layer[] => {
    const layers: Layer[] = [];
    for (let at = from; at !== null; at = at.parentElement) {
      const style = getComputedStyle(at);
      const image = style.backgroundImage !== "none" && !style.backgroundImage.startsWith("url");
      layers.unshift({ background: image ? style.backgroundImage : style.backgroundColor, opacity: Number(style.opacity) });
    }
    return layers;
  };
  const isSeen = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || getComputedStyle(element).visibility !== "visible") return false;
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const style = getComputedStyle(at);
      const clipped = style.position === "absolute" && at.clientWidth <= 1 && at.clientHeight <= 1;
      if (style.display === "none" || Number(style.opacity) === 0 || clipped) return false;
    }
    return true;
  };
  const found: Paint[] = [];
  const seen = new Set<Element>();
  const add = (kind: Paint["kind"], element: Element, words: string, color: string, inside?: string): void => {
    const { fontSize, fontWeight } = getComputedStyle(element);
    const under = kind === "edge" ? element.parentElement : element;
    const parts = { kind, words: words.trim().slice(0, 60), color, size: parseFloat(fontSize), weight: Number(fontWeight) };
    found.push({ ...parts, ...(inside === undefined ? {} : { inside }), layers: layersOf(under) });
  };
  for (const root of roots) {
    for (const element of [root, ...Array.from(root.querySelectorAll("*"))]) {
      // What stands for a list that is on its way says nothing.
      if (seen.has(element) || !isSeen(element) || element.closest(".ms-Shimmer-container")) continue;
      seen.add(element);
      const style = getComputedStyle(element);
      const name = element.getAttribute("aria-label") ?? element.textContent;
      const own = Array.from(element.childNodes).filter(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
      );
      if (own.length > 0 && !element.closest("svg")) add("text", element, own.map((node) => node.textContent ?? "").join(" "), style.color);
      if (element instanceof HTMLInputElement && element.type !== "checkbox") {
        if (element.value !== "") add("text", element, element.value, style.color);
        else if (element.placeholder !== "") add("text", element, element.placeholder, getComputedStyle(element, "::placeholder").color);
      }
      if (element.tagName === "path")
        add(
          "icon",
          element,
          `icon of "${element.closest("button")?.getAttribute("aria-label") ?? element.closest("div")?.textContent ?? ""}"`,
          style.fill,
        );
      const isControl =
        element.matches("button, input, [role=button], [role=switch], [role=combobox], [role=checkbox], [role=radio]") ||
        element.querySelector(":scope > input") !== null ||
        element.matches(".ms-Checkbox-checkbox, .ms-Dropdown-title");
      const hasEdge = ["Top", "Right", "Bottom", "Left"].every((side) => {
        const edge = style as unknown as Record<string, string>;
        return parseFloat(edge[`border${side}Width`] ?? "0") > 0 && edge[`border${side}Style`] !== "none";
      });
      // What cannot be used just now needs no edge; what is written on it is to be read all the same.
      const isUsable = !element.matches(":disabled, [aria-disabled=true]");
      if (isControl && hasEdge && isUsable) add("edge", element, `edge of "${name}"`, style.borderTopColor, style.backgroundColor);
    }
  }
  return found;
}
