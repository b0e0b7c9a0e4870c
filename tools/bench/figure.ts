/** What `npm run bench` measures: figures, each a line of its table, in parts that can be run by themselves. */
import type { Spread } from "./spread";

/** What a figure is to reach: no more than this, or no less, in the figure's own unit. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number };

/** One line of the table. */
export interface Figure {
  /** What is measured, in a few words. */
  readonly measure: string;
  /** The product's side with its own number, such as "snapshot, 25.1 ms". */
  readonly side: string;
  /** What it is compared with, and that one's number; empty where it stands alone. */
  readonly baseline: string;
  /** The figure: a ratio of the two sides, or a number of the product's alone. Three times the same number where it is exact. */
  readonly value: Spread;
  /** "×" for a ratio, else "ms", "B" and the like; empty for what is counted. */
  readonly unit: string;
  /** Null: nothing is set, the figure explains another one. */
  readonly goal: Goal | null;
  /** What a reader has to know to understand the number; empty: nothing. */
  readonly note: string;
}

/** How a part is to measure. */
export interface BenchOptions {
  /** How many pairs of runs, one of each side. {@link ENOUGH_REPEATS} or more make a page; fewer are for a quick look. */
  readonly repeats: number;
  /** Says on the screen how far it is. */
  readonly progress: (line: string) => void;
}

/** One part of the bench. */
export interface BenchPart {
  /** One lower-case word or two joined by a hyphen: `npm run bench -- NAME`. */
  readonly name: string;
  readonly title: string;
  /** How it measures: what is built, what the sides do, what is left out. Sentences, in Markdown. */
  readonly how: string;
  /** Where a goal is not met: what was found and tried. Sentences, in Markdown; empty: nothing yet. */
  readonly tried: string;
  /** @throws CannotRun where this machine lacks something; any other error is a bug: the part's figures stay what they were */
  readonly run: (options: BenchOptions) => Promise<readonly Figure[]>;
}

/** So many pairs at least go into a figure that is published. */
export const ENOUGH_REPEATS = 15;

/** A part cannot run on this machine. The table says why; the other parts go on. */
export class CannotRun extends Error {
  /** @param why what is missing, and how to get it, in a sentence */
  constructor(why: string) {
    super(why);
    this.name = "CannotRun";
  }
}

/** Whether a figure reaches its goal by its median; null where none is set. */
export function isMet({ value, goal }: Figure): boolean | null {
  if (!goal) return null;
  return "atMost" in goal ? value.median <= goal.atMost : value.median >= goal.atLeast;
}
