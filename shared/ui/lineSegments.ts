/** Which lines of a long list are in the page: pure arithmetic. */

/** A run of lines that are rendered (`to` not included), or the height (px) of a run that is not. */
export type LineSegment = { readonly from: number; readonly to: number } | { readonly gap: number; readonly before: number };

/** What the segments are computed from; heights in px. */
export interface LineSegmentInput {
  readonly count: number;
  /** Measured, or estimated where it never was in the page. */
  readonly heightAt: (index: number) => number;
  readonly scrollTop: number;
  readonly viewHeight: number;
  /** How far above and below the view lines are rendered too. */
  readonly overscan: number;
  /** Lines that stay rendered wherever they are: the one with the focus, the one that Tab comes to. */
  readonly keep: readonly number[];
}

/** The list from its first line to its last, as runs of lines and gaps. It makes nothing for a line: ten thousand are gone through at each step of a scroll. */
export function lineSegmentsOf({ count, heightAt, scrollTop, viewHeight, overscan, keep }: LineSegmentInput): LineSegment[] {
  const segments: LineSegment[] = [];
  const [first, last] = [scrollTop - overscan, scrollTop + viewHeight + overscan];
  let [begin, beginTop, wasIn, bottom] = [0, 0, false, 0];
  for (let index = 0; index <= count; index += 1) {
    const top = bottom;
    if (index < count) bottom += heightAt(index);
    const isIn = (bottom >= first && top <= last) || keep.includes(index);
    if (index < count && isIn === wasIn) continue;
    if (index > begin) segments.push(wasIn ? { from: begin, to: index } : { gap: top - beginTop, before: begin });
    [begin, beginTop, wasIn] = [index, top, isIn];
  }
  return segments;
}
