/** @jest-environment jsdom */
import fc from "fast-check";
import { besideStyle, clearTop, cornerPlace, placeStyle, snap, step, topOf } from "../../../shared/ui/bubblePlace";
import { tries } from "../../hostile";
import { box } from "../../MessageBubble/pointer";

const RAIL = 48;
/** A window that is less wide is narrow. */
const NARROW = 720;

function setWindow(innerWidth: number, innerHeight: number): void {
  Object.assign(window, { innerWidth, innerHeight });
}

beforeEach(() => setWindow(1400, 900));

describe("a place", () => {
  it.each([
    [900, 0, 112],
    [900, 500, 454],
    [900, 1000, 796],
    [600, 500, 304],
    // 400 % zoom: what is free is little, and none is left over.
    [256, 1000, 152],
    [180, 1000, 112],
  ])("in a window that is %d high, at %d permille, is %d from the top: clear of the command bar", (height, permille, top) => {
    setWindow(1400, height);
    expect(topOf({ side: "end", permille })).toBe(top);
  });

  it.each([
    ["end", 1400, { insetInlineEnd: "min(64px, calc(100vw - 72px))" }],
    ["start", 1400, { insetInlineStart: "min(224px, calc(100vw - 72px))" }],
    // There an open site map lies over the page, and how wide it is cannot be known.
    ["start", 600, { insetInlineEnd: "min(64px, calc(100vw - 72px))" }],
  ] as const)("at the %s of a window that is %d wide keeps clear of site map and panes", (side, width, style) => {
    setWindow(width, 900);
    expect(placeStyle({ side, permille: 250 }, RAIL)).toEqual({ ...style, top: "calc(112px + 0.25 * max(0px, 100vh - 216px))" });
  });

  it("is a corner where the agent has chosen no other", () => {
    expect(["bottom-end", "bottom-start", "top-end", "top-start"].map((corner) => cornerPlace(corner as "top-end"))).toEqual([
      { side: "end", permille: 1000 },
      { side: "start", permille: 1000 },
      { side: "end", permille: 0 },
      { side: "start", permille: 0 },
    ]);
  });
});

describe("a bubble that is let go", () => {
  it.each([
    ["far left", 300, 454, false, { side: "start", permille: 500 }],
    ["far right", 1200, 454, false, { side: "end", permille: 500 }],
    ["far left, right to left", 300, 454, true, { side: "end", permille: 500 }],
    ["far right, right to left", 1200, 454, true, { side: "start", permille: 500 }],
    ["over the command bar", 1200, 5, false, { side: "end", permille: 0 }],
    ["below the page", 1200, 2_000, false, { side: "end", permille: 1000 }],
  ] as const)("%s snaps to the nearer side", (_, left, top, isRtl, place) => {
    expect(snap(left, top, RAIL, isRtl)).toEqual(place);
  });

  it("beside an open pane snaps to the nearer place, not to the nearer half of the window", () => {
    setWindow(900, 900);
    // The places are at 224 and 387.
    expect(snap(280, 454, 449, false).side).toBe("start");
    expect(snap(330, 454, 449, false).side).toBe("end");
  });

  it("in a narrow window snaps to the end, wherever that is", () => {
    setWindow(NARROW - 1, 900);
    expect([snap(100, 454, RAIL, false).side, snap(600, 454, RAIL, true).side]).toEqual(["end", "end"]);
  });

  it("in its place stays there, in any window", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 320, max: 4_000 }),
        fc.integer({ min: 230, max: 3_000 }),
        fc.constantFrom("start" as const, "end" as const),
        fc.integer({ min: 0, max: 1_000 }),
        fc.boolean(),
        (width, height, side, permille, isRtl) => {
          setWindow(width, height);
          const inset = Number(/min\((\d+)px/.exec(JSON.stringify(placeStyle({ side, permille }, RAIL)))?.[1]);
          const shown = width < NARROW ? "end" : side;
          const left = (shown === "start") === isRtl ? width - 48 - inset : inset;
          const again = snap(left, topOf({ side, permille }), RAIL, isRtl);
          expect(again.side).toBe(shown);
          expect(Math.abs(again.permille - permille)).toBeLessThanOrEqual(1);
        },
      ),
      tries(300),
    );
  });
});

describe("a step by an arrow key", () => {
  it.each([
    ["ArrowUp", false, { side: "end", permille: 850 }],
    ["ArrowDown", false, { side: "end", permille: 1000 }],
    ["ArrowLeft", false, { side: "start", permille: 950 }],
    ["ArrowRight", false, { side: "end", permille: 950 }],
    ["ArrowLeft", true, { side: "end", permille: 950 }],
    ["ArrowRight", true, { side: "start", permille: 950 }],
    ["Enter", false, null],
  ] as const)("%s, right to left %s, goes to %j", (key, isRtl, place) => {
    expect(step({ side: "end", permille: 950 }, key, isRtl)).toEqual(place);
  });
});

it("goes up and down only in a narrow window", () => {
  setWindow(600, 900);
  for (const key of ["ArrowLeft", "ArrowRight"])
    expect(step({ side: "start", permille: 950 }, key, false)).toEqual({ side: "end", permille: 950 });
  expect(step({ side: "start", permille: 950 }, "ArrowUp", false)).toEqual({ side: "end", permille: 850 });
});

describe("a bubble that makes way", () => {
  const LEFT = 1288;

  it.each([
    ["stays where nothing is below it", [box(0, 0, 1200, 900)], 796],
    ["goes above a field at the bottom", [box(1000, 780, 380, 32)], 724],
    ["goes below a field at the top of the page", [box(1000, 100, 380, 60)], 796],
    ["goes past two boxes", [box(1000, 780, 380, 32), box(1000, 720, 380, 40)], 664],
    ["does not go into the command bar", [box(1000, 150, 380, 700)], null],
  ] as const)("%s", (_, boxes, top) => {
    expect(clearTop(796, LEFT, boxes)).toBe(top);
  });

  it("goes below where that is nearer", () => {
    expect(clearTop(200, LEFT, [box(1000, 160, 380, 60)])).toBe(228);
  });

  it("is over none of the boxes, and in the page, whatever they are", () => {
    const anyBox = fc
      .tuple(fc.nat(1400), fc.nat(900), fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 500 }))
      .map((all) => box(...all));
    fc.assert(
      fc.property(fc.array(anyBox, { maxLength: 3 }), fc.integer({ min: 112, max: 796 }), (boxes, home) => {
        const top = clearTop(home, LEFT, boxes);
        if (top === null) return;
        expect(top).toBeGreaterThanOrEqual(112);
        expect(top).toBeLessThanOrEqual(796);
        const covered = boxes.filter((one) => one.left < LEFT + 48 && one.right > LEFT && one.top < top + 48 && one.bottom > top);
        expect(covered).toEqual([]);
      }),
      tries(300),
    );
  });
});

it("is at the top where the window is too low for any other place", () => {
  setWindow(1400, 180);
  expect(snap(1300, 112, RAIL, false)).toEqual({ side: "end", permille: 0 });
});

it("has what stands beside it on the side of the page", () => {
  const beside = { maxWidth: expect.stringMatching(/^min\(240px, calc\(100vw - \d+px\)\)$/) as string };
  expect(besideStyle({ side: "start", permille: 0 }, RAIL)).toMatchObject({ marginInlineStart: 56, ...beside });
  expect(besideStyle({ side: "end", permille: 0 }, RAIL)).toMatchObject({ marginInlineEnd: 56, ...beside });
});
