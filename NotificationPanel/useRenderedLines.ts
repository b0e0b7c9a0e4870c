import * as React from "react";
import { lineSegmentsOf } from "../shared/ui/lineSegments";
import type { LineSegment } from "../shared/ui/lineSegments";

/** Up to here every line is rendered: browsers do that at once, and find-in-page sees them all. */
const SHORT_LIST = 40;
/** How far beside the view lines are rendered, too (px): a scroll by wheel or finger does not come to an empty place. */
const OVERSCAN = 400;
/** How high the view is until that is known (px). */
const USUAL_VIEW = 800;
/** So long after the list was opened there is time for more than what is in view (ms). */
const REST = 100;

/** The attribute by which a rendered line carries its place in the list. */
export const PLACE_ATTRIBUTE = "data-place";

/** What the rendered lines depend on. */
export interface RenderedLinesInput {
  /** Names the lines in their order. */
  readonly ids: readonly string[];
  /** What the lines are made of: when it changes, their heights are measured again. */
  readonly shown: unknown;
  /** Another value: these are other lines, and nothing is known of their heights. */
  readonly view: unknown;
  /** How high a line is that was never in the page, as far as can be told (px). */
  readonly usualHeight: number;
  /** Places of lines that are to be there, wherever the list stands; -1: none. */
  readonly wanted: readonly number[];
  /** Lines in view stay where they are on the screen, whatever becomes of those above them. */
  readonly isStill: boolean;
  /** The pane or panel around the list is open: of a closed one only what was in view stays rendered. */
  readonly isVisible: boolean;
}

/** What a list needs to render its lines by {@link useRenderedLines}. */
export interface RenderedLines {
  /** Goes to the element that scrolls. */
  readonly scroller: React.RefObject<HTMLDivElement>;
  readonly onScroll: () => void;
  /** How far it was scrolled by itself, to keep on the screen what was there (px). */
  readonly corrected: React.RefObject<number>;
  readonly segments: readonly LineSegment[];
  /** How high a line was when it was last in the page (px); undefined where that is not known. */
  readonly heightOf: (id: string) => number | undefined;
  /** The place that is about one view away from this one. `step`: 1 down, -1 up. */
  readonly pageFrom: (place: number, step: 1 | -1) => number;
}

interface View {
  readonly top: number;
  readonly height: number;
  readonly keep: number;
  /** It stands lower than its beginning, perhaps by less than `top` says. */
  readonly isScrolled: boolean;
  /** Lines beside the view are rendered, too. */
  readonly isWide: boolean;
  /** Changes when a line turned out to be higher or lower than thought. */
  readonly measured: number;
}

/** A line in view, and how far it is from the list's beginning (px). */
interface Anchor {
  readonly id: string;
  readonly top: number;
}

/** What is known of the lines' heights (px). */
interface Heights {
  readonly view: unknown;
  readonly width: number;
  /** By id: of lines that were in the page, wherever they stand now. */
  readonly of: Map<string, number>;
  /** By place, measured or usual. The same until there are other lines: it is read ten thousand times at each step of a scroll. */
  readonly at: number[];
  readonly ids: readonly string[];
}

