/** What a page's start costs its main thread, and which share of it is the product's: from Chromium's own trace. */
import type { Browser } from "playwright-core";

/** All times in milliseconds of a processor that is four times slower. */
export interface StartCost {
  /** Script of the product's own files. */
  readonly own: number;
  /** The same with all that it calls: React, Fluent, the browser. */
  readonly withCallees: number;
  /** Tasks of more than 50 ms, and those of them whose samples are mostly the product's or what it calls. */
  readonly longTasks: number;
  readonly ownLongTasks: number;
  /** All that ran. */
  readonly all: number;
}

const SLOWER = 4;
/** How long after the bubble is there it is looked at what else is done. */
const AFTERWARDS = 2_000;
const LONG_TASK = 50;
const CATEGORIES = [
  "toplevel",
  "disabled-by-default-devtools.timeline",
  "devtools.timeline",
  "v8.execute",
  "disabled-by-default-v8.cpu_profiler",
];
/** The product's files: controls' bundles and web resources. */
const OURS = /MessageNotification\.|\/msgn_/;

/** An event of Chromium's trace, as far as it is read here. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly id?: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args: {
    readonly data?: {
      readonly startTime?: number;
      readonly timeDeltas?: readonly number[];
      readonly cpuProfile?: {
        readonly nodes?: readonly {
          readonly id: number;
          readonly parent?: number;
          readonly callFrame: { readonly url?: string; readonly functionName: string };
        }[];
        readonly samples?: readonly number[];
      };
    };
  };
}

/** One moment of the main thread: when (µs), for how long (ms), and whose it is. */
interface Sample {
  readonly at: number;
  readonly ms: number;
  readonly whose: "own" | "called" | "other" | "idle";
}

/**
 * Loads a page in a window of its own.
 * @param isThere what is waited for, as a selector
 */
export async function traceStart(browser: Browser, url: string, isThere: string): Promise<StartCost> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: "en-US" });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await browser.startTracing(page, { categories: CATEGORIES });
    await page.goto(url);
    await page.locator(isThere).first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(AFTERWARDS);
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as { readonly traceEvents: readonly TraceEvent[] };
    return costOf(traceEvents);
  } finally {
    await context.close();
  }
}

/** What a trace says of its busiest main thread. @throws Error where it has no profile */
export function costOf(events: readonly TraceEvent[]): StartCost {
  // Several processes may have run; the page's is the one with the most samples.
  const profiles = events.filter(({ name }) => name === "Profile").map((profile) => samplesOf(profile, events));
  const [main] = profiles.sort((one, other) => other.samples.length - one.samples.length);
  if (!main) throw new Error("The trace has no profile.");
  const { samples, pid, tid } = main;
  const sum = (...whose: readonly Sample["whose"][]): number =>
    samples.reduce((ms, sample) => (whose.includes(sample.whose) ? ms + sample.ms : ms), 0);
  const tasks = events.filter(
    (event) => event.pid === pid && event.tid === tid && event.name === "RunTask" && (event.dur ?? 0) > LONG_TASK * 1_000,
  );
  const isOurs = ({ ts, dur = 0 }: TraceEvent): boolean => {
    const within = samples.filter(({ at, whose }) => at >= ts && at <= ts + dur && whose !== "idle");
    const ours = within.filter(({ whose }) => whose !== "other").reduce((ms, sample) => ms + sample.ms, 0);
    return ours > within.reduce((ms, sample) => ms + sample.ms, 0) / 2;
  };
  return {
    own: sum("own"),
    withCallees: sum("own", "called"),
    longTasks: tasks.length,
    ownLongTasks: tasks.filter(isOurs).length,
    all: sum("own", "called", "other"),
  };
}

function samplesOf(
  profile: TraceEvent,
  events: readonly TraceEvent[],
): { readonly samples: readonly Sample[]; readonly pid: number; readonly tid: number } {
  const chunks = events.filter(({ name, pid, id }) => name === "ProfileChunk" && pid === profile.pid && id === profile.id);
  const whose = new Map<number, Sample["whose"]>();
  const samples: Sample[] = [];
  let before: Omit<Sample, "ms"> | null = null;
  let at = profile.args.data?.startTime ?? profile.ts;
  for (const { args } of chunks) {
    for (const { id, parent, callFrame } of args.data?.cpuProfile?.nodes ?? []) {
      const above = whose.get(parent ?? -1);
      const isBelowOurs = above === "own" || above === "called";
      if (OURS.test(callFrame.url ?? "")) whose.set(id, "own");
      else whose.set(id, isBelowOurs ? "called" : callFrame.functionName === "(idle)" ? "idle" : "other");
    }
    const { timeDeltas = [], cpuProfile } = args.data ?? {};
    for (const [index, id] of (cpuProfile?.samples ?? []).entries()) {
      const microseconds = Math.max(0, timeDeltas[index] ?? 0);
      // A sample stands for the time until the next one.
      if (before) samples.push({ ...before, ms: microseconds / 1_000 });
      at += microseconds;
      before = { at, whose: whose.get(id) ?? "other" };
    }
  }
  return { samples, pid: profile.pid, tid: profile.tid };
}
