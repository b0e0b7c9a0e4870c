import { PICTURES_PRIVILEGE, PRIVILEGES, START_PRIVILEGES, WORK_PRIVILEGES } from "../shared/dataverse/names";
import { known } from "./personFacts";
import type { HeldRole, PersonFacts } from "./personFacts";
import { fine, holdsBack, worthKnowing } from "./finding";
import type { Finding } from "./finding";

/** Privileges that must reach all rows for the list to have all conversations. */
const REACH_ALL = [PRIVILEGES.readSession, PRIVILEGES.readMessage];

/** Whether the person may sign in, and what the roles allow. */
export function accessFindings({ person, roles, privileges }: PersonFacts): readonly Finding[] {
  return [person.isDisabled ? holdsBack("disabled") : fine("enabled"), ...rolesOf(known(roles)), ...privilegesOf(known(privileges))];
}

function rolesOf(roles: readonly HeldRole[] | undefined): readonly Finding[] {
  if (!roles) return [];
  if (roles.length === 0) return [holdsBack("noRoles")];
  return [fine("roles", roles.map(({ name, through }) => (through === "" ? name : `${name} (${through})`)).join(", "))];
}

function privilegesOf(held: ReadonlyMap<string, string> | undefined): readonly Finding[] {
  if (!held) return [];
  const missing = (names: readonly string[]) => names.filter((name) => !held.has(name));
  const forStart = missing(START_PRIVILEGES);
  const forWork = missing(WORK_PRIVILEGES);
  const narrow = REACH_ALL.filter((name) => held.has(name) && held.get(name) !== "Global");
  return [
    ...(forStart.length + forWork.length + narrow.length === 0 ? [fine("privileges")] : []),
    ...(forStart.length > 0 ? [holdsBack("missingForStart", forStart.join(", "))] : []),
    ...(forWork.length > 0 ? [worthKnowing("missingForWork", forWork.join(", "))] : []),
    ...(narrow.length > 0 ? [worthKnowing("ownRowsOnly", narrow.map((name) => `${name} (${held.get(name) ?? ""})`).join(", "))] : []),
    ...(forStart.length === 0 && !held.has(PICTURES_PRIVILEGE) ? [worthKnowing("noPictures")] : []),
  ];
}
