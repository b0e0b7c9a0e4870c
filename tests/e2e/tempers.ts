/** Which readings of the platform's doubts the main flow is tried under (docs/sandbox.md, The shell's temper). */

/** The unfriendly readings of each doubt that the main flow can meet. An ended session ends the flow, and so does a conversation that is not told which it is; both have tests of their own. */
export const UNFRIENDLY = {
  globalRule: ["never", "twice"],
  unselectedPane: ["unmounted"],
  formId: ["ignored"],
  submitModeNever: ["disables"],
  pageContext: ["throws", "empty", "pane"],
  headerSection: ["missing"],
  openFormFromPane: ["pane"],
  loadDependency: ["missing", "eager"],
  contextInfo: ["missing"],
  otherPane: ["expands"],
} as const;

/** A reading for some of the doubts; the others are friendly. */
export type Readings = Readonly<Partial<Record<keyof typeof UNFRIENDLY, string>>>;

const DOUBTS = Object.keys(UNFRIENDLY) as readonly (keyof typeof UNFRIENDLY)[];

/** Each unfriendly reading by itself. */
export const ALONE: readonly Readings[] = DOUBTS.flatMap((doubt) => UNFRIENDLY[doubt].map((reading) => ({ [doubt]: reading })));

/** Every doubt unfriendly at once; where a doubt has several unfriendly readings, each is in one of them. */
export const ALL_AT_ONCE: readonly Readings[] = [0, 1, 2].map((turn) =>
  Object.fromEntries(DOUBTS.map((doubt) => [doubt, UNFRIENDLY[doubt][turn % UNFRIENDLY[doubt].length]])),
);

type Pair = `${string}=${string}&${string}=${string}`;

/** Every two unfriendly readings of two doubts that `readings` has. */
export function pairsOf(readings: Readings): readonly Pair[] {
  const met = DOUBTS.filter((doubt) => readings[doubt] !== undefined);
  return met.flatMap((one, at) =>
    met.slice(at + 1).map((other): Pair => `${one}=${readings[one] ?? ""}&${other}=${readings[other] ?? ""}`),
  );
}

/** Every two unfriendly readings of two doubts that there are. */
export function allPairs(): ReadonlySet<Pair> {
  return new Set(
    DOUBTS.flatMap((one, at) =>
      DOUBTS.slice(at + 1).flatMap((other) =>
        UNFRIENDLY[one].flatMap((a) => UNFRIENDLY[other].map((b): Pair => `${one}=${a}&${other}=${b}`)),
      ),
    ),
  );
}

/**
 * A few sets of readings in which every pair of unfriendly readings meets (a covering array), each chosen to have as many new pairs as can be
 * found by changing one doubt at a time; always the same ones.
 */
export function coveringArray(): readonly Readings[] {
  const missing = new Set(allPairs());
  const rows: Readings[] = [];
  while (missing.size > 0) {
    const [first] = missing;
    const row: Partial<Record<string, string>> = {};
    for (const part of (first ?? "").split("&")) {
      const [doubt, reading] = part.split("=");
      row[doubt ?? ""] = reading ?? "";
    }
    for (const doubt of DOUBTS) {
      if (row[doubt] !== undefined) continue;
      const news = (reading: string) => pairsOf({ ...row, [doubt]: reading }).filter((pair) => missing.has(pair)).length;
      row[doubt] = [...UNFRIENDLY[doubt]].sort((a, b) => news(b) - news(a))[0] ?? "";
    }
    for (const pair of pairsOf(row)) missing.delete(pair);
    rows.push(row);
  }
  return rows;
}
