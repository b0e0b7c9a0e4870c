import { ignore } from "../domain/failure";
import type { ApiClient } from "./client";
import { derivedId } from "./derivedId";
import type { Row } from "./rows";
import { guid } from "./values";

/** What a row of somebody's own is to hold, and how it is found. */
export interface OwnRow {
  readonly columns: Row;
  /** Columns that are written only when the row is made. */
  readonly atFirst: Row;
  /** Ids of what the row is about: its owner, and what else there is one of these rows for. */
  readonly about: readonly string[];
  /** Looks for it by its owner; undefined: there is none. */
  readonly find: () => Promise<string | undefined>;
}

/**
 * Writes the caller's own row and returns its id; where there is none, makes it. The first try goes to the id that is derived from what the row is about, so that two
 * tabs meet in one row. Where the server refuses, the id may be taken, by this user's other tab (then the row is found by its owner) or by a stranger's row, which stays
 * as it is: then the id is a random one, and what the server says to that counts.
 * @param set the entity set of its table
 * @param known its id, where it was found
 * @throws RequestFailed
 */
export async function writeOwnRow(client: ApiClient, set: string, known: string | undefined, row: OwnRow): Promise<string> {
  const write = (id: string, header: string, body: Row) =>
    client({ method: "PATCH", path: `${set}(${guid(id)})`, headers: { [header]: "*" }, body }).then(() => id);
  const update = (id: string) => write(id, "If-Match", row.columns);
  const make = (id: string) => write(id, "If-None-Match", { ...row.atFirst, ...row.columns });
  if (known) return update(known);
  // What the server says where a row has the id that the caller may not read is not documented: any refusal may be that.
  const made = await make(derivedId(...row.about)).catch(ignore("stale", "denied", "gone", "failed"));
  if (made) return made;
  const own = await row.find();
  return own ? update(own) : make(crypto.randomUUID());
}
