import * as React from "react";
import { lineSegmentsOf } from "../shared/ui/lineSegments";
import type { LineSegment } from "../shared/ui/lineSegments";

/** The attribute by which a rendered line carries its id. */
export const LINE_ATTRIBUTE = "data-line";

/** What the rendered part of a thread depends on. */
export interface ThreadWindowInput {
  /** Names the lines in their order. */
  readonly ids: readonly string[];
  /** What the lines are made of: when it changes, their heights are measured again. */
  readonly shown: unknown;
  /** The line that Tab comes to: it is always rendered. */
  readonly tabStop: string;
  /** The line at which the reader begins; empty: at the end. */
  readonly startAt: string;
  /** The lines in view have changed: these are they. */
  readonly onView: (ids: readonly string[]) => void;
  /** The reader is near the first line. */
  readonly onNearStart: () => void;
}

/** What a thread needs to render its lines by {@link useThreadWindow}. */
export interface ThreadWindow {
  /** Goes to the element that scrolls. */
  readonly scroller: React.RefObject<HTMLDivElement>;
  readonly onScroll: () => void;
  /** What has the focus stays rendered. */
  readonly onFocus: () => void;
  readonly segments: readonly LineSegment[];
  /** The last line is in view, and stays so when there is another one. */
  readonly isAtEnd: boolean;
  /** Scrolls so that this line stands at the top; null: to the end. */
  readonly goTo: (id: string | null) => void;
}

/** Where the reader is: at the end, which they follow; or at a line, so far (px) below the view's top, which stood so far below the first line when it was looked at last. */
interface Place {
  readonly id: string | null;
  readonly offset: number;
  readonly top: number;
  /** The line is to be brought there; otherwise it is there, and is kept there. */
  readonly isGoal: boolean;
}

/** Up to here every line is rendered: browsers do that at once, and find-in-page sees them all. */
const SHORT_THREAD = 24;
const OVERSCAN = 400;
/** How high the view is until that is known (px). */
const USUAL_VIEW = 600;
/** How high a line is that was never in the page, as far as can be told (px). */
const USUAL_HEIGHT = 64;
/** So near the end the reader is at the end (px). */
const END = 24;
/** So near the first line older ones are wanted (px). */
const START = 400;
/** What is above the unread line is seen, too (px). */
const CONTEXT = 56;
const AT_END: Place = { id: null, offset: 0, top: 0, isGoal: false };

