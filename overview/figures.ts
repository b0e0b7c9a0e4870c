/** What the overview tells, in the order in which it is shown. */
export const FIGURES = ["waiting", "longest", "accepted", "takenOver", "failed", "blocked", "optedOut"] as const;

/** One of them. `longest` is a time in ms, the others are counts. */
export type FigureName = (typeof FIGURES)[number];

/**
 * What is known of a figure: a number; that nobody waits (`none`); that there are more than Dataverse counts; that the reader's roles do not reach; or nothing,
 * because it could not be read.
 */
export type Figure = number | "none" | "tooMany" | "noRight" | "unknown";

/** Some of the figures, or all. */
export type Figures = Readonly<Partial<Record<FigureName, Figure>>>;
