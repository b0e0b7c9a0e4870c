/** Something that a solution brings and the sandbox does not play. */
export interface LeftOut {
  /** What it is, for people: "cloud flow", "dashboard", "form (quick)". */
  readonly kind: string;
  readonly name: string;
}

/** Something that a solution needs, and that neither the sandbox nor a solution imported before it has. */
export interface Missing {
  /** What it is, for people: "table", "web resource". */
  readonly kind: string;
  readonly name: string;
  /** The solution that brings it, where the zip names one: "SparkleXrm (0.1.3)". */
  readonly solution?: string;
}

/** What a sandbox says of one imported solution. */
export interface SolutionReport {
  readonly uniqueName: string;
  readonly version: string;
  readonly leftOut: readonly LeftOut[];
  readonly missing: readonly Missing[];
}
