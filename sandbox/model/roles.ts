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
  /** True: the members of a team that has it get its Basic level for the team's rows alone ("Team privileges only"). Left out: as if it were their own. */
  readonly forTeamOnly?: true;
}
