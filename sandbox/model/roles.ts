/** One privilege of a role, and how far it reaches. */
export interface Privilege {
  /** prvReadsample_ticket … */
  readonly name: string;
  readonly level: "Basic" | "Local" | "Deep" | "Global";
}

/** A security role. */
export interface Role {
  readonly id: string;
  readonly name: string;
  readonly privileges: readonly Privilege[];
}
