import type { Privilege, Role } from "../../model";
import { attribute, child, children } from "../xml";
import type { XmlNode } from "../xml";
import { SolutionImportError } from "./solutionImportError";
import type { Placed } from "./forms";
import { guid, needAttribute } from "./partXml";

const LEVELS: readonly Privilege["level"][] = ["Basic", "Local", "Deep", "Global"];

function readPrivilege(node: XmlNode, role: string): Privilege {
  const name = needAttribute(node, "name");
  const given = needAttribute(node, "level");
  const level = LEVELS.find((one) => one === given);
  if (level) return { name, level };
  throw new SolutionImportError(
    `The role ${role} gives ${name} at an unknown level: ${given}`,
    node.place,
    `Use one of ${LEVELS.join(", ")}.`,
  );
}

/**
 * The security roles of customizations.xml.
 * @throws SolutionImportError
 */
export function readRoles(root: XmlNode): readonly Placed<Role>[] {
  return children(child(root, "Roles"), "Role").map((node) => {
    const name = needAttribute(node, "name");
    const id = guid(attribute(node, "id"));
    if (id === undefined) throw new SolutionImportError(`The role ${name} has no id that is a GUID`, node.place, "Correct its id.");
    const privileges = children(child(node, "RolePrivileges"), "RolePrivilege").map((one) => readPrivilege(one, name));
    // "Member's privilege inheritance": 0 is "Team privileges only", 1 (the default of new roles) is "Direct User (Basic) access level and Team privileges".
    const forTeamOnly = attribute(node, "isinherited") === "0";
    return { item: { id, name, privileges, ...(forTeamOnly ? { forTeamOnly } : {}) }, place: node.place };
  });
}
