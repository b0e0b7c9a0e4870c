import * as React from "react";
import { segmentsOf } from "./segments";
import type { Segment } from "./segments";

/** Up to here every line is rendered: browsers do that at once, and find-in-page sees them all. */
const SHORT_LIST = 40;
/** A card with three lines of text and one row of buttons (px). */
const USUAL_HEIGHT = 168;
const OVERSCAN = 800;

/** The attribute by which a rendered line carries its place in the list. */
export const PLACE_ATTRIBUTE = "data-place";

/** What a list needs to render its lines by {@link useRenderedLines}. */
export interface RenderedLines {
  /** Goes to the element that scrolls. */
  readonly scroller: React.RefObject<HTMLDivElement>;
  readonly onScroll: () => void;
  readonly segments: readonly Segment[];
}

interface View {
  readonly top: number;
  readonly height: number;
  readonly keep: number;
  /** Changes when a line turned out to be higher or lower than thought. */
  readonly measured: number;
}

/**
 * Keeps a thousand lines as light as ten: only those near the view are rendered.
 * @param ids names the lines in their order
 * @param shown what the lines are made of: when it changes, their heights are measured again
 * @param wanted the place of a line that is to be there, wherever the list stands; -1: none
 */
export function useRenderedLines(ids: readonly string[], shown: unknown, wanted: number): RenderedLines {
  const scroller = React.useRef<HTMLDivElement>(null);
  const heights = React.useRef(new Map<string, number>());
  const [view, setView] = React.useState<View>({ top: 0, height: 0, keep: -1, measured: 0 });
  const isLong = ids.length > SHORT_LIST;

  const look = React.useCallback(() => {
    const element = scroller.current;
    if (!element || !isLong) return;
    const changed = measure(element, heights.current);
    // Steps as high as a line: a scroll of some pixels changes nothing that matters.
    const top = Math.floor(element.scrollTop / USUAL_HEIGHT) * USUAL_HEIGHT;
    const height = element.clientHeight;
    const keep = element.contains(document.activeElement) ? placeOf(document.activeElement) : wanted;
    setView((old) =>
      !changed && old.top === top && old.height === height && old.keep === keep ? old : { top, height, keep, measured: old.measured + 1 },
    );
  }, [isLong, wanted]);

  React.useLayoutEffect(look, [look, shown]);
  React.useEffect(() => {
    // A pane that was closed has no height until it opens.
    if (!scroller.current || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(scroller.current);
    return () => {
      observer.disconnect();
    };
  }, [look]);

  const segments = isLong
    ? segmentsOf({
        count: ids.length,
        heightAt: (index) => heights.current.get(ids[index] ?? "") ?? USUAL_HEIGHT,
        scrollTop: view.top,
        viewHeight: view.height,
        overscan: OVERSCAN,
        keep: view.keep,
      })
    : [{ from: 0, to: ids.length }];
  return { scroller, onScroll: look, segments };
}

/** Reads the heights of the lines that are in the page; says whether one was not as thought. */
function measure(element: HTMLElement, heights: Map<string, number>): boolean {
  let changed = false;
  for (const line of Array.from(element.querySelectorAll<HTMLElement>(`[${PLACE_ATTRIBUTE}]`))) {
    const id = line.id;
    const height = line.offsetHeight;
    if (height > 0 && heights.get(id) !== height) {
      heights.set(id, height);
      changed = true;
    }
  }
  return changed;
}

/** The place of the line that an element is in; -1 where it is in none. */
function placeOf(element: Element | null): number {
  const place = element?.closest(`[${PLACE_ATTRIBUTE}]`)?.getAttribute(PLACE_ATTRIBUTE);
  return place ? Number(place) : -1;
}
