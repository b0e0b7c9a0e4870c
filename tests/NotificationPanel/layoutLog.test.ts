import { createLayoutLog, LAYOUT_MEMORY } from "../../NotificationPanel/layoutLog";
import type { Box } from "../../NotificationPanel/layoutLog";

const box = (key: string, top: number, others: Partial<Box> = {}): Box => ({
  key,
  left: 0,
  right: 300,
  top,
  bottom: top + 100,
  isScrolling: true,
  ...others,
});
const at = (y: number, scrolled = 0) => ({ x: 10, y, scrolled });

describe("a press", () => {
  it("is not meant for a customer who came under the hand within the last half second", () => {
    const log = createLayoutLog();
    log.note([box("Jane", 0), box("Omar", 100)], 0);
    log.note([box("Max", 0), box("Jane", 100), box("Omar", 200)], 1_000);
    expect(log.hasChangedAt(at(50), 1_000 + LAYOUT_MEMORY - 1)).toBe(true);
    expect(log.hasChangedAt(at(50), 1_000 + LAYOUT_MEMORY)).toBe(false);
  });

  it("is meant for what did not move", () => {
    const log = createLayoutLog();
    log.note([box("Jane", 0), box("Omar", 100)], 0);
    log.note([box("Jane", 0), box("Max", 100)], 1_000);
    expect(log.hasChangedAt(at(50), 1_001)).toBe(false);
    expect(log.hasChangedAt(at(150), 1_001)).toBe(true);
  });

  it("is not meant for a card that offers something else now, or has another height", () => {
    const log = createLayoutLog();
    log.note([box("Jane accept", 0), box("Omar accept", 100)], 0);
    log.note([box("Jane assign", 0), box("Omar accept", 100, { bottom: 240 })], 1_000);
    expect([log.hasChangedAt(at(50), 1_001), log.hasChangedAt(at(150), 1_001)]).toEqual([true, true]);
  });

  it("is meant for what came where nothing was: nothing was aimed at", () => {
    const log = createLayoutLog();
    log.note([], 0);
    log.note([box("Jane", 0)], 1_000);
    expect(log.hasChangedAt(at(50), 1_001)).toBe(false);
  });

  it("is not meant for a notice that came over a card, nor for the card under a notice that left", () => {
    const log = createLayoutLog();
    const notice = box("notice", 20, { bottom: 60, isScrolling: false });
    log.note([box("Jane", 0)], 0);
    log.note([notice, box("Jane", 0)], 1_000);
    expect([log.hasChangedAt(at(30), 1_001), log.hasChangedAt(at(80), 1_001)]).toEqual([true, false]);
    log.note([box("Jane", 0)], 5_000);
    expect([log.hasChangedAt(at(30), 5_001), log.hasChangedAt(at(30), 5_501)]).toEqual([true, false]);
  });

  it("is meant for what the agent has scrolled to: scrolling is no change", () => {
    const log = createLayoutLog();
    log.note([box("Jane", 0), box("Omar", 100)], 0);
    log.note([box("Jane", 0), box("Omar", 100), box("Max", 200)], 1_000);
    expect(log.hasChangedAt(at(50, 100), 1_001)).toBe(false);
  });

  it("is meant for what came after another press: what had gone before that was not aimed at any more", () => {
    const log = createLayoutLog();
    log.note([box("Jane", 0), box("notice 1", 100)], 0);
    log.note([box("Jane", 0)], 1_000);
    log.forget();
    log.note([box("Jane", 0), box("notice 2", 100)], 1_100);
    expect(log.hasChangedAt(at(150), 1_200)).toBe(false);
  });

  it("is not meant for what came under it by the last press: the second click of two", () => {
    const log = createLayoutLog();
    log.note([box("Jane", 0), box("Omar", 100)], 0);
    log.forget();
    log.note([box("Omar", 0)], 1_000);
    expect(log.hasChangedAt(at(50), 1_200)).toBe(true);
  });

  it("is not meant for what is the third thing there within half a second", () => {
    const log = createLayoutLog();
    log.note([box("Jane", 0)], 0);
    log.note([box("Omar", 0)], 1_000);
    log.note([box("Jane", 0)], 1_010);
    expect(log.hasChangedAt(at(50), 1_020)).toBe(true);
  });

  it("is meant for what comes of the agent's own press, where a second press would land on the same", () => {
    const log = createLayoutLog();
    log.note([box("Jane", 0), box("Omar", 100)], 0);
    log.expect(at(50), 1_000);
    // Jane's texts are opened, and come a moment later.
    log.note([box("Jane", 0, { bottom: 140 }), box("Omar", 140)], 1_010);
    log.note([box("Jane", 0, { bottom: 240 }), box("Omar", 240)], 1_200);
    expect([log.hasChangedAt(at(120), 1_250), log.hasChangedAt(at(50), 1_250)]).toEqual([false, false]);
  });

  it("is not meant, the second of two, for what has come at this very place of the first; anywhere else it is meant", () => {
    const log = createLayoutLog();
    log.note([box("3 new", 0, { bottom: 30, isScrolling: false }), box("Jane", 0), box("Omar", 100)], 0);
    log.expect(at(10), 1_000);
    log.note([box("Max", 0), box("Jane", 100), box("Omar", 200)], 1_010);
    expect([log.hasChangedAt(at(10), 1_200), log.hasChangedAt(at(70), 1_200), log.hasChangedAt(at(10), 1_600)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("is meant for what comes of a key", () => {
    const log = createLayoutLog();
    log.note([box("Jane", 0)], 0);
    log.expect(null, 1_000);
    log.note([box("Omar", 0)], 1_010);
    expect(log.hasChangedAt(at(50), 1_020)).toBe(false);
  });

  it("is not meant for what moves long after the agent's own press", () => {
    const log = createLayoutLog();
    log.note([box("Jane", 0), box("Omar", 100)], 0);
    log.expect(at(50), 1_000);
    log.note([box("Jane", 0), box("Max", 100)], 3_000);
    expect(log.hasChangedAt(at(150), 3_010)).toBe(true);
  });

  it("is meant where another press lies between it and the first one at this place", () => {
    const log = createLayoutLog();
    const notice = (key: string) => box(key, 300, { isScrolling: false });
    log.note([box("Jane", 0), notice("notice 1")], 0);
    log.expect(at(350), 1_000);
    log.note([box("Jane", 0)], 1_010);
    log.expect(at(50), 1_100);
    log.note([box("Jane", 0), notice("notice 2")], 1_200);
    expect(log.hasChangedAt(at(350), 1_250)).toBe(false);
  });
});
