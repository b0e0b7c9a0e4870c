import type { Locator } from "playwright-core";
import { contrastOf } from "./contrast";
import type { Layer } from "./paint";

/** A frame that is drawn around what has the focus, with what lies under it. */
interface Ring {
  readonly color: string;
  readonly layers: readonly Layer[];
}

/** The best contrast of the frames that tell where the focus is, from 1 to 21; 0 where there is none. The element has the focus already. */
export async function focusContrast(element: Locator): Promise<number> {
  const rings = await element.evaluate(collectRings);
  return Math.max(0, ...rings.map(({ color, layers }) => contrastOf(color, layers)));
}

/** Runs in the page: it may use nothing of this file. */
function collectRings(focused: Element): readonly Ring[] {
  const layersOf = (from: Element | null): Layer[] => {
    const layers: Layer[] = [];
    for (let at = from; at !== null; at = at.parentElement) {
      const { backgroundColor, opacity } = getComputedStyle(at);
      layers.unshift({ background: backgroundColor, opacity: Number(opacity) });
    }
    return layers;
  };
  const rings: Ring[] = [];
  const around = [focused, focused.parentElement, focused.parentElement?.parentElement ?? null];
  around.forEach((element, distance) => {
    if (element === null) return;
    const style = getComputedStyle(element);
    if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) {
      const isInside = parseFloat(style.outlineOffset) < 0;
      rings.push({ color: style.outlineColor, layers: layersOf(isInside ? element : element.parentElement) });
    }
    const inset = /^(rgba?\([^)]*\)) .*inset$/.exec(style.boxShadow)?.[1];
    if (distance === 0 && inset !== undefined) rings.push({ color: inset, layers: layersOf(element) });
    if (distance === 0 && style.textDecorationLine.includes("underline"))
      rings.push({ color: style.textDecorationColor, layers: layersOf(element) });
    const after = getComputedStyle(element, "::after");
    if (after.content === "none") return;
    if (after.outlineStyle !== "none" && parseFloat(after.outlineWidth) > 0)
      rings.push({ color: after.outlineColor, layers: layersOf(element) });
    if (after.borderTopStyle !== "none" && parseFloat(after.borderTopWidth) > 0)
      rings.push({ color: after.borderTopColor, layers: layersOf(element) });
  });
  return rings;
}
