import type { Catalog } from "./catalog";
import type { SandboxUser } from "./api";
import type { Principal, Reach } from "./people/principals";
import type { Access } from "./security";
import type { Store } from "./storage/state";

/** What the parts of the engine share. */
export interface Engine {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly now: () => number;
  /** Who may sign in. */
  readonly users: readonly SandboxUser[];
  /** With what their roles allow now: replaced when an administrator has changed something (people/refreshPeople.ts). By id. */
  principals: ReadonlyMap<string, Principal>;
  /** What teams may do as owners of rows, by team id and privilege name. */
  teamPrivileges: ReadonlyMap<string, ReadonlyMap<string, Reach>>;
  readonly organizationId: string;
  /** Names of the tables of which the request that is being answered has written rows. */
  readonly written: Set<string>;
}

/** One request's surroundings. */
export interface Context {
  readonly engine: Engine;
  readonly access: Access;
  /** `http://kim.localhost:3000/api/data/v9.2` */
  readonly root: string;
}

/** The server's clock in whole seconds since 1970, which is how dates are stored. */
export function nowInSeconds(engine: Engine): number {
  return Math.floor(engine.now() / 1000);
}

/** `2026-11-22T18:00:00Z` */
export function isoDate(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, "Z");
}
