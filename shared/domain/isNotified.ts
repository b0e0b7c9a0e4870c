/** Who is told of a conversation. This is routing, not security: what a user may read is up to roles. */
import type { Owner } from "./session";

/** What says who is told of a conversation. */
export interface Route {
  /** The team of the number that was written to; null: the number has none. */
  readonly team: string | null;
  readonly owner: Pick<Owner, "id" | "kind">;
}

/** A user, and the teams (ids) that they are a member of. */
export interface Member {
  readonly userId: string;
  readonly teams: ReadonlySet<string>;
}

/**
 * Whether this user is told of it: everyone where the number has no team, else the members of that team; the owner always, and of a team that
 * owns it the members. The inbox query asks the server for the same (`audienceFilter`), and a model test holds the two against each other.
 */
export function isNotified({ team, owner }: Route, { userId, teams }: Member): boolean {
  return team === null || teams.has(team) || (owner.kind === "team" ? teams.has(owner.id) : owner.id === userId);
}
