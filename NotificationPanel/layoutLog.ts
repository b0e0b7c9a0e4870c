/** What lay where a moment ago: pure. */

/** Something that can be pressed, and the place that it takes (px). What lies over another comes before it. */
export interface Box {
  /** Who it is about and what it offers. */
  readonly key: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** It scrolls: its place is reckoned from the beginning of what scrolls. */
  readonly isScrolling: boolean;
}

/** Where a press lands (px). */
export interface PressPoint {
  readonly x: number;
  readonly y: number;
  /** What is to be added to `y` for what scrolls. */
  readonly scrolled: number;
}

/** The layouts of the last moments. */
export interface LayoutLog {
  /** What is there from now on (ms). */
  note(boxes: readonly Box[], now: number): void;
  /** Whether something else lay at this point within the last {@link LAYOUT_MEMORY}, or the same at another place. Where nothing lay, nothing was aimed at. */
  hasChangedAt(point: PressPoint, now: number): boolean;
  /** The agent has pressed something that was meant: what had gone before that is not what they aim at next. */
  forget(): void;
  /**
   * The agent has just pressed something that was meant, at this point or (null) by a key: what changes soon after is what they wanted, and is not held against
   * their next press; but where something else lies at this very point now, the second press of two is not meant for that.
   */
  expect(point: PressPoint | null, now: number): void;
}

/** A hand that is on its way presses what it saw before: so long (ms) after a change a press is not meant for what is there now. */
export const LAYOUT_MEMORY = 500;

/** What comes so soon (ms) after a press comes of it: the agent is at the list, so nothing else moves there. An answer of the server's is in it. */
const OWN_CHANGE = 1_000;

/** Makes an empty one. */
export function createLayoutLog(): LayoutLog {
  let layouts: { readonly boxes: readonly Box[]; until: number }[] = [];
  /** Where the second press of two would land on something else. */
  let twice: { readonly point: PressPoint; readonly until: number } | null = null;
  let own: { readonly point: PressPoint | null; readonly at: number } | null = null;
  const find = (boxes: readonly Box[], { x, y, scrolled }: PressPoint) =>
    boxes.find(({ left, right, top, bottom, isScrolling }) => {
      const at = isScrolling ? y + scrolled : y;
      return x >= left && x < right && at >= top && at < bottom;
    });

  return {
    note(boxes, now) {
      const last = layouts[layouts.length - 1];
      if (last) last.until = now;
      if (own && now - own.at < OWN_CHANGE) {
        const { point } = own;
        if (point && find(last?.boxes ?? [], point)?.key !== find(boxes, point)?.key) twice = { point, until: now + LAYOUT_MEMORY };
        layouts = [];
      }
      layouts = [...layouts.filter(({ until }) => now - until < LAYOUT_MEMORY), { boxes, until: Number.POSITIVE_INFINITY }];
    },
    forget() {
      layouts = layouts.slice(-1);
    },
    expect(point, now) {
      own = { point, at: now };
      // Two in a row have none between them.
      twice = null;
    },
    hasChangedAt(point, now) {
      if (twice && now < twice.until && isNear(twice.point, point)) return true;
      const last = layouts[layouts.length - 1];
      const present = last && find(last.boxes, point);
      return layouts.some(({ boxes, until }) => {
        const past = now - until < LAYOUT_MEMORY ? find(boxes, point) : undefined;
        return past !== undefined && !isSame(past, present);
      });
    },
  };
}

/** Two presses in a row are seldom at the same pixel. */
function isNear(one: PressPoint, other: PressPoint): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) < 16;
}

function isSame(past: Box, present: Box | undefined): boolean {
  // Fonts and zoom give parts of a pixel.
  return past.key === present?.key && Math.abs(past.top - present.top) < 2 && Math.abs(past.bottom - present.bottom) < 2;
}
