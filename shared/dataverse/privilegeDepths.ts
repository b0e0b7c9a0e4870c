import { RequestFailed } from "../domain/failure";
import { isRow, textOf } from "./rows";

/**
 * How far each privilege reaches (Basic, Local, Deep, Global) in the answer of RetrieveUserSetOfPrivilegesByNames. A privilege that comes more than once, for
 * several business units, reaches as far as the furthest.
 * @throws RequestFailed for another answer: it is not the answer "none"
 */
export function privilegeDepths(body: unknown): ReadonlyMap<string, string> {
  const list = isRow(body) ? body["RolePrivileges"] : undefined;
  if (!Array.isArray(list)) throw new RequestFailed("failed", { detail: "no list of privileges" });
  const depths = new Map<string, string>();
  for (const row of list.filter(isRow)) {
    const name = textOf(row, "PrivilegeName");
    const depth = textOf(row, "Depth");
    if (ORDER.indexOf(depth) >= ORDER.indexOf(depths.get(name) ?? "")) depths.set(name, depth);
  }
  return depths;
}

const ORDER: readonly string[] = ["Basic", "Local", "Deep", "Global"];
