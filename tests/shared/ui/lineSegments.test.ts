import { lineSegmentsOf } from "../../../shared/ui/lineSegments";
import type { LineSegmentInput } from "../../../shared/ui/lineSegments";

const input = (overrides: Partial<LineSegmentInput> = {}): LineSegmentInput => ({
  count: 1000,
  heightAt: () => 100,
  scrollTop: 0,
  viewHeight: 500,
  overscan: 100,
  keep: [],
  ...overrides,
});

function heightOf(given: LineSegmentInput): number {
  return lineSegmentsOf(given).reduce((sum, segment) => sum + ("gap" in segment ? segment.gap : (segment.to - segment.from) * 100), 0);
}

describe("the window of a long list", () => {
  it("has the lines in and near the view, and a gap for the rest", () => {
    expect(lineSegmentsOf(input())).toEqual([
      { from: 0, to: 7 },
      { gap: 99_300, before: 7 },
    ]);
  });

  it("moves with the scroll position", () => {
    expect(lineSegmentsOf(input({ scrollTop: 50_000 }))).toEqual([
      { gap: 49_800, before: 0 },
      { from: 498, to: 507 },
      { gap: 49_300, before: 507 },
    ]);
  });

  it("keeps the line that has the focus, wherever it is", () => {
    expect(lineSegmentsOf(input({ keep: [800] }))).toEqual([
      { from: 0, to: 7 },
      { gap: 79_300, before: 7 },
      { from: 800, to: 801 },
      { gap: 19_900, before: 801 },
    ]);
  });

  it("is as high as the whole list at every position", () => {
    for (const scrollTop of [0, 33, 777, 99_500]) expect(heightOf(input({ scrollTop, keep: [3] }))).toBe(100_000);
  });

  it("is empty for an empty list", () => {
    expect(lineSegmentsOf(input({ count: 0 }))).toEqual([]);
  });
});
