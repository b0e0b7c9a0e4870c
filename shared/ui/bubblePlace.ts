/** Where the bubble may be in the window. Lengths are CSS px; the start of a line is on the right in right-to-left languages. */
import type { Corner } from "../domain/configuration";
import type { BubblePlace } from "../domain/settings";

/** The bubble's width and height. */
const SIZE = 48;
/** Kept free: above for the app's header and command bar, below for the status bar of lists. */
const ABOVE = 112;
const BELOW = 56;
/** Between the bubble and what it keeps clear of. */
const GAP = 16;
const SMALL_GAP = 8;
/** Width of the app's site map when it is open. */
const SITE_MAP = 208;
/** In a window less wide than this the site map lies over the page when it is opened. How wide it is there cannot be known: the bubble keeps to the other side. */
const NARROW = 720;
/** Beside the open panel, less room (px) than this is none: the bubble would lie on the site map. */
export const BUBBLE_ROOM = SITE_MAP + GAP + SIZE + GAP;

/** The place that a corner is. */
export function cornerPlace(corner: Corner): BubblePlace {
  return { side: corner.endsWith("end") ? "end" : "start", permille: corner.startsWith("top") ? 0 : 1000 };
}

/** The place as a style: clear of the site map at the start and of the side panes at the end; inside a window of any size. */
export function placeStyle({ side: chosen, permille }: BubblePlace, endInset: number): React.CSSProperties {
  const side = sideIn(chosen);
  const inset = `min(${insetOf(side, endInset)}px, calc(100vw - ${SIZE + 24}px))`;
  return {
    ...(side === "end" ? { insetInlineEnd: inset } : { insetInlineStart: inset }),
    ...(permille === 1000 ? { bottom: BELOW } : { top: permille === 0 ? ABOVE : `calc(${ABOVE}px + ${permille / 1000} * ${FREE})` }),
  };
}

/** What stands beside a bubble in its place, on the side of the page, and keeps inside a window of any size. */
export function besideStyle({ side, permille }: BubblePlace, endInset: number): React.CSSProperties {
  const room = SIZE + SMALL_GAP;
  return {
    ...placeStyle({ side, permille }, endInset),
    [sideIn(side) === "end" ? "marginInlineEnd" : "marginInlineStart"]: room,
    maxWidth: `min(240px, calc(100vw - ${insetOf(sideIn(side), endInset) + room + SMALL_GAP}px))`,
  };
}

/** From the window's top to the bubble in its place. */
export function topOf({ permille }: BubblePlace): number {
  return ABOVE + (freeHeight() * permille) / 1000;
}

/** The place of a bubble that was let go there: it goes to the side where it has less far to go. */
export function snap(left: number, top: number, endInset: number, isRtl: boolean): BubblePlace {
  const room = window.innerWidth - SIZE;
  const fromStart = isRtl ? room - left : left;
  const middle = (insetOf("start", endInset) + room - insetOf("end", endInset)) / 2;
  return { side: sideIn(fromStart < middle ? "start" : "end"), permille: between0And1000(((top - ABOVE) * 1000) / (freeHeight() || 1)) };
}

/** The place after an arrow key, up and down by a tenth of the way; null for any other key. */
export function step({ side, permille }: BubblePlace, key: string, isRtl: boolean): BubblePlace | null {
  const down = key === "ArrowDown" ? 100 : -100;
  if (key === "ArrowUp" || down > 0) return { side: sideIn(side), permille: between0And1000(permille + down) };
  const isLeft = key === "ArrowLeft";
  return isLeft || key === "ArrowRight" ? { side: sideIn(isLeft === isRtl ? "end" : "start"), permille } : null;
}

/** From the window's top to where the bubble is over none of these boxes: `top` if it can, else as near as can be; null where there is no room. */
export function clearTop(top: number, left: number, boxes: readonly DOMRect[]): number | null {
  const inColumn = boxes.filter((box) => box.left < left + SIZE && box.right > left);
  const isClear = (at: number) => inColumn.every((box) => box.top >= at + SIZE || box.bottom <= at);
  if (isClear(top)) return top;
  const beside = inColumn.flatMap((box) => [box.top - SMALL_GAP - SIZE, box.bottom + SMALL_GAP]);
  const tops = beside.filter((at) => at >= ABOVE && at <= ABOVE + freeHeight() && isClear(at));
  return tops.sort((a, b) => Math.abs(a - top) - Math.abs(b - top))[0] ?? null;
}

/** The side on which a bubble of this side is: in a narrow window there is one only. */
function sideIn(side: BubblePlace["side"]): BubblePlace["side"] {
  return window.innerWidth < NARROW ? "end" : side;
}

/** From the page's edge to the bubble at this side. */
function insetOf(side: BubblePlace["side"], endInset: number): number {
  return GAP + (side === "end" ? endInset : SITE_MAP);
}

/** By how much the bubble's top can vary; for styles, and in numbers. */
const FREE = `max(0px, 100vh - ${ABOVE + BELOW + SIZE}px)`;
function freeHeight(): number {
  return Math.max(0, window.innerHeight - ABOVE - BELOW - SIZE);
}

function between0And1000(permille: number): number {
  return Math.round(Math.min(1000, Math.max(0, permille)));
}
