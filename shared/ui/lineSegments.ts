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

/** The list from its first line to its last, as runs of lines and gaps. */
export function lineSegmentsOf(input: LineSegmentInput): LineSegment[] {
  const { count, heightAt, scrollTop, viewHeight, overscan, keep } = input;
  const segments: LineSegment[] = [];
  let bottom = 0;
  for (let index = 0; index < count; index += 1) {
    const top = bottom;
    bottom += heightAt(index);
    const isIn = keep.includes(index) || (bottom >= scrollTop - overscan && top <= scrollTop + viewHeight + overscan);
    const last = segments[segments.length - 1];
    if (isIn && last && "to" in last) segments[segments.length - 1] = { from: last.from, to: index + 1 };
    else if (isIn) segments.push({ from: index, to: index + 1 });
    else if (last && "gap" in last) segments[segments.length - 1] = { gap: last.gap + bottom - top, before: last.before };
    else segments.push({ gap: bottom - top, before: index });
  }
  return segments;
}