/** Keeps ten thousand lines as light as ten: only those near the view are rendered. */
export function useRenderedLines(input: RenderedLinesInput): RenderedLines {
  const { ids, shown, view, usualHeight, wanted, isStill, isVisible } = input;
  const scroller = React.useRef<HTMLDivElement>(null);
  const heights = React.useRef<Heights>({ view, width: 0, of: new Map(), at: [], ids: [] });
  const corrected = React.useRef(0);
  const anchors = React.useRef<readonly Anchor[]>([]);
  const [seen, setSeen] = React.useState<View>({ top: 0, height: 0, keep: -1, isScrolled: false, isWide: false, measured: 0 });
  const isLong = ids.length > SHORT_LIST;
  // Heights of other cards, or of cards in another width, say nothing of these.
  if (heights.current.view !== view) heights.current = { ...heights.current, view, of: new Map(), ids: [] };
  if (heights.current.ids !== ids) {
    const { of } = heights.current;
    heights.current = { ...heights.current, ids, at: ids.map((id) => of.get(id) ?? usualHeight) };
  }
  const { at: heightsAt, of: known } = heights.current;

  const see = React.useCallback(
    (isMeasured: boolean, change: Partial<View> = {}) => {
      const { current: element } = scroller;
      if (!element) return;
      const { clientHeight: height } = element;
      // Steps as high as a line: a scroll of some pixels changes nothing that matters.
      const top = isLong ? Math.floor(element.scrollTop / usualHeight) * usualHeight : 0;
      const isScrolled = element.scrollTop > 0;
      const keep = element.contains(document.activeElement) ? placeOf(document.activeElement) : -1;
      setSeen((old) => {
        // In a pane that was closed nothing has a height, nor a place: what was seen last is there when it opens again.
        const next = { ...old, ...(height > 0 || old.height === 0 ? { top, height, keep, isScrolled } : {}), ...change };
        if (isMeasured) return { ...next, measured: old.measured + 1 };
        return (Object.keys(next) as (keyof View)[]).every((key) => next[key] === old[key]) ? old : next;
      });
    },
    [isLong, usualHeight],
  );
  const look = React.useCallback(() => {
    const { current: element } = scroller;
    if (!element) return;
    const { clientWidth: width } = element;
    if (width > 0 && width !== heights.current.width) {
      heights.current = { ...heights.current, width, of: new Map(), at: heights.current.at.map(() => usualHeight) };
    }
    const lines = linesIn(element);
    const isChanged = measure(lines, heights.current);
    anchors.current = anchorsOf(element, lines);
    see(isChanged && isLong);
  }, [see, isLong, usualHeight]);

  React.useLayoutEffect(() => {
    const { current: element } = scroller;
    if (isStill && element && element.clientHeight > 0) corrected.current += keepInPlace(element, anchors.current);
    look();
  }, [look, shown, isStill, seen]);
  React.useEffect(() => {
    if (!scroller.current || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(scroller.current);
    return () => {
      observer.disconnect();
    };
  }, [look]);
  // Who opens the list waits for what is in view, and for nothing beside it.
  React.useEffect(() => {
    if (!isLong) return undefined;
    const timer = window.setTimeout(() => see(false, { isWide: isVisible }), REST);
    return () => window.clearTimeout(timer);
  }, [isLong, isVisible, see]);

  const heightAt = (place: number) => heightsAt[place] ?? usualHeight;
  const segments = isLong
    ? lineSegmentsOf({
        count: ids.length,
        heightAt,
        scrollTop: seen.top,
        viewHeight: seen.height || USUAL_VIEW,
        // `top` is rounded down by less than a line.
        overscan: seen.isWide ? OVERSCAN : seen.isScrolled ? usualHeight : 0,
        keep: [seen.keep, ...wanted],
      })
    : [{ from: 0, to: ids.length }];
  const pageFrom = (place: number, step: 1 | -1) => {
    let room = scroller.current?.clientHeight ?? 0;
    let next = place;
    while (next + step >= 0 && next + step < ids.length && (next === place || room > heightAt(next))) {
      room -= heightAt(next);
      next += step;
    }
    return next;
  };
  const onScroll = () => see(false, { isWide: true });
  return { scroller, onScroll, corrected, segments, heightOf: (id) => known.get(id), pageFrom };
}

function linesIn(element: HTMLElement): readonly HTMLElement[] {
  return Array.from(element.querySelectorAll<HTMLElement>(`[${PLACE_ATTRIBUTE}]`));
}

/** Notes the heights of the lines that are in the page; says whether one was not as thought. Parts of a pixel count: a thousand of them are many. */
function measure(lines: readonly HTMLElement[], { of, at }: Heights): boolean {
  let isChanged = false;
  for (const line of lines) {
    const { height } = line.getBoundingClientRect();
    const place = Number(line.getAttribute(PLACE_ATTRIBUTE));
    if (height === 0) continue;
    of.set(line.id, height);
    isChanged = isChanged || at[place] !== height;
    at[place] = height;
  }
  return isChanged;
}

/** The lines in view, from above; none at the list's beginning, where nothing is above them. */
function anchorsOf(element: HTMLElement, lines: readonly HTMLElement[]): readonly Anchor[] {
  if (element.scrollTop <= 0) return [];
  const { scrollTop, clientHeight } = element;
  return lines
    .map((line) => ({ id: line.id, top: line.offsetTop, bottom: line.offsetTop + line.offsetHeight }))
    .filter(({ top, bottom }) => bottom > scrollTop && top < scrollTop + clientHeight);
}

/**
 * Scrolls by as much as the first of the lines that is still there has moved: on the screen it has not. Safari does not do this by itself.
 * @returns by how much (px)
 */
function keepInPlace(element: HTMLElement, anchors: readonly Anchor[]): number {
  const lines = new Map(linesIn(element).map((line) => [line.id, line]));
  const anchor = anchors.find(({ id }) => lines.has(id));
  const moved = anchor ? (lines.get(anchor.id)?.offsetTop ?? anchor.top) - anchor.top : 0;
  if (moved !== 0) element.scrollTop += moved;
  return moved;
}

/** The place of the line that an element is in; -1 where it is in none. */
function placeOf(element: Element | null): number {
  const place = element?.closest(`[${PLACE_ATTRIBUTE}]`)?.getAttribute(PLACE_ATTRIBUTE);
  return place ? Number(place) : -1;
}