/** Keeps ten thousand lines as light as ten, and the reader where they are, whatever comes above or below. */
export function useThreadWindow({ ids, shown, tabStop, startAt, onView, onNearStart }: ThreadWindowInput): ThreadWindow {
  const scroller = React.useRef<HTMLDivElement>(null);
  const heights = React.useRef(new Map<string, number>());
  const place = React.useRef<Place>(startAt ? { id: startAt, offset: CONTEXT, top: 0, isGoal: true } : AT_END);
  /** What is known of the element's box, and where it was last scrolled to from here (px). */
  const box = React.useRef({ width: 0, height: 0, scrolledTo: 0 });
  const focused = React.useRef("");
  const inView = React.useRef("");
  const [version, setVersion] = React.useState(0);
  const [isAtEnd, setAtEnd] = React.useState(!startAt);
  const again = React.useCallback(() => setVersion((before) => before + 1), []);
  const indexOf = React.useMemo(() => new Map(ids.map((id, at) => [id, at])), [ids]);
  const latest = React.useRef({ ids, onView, onNearStart });
  latest.current = { ids, onView, onNearStart };
  const isLong = ids.length > SHORT_THREAD;

  const heightAt = (index: number) => heights.current.get(ids[index] ?? "") ?? USUAL_HEIGHT;
  const segments = segmentsNow();

  function segmentsNow(): readonly LineSegment[] {
    if (!isLong) return [{ from: 0, to: ids.length }];
    const { id, offset } = place.current;
    const anchor = id === null ? ids.length - 1 : (indexOf.get(id) ?? ids.length - 1);
    const viewHeight = box.current.height || USUAL_VIEW;
    let top = 0;
    for (let index = 0; index < (id === null ? ids.length : anchor); index += 1) top += heightAt(index);
    const scrollTop = Math.max(0, id === null ? top - viewHeight : top - offset);
    const keep = [anchor, indexOf.get(focused.current) ?? -1, indexOf.get(tabStop) ?? -1];
    return lineSegmentsOf({ count: ids.length, heightAt, scrollTop, viewHeight, overscan: OVERSCAN, keep });
  }

  /** Notes where the reader is now, and says what is in view. */
  const look = React.useCallback(() => {
    const element = scroller.current;
    if (!element || element.clientHeight === 0) return;
    const { scrollTop, clientHeight, scrollHeight } = element;
    const lines = linesIn(element);
    const atEnd = scrollTop + clientHeight >= scrollHeight - END;
    if (!place.current.isGoal) {
      const first = atEnd
        ? undefined
        : lines.find((line) => line.offsetTop + line.offsetHeight > scrollTop && line.offsetTop < scrollTop + clientHeight);
      if (atEnd) place.current = AT_END;
      else if (first) place.current = { id: idOf(first), offset: first.offsetTop - scrollTop, top: first.offsetTop, isGoal: false };
      else place.current = { ...placeAt(latest.current.ids, heights.current, scrollTop), isGoal: true };
    }
    setAtEnd(atEnd);
    // What has opened a dialog stays, too: the dialog is a part of it.
    const held = element.contains(document.activeElement)
      ? document.activeElement
      : element.querySelector('[aria-haspopup][aria-expanded="true"]');
    focused.current = idOf(held?.closest<HTMLElement>(`[${LINE_ATTRIBUTE}]`));
    const seen = lines.filter((line) => isSeen(line, scrollTop, clientHeight)).map(idOf);
    const key = seen.join();
    if (key !== inView.current) {
      inView.current = key;
      latest.current.onView(seen);
    }
    if (scrollTop < START) latest.current.onNearStart();
  }, []);

  React.useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || element.clientHeight === 0) return;
    const lines = linesIn(element);
    const isChanged = measure(lines, heights.current);
    const { id, offset, top, isGoal } = place.current;
    const anchor = lines.find((line) => idOf(line) === id);
    const goal =
      id === null ? element.scrollHeight : !anchor ? null : isGoal ? anchor.offsetTop - offset : element.scrollTop + anchor.offsetTop - top;
    if (goal !== null && goal !== element.scrollTop) {
      element.scrollTop = goal;
      box.current.scrolledTo = element.scrollTop;
    }
    if (anchor) place.current = { id, offset, top: anchor.offsetTop, isGoal: isGoal && isChanged && isLong };
    // A line that has gone leaves its reader where they are.
    else if (id !== null && !indexOf.has(id)) place.current = { ...place.current, isGoal: false };
    if (isChanged && isLong) again();
    else look();
  }, [ids, shown, version, indexOf, isLong, look, again]);

  React.useEffect(() => {
    const element = scroller.current;
    if (!element || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      const known = box.current;
      if (width !== known.width && width > 0) heights.current.clear();
      // A pane that was closed has forgotten how far it was scrolled.
      if (known.height === 0 && place.current.id !== null) place.current = { ...place.current, isGoal: true };
      box.current = { ...known, width, height };
      again();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [again]);

  const onScroll = () => {
    const element = scroller.current;
    if (!element || element.clientHeight === 0) return;
    // The browser tells of what was scrolled from here, too: that is no wish of the reader's.
    if (Math.abs(element.scrollTop - box.current.scrolledTo) >= 1) place.current = { ...place.current, isGoal: false };
    look();
    if (isLong) again();
  };
  const goTo = React.useCallback(
    (id: string | null) => {
      place.current = id === null ? AT_END : { id, offset: CONTEXT, top: 0, isGoal: true };
      again();
    },
    [again],
  );
  return { scroller, onScroll, onFocus: look, segments, isAtEnd, goTo };
}

function linesIn(element: HTMLElement): readonly HTMLElement[] {
  return Array.from(element.querySelectorAll<HTMLElement>(`[${LINE_ATTRIBUTE}]`));
}

function idOf(line: Element | null | undefined): string {
  return line?.getAttribute(LINE_ATTRIBUTE) ?? "";
}

/** Notes the heights of the lines that are in the page; says whether one was not as thought. Parts of a pixel count: a thousand of them are many. */
function measure(lines: readonly HTMLElement[], heights: Map<string, number>): boolean {
  let isChanged = false;
  for (const line of lines) {
    const { height } = line.getBoundingClientRect();
    if (height > 0 && heights.get(idOf(line)) !== height) {
      heights.set(idOf(line), height);
      isChanged = true;
    }
  }
  return isChanged;
}

/** The line at a height of the whole thread (px), where none is rendered there. */
function placeAt(ids: readonly string[], heights: ReadonlyMap<string, number>, scrollTop: number): Omit<Place, "isGoal"> {
  let top = 0;
  for (const id of ids) {
    const height = heights.get(id) ?? USUAL_HEIGHT;
    if (top + height > scrollTop) return { id, offset: top - scrollTop, top };
    top += height;
  }
  return AT_END;
}

/** A line is seen where all of it is in view, or as much as fills half of the view. */
function isSeen({ offsetTop, offsetHeight }: HTMLElement, scrollTop: number, viewHeight: number): boolean {
  const visible = Math.min(offsetTop + offsetHeight, scrollTop + viewHeight) - Math.max(offsetTop, scrollTop);
  return visible >= Math.min(offsetHeight - 1, viewHeight / 2);
}
