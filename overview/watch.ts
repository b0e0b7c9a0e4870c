import { RequestFailed } from "../shared/domain/failure";
import type { Figures } from "./figures";
import type { FiguresRead } from "./readFigures";

/** What the page shows. */
export interface OverviewState {
  /** What was read last; empty before the first answer. */
  readonly figures: Figures;
  /** When (ms, server's clock); null before the first answer. */
  readonly at: number | null;
  readonly isReading: boolean;
  /** The last try to read failed: what is shown is older. */
  readonly hasFailed: boolean;
}

/** What the figures are kept true with. */
export interface WatchTools {
  /** @throws RequestFailed */
  readonly readNow: () => Promise<FiguresRead>;
  /** @throws RequestFailed */
  readonly readNumbers: (now: number) => Promise<Figures>;
  /** Makes the page, with a button that asks for a reading now; returns what shows a state. */
  readonly makePage: (refresh: () => void) => (state: OverviewState) => void;
  readonly isVisible: () => boolean;
  /** Below one: where among many clients this one's moment lies. */
  readonly random: () => number;
  /** Calls once, after so many ms; returns the way to end that. */
  readonly later: (task: () => void, ms: number) => () => void;
  /** Takes what is no failed request: a bug. */
  readonly report: (error: unknown) => void;
}

/** Keeps the figures true. */
export interface Watch {
  /** The page was hidden, or is seen again. */
  readonly visibilityChanged: () => void;
}

/** Between two readings of a page that is seen, ms; each pause is up to a tenth shorter or longer, so that pages part. */
const INTERVAL = 60_000;
/** So often the numbers are read again: every that many readings. */
const NUMBERS_EVERY = 15;

/** Reads at once, then every minute while the page is seen. A server that asks to be left alone is left alone that long. */
export function createWatch(tools: WatchTools): Watch {
  const { readNow, readNumbers, makePage, isVisible, random, later, report } = tools;
  let state: OverviewState = { figures: {}, at: null, isReading: false, hasFailed: false };
  let readings = 0;
  let endPause: (() => void) | null = null;
  // A press reads everything, whoever waits.
  const show = makePage(() => void read(true));

  const change = (part: Partial<OverviewState>): void => show((state = { ...state, ...part }));

  function pause(least: number): void {
    endPause?.();
    endPause = later(
      () => {
        endPause = null;
        // A page that nobody sees waits for its reader.
        if (isVisible()) void read(false);
      },
      Math.max(least, INTERVAL * (0.9 + 0.2 * random())),
    );
  }

  async function read(withNumbers: boolean): Promise<void> {
    if (state.isReading) return;
    endPause?.();
    endPause = null;
    change({ isReading: true });
    let retryAfter = 0;
    try {
      const { figures, at } = await readNow();
      const numbers = withNumbers || readings % NUMBERS_EVERY === 0 ? await readNumbers(at) : {};
      readings += 1;
      change({ figures: { ...state.figures, ...figures, ...numbers }, at, hasFailed: false, isReading: false });
    } catch (error) {
      if (error instanceof RequestFailed) retryAfter = error.retryAfter ?? 0;
      else report(error);
      change({ hasFailed: true, isReading: false });
    }
    pause(retryAfter);
  }

  void read(true);
  return {
    visibilityChanged() {
      if (isVisible() && endPause === null) void read(false);
    },
  };
}
