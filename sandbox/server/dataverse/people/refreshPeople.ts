import type { Engine } from "../context";
import { readPeople } from "./principals";

/** Reads anew who may do what: after a change of units, users, teams or roles, and after one was taken back. */
export function refreshPeople(engine: Engine): void {
  const { principals, teamPrivileges } = readPeople(engine.store.database, engine.catalog, engine.users);
  engine.principals = principals;
  engine.teamPrivileges = teamPrivileges;
}
