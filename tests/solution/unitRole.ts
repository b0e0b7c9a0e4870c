/** The copy of the role SMS Agent that docs/reading-rights.md tells an administrator to make, as a solution of their own. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { element } from "../../sandbox/tests/fixture/element";
import { smallZip } from "../../sandbox/tests/fixture/smallZip";

/** What the copy is called. */
export const UNIT_ROLE = "SMS Agent of a Unit";
const UNIT_ROLE_ID = "d1000000-0000-4000-8000-000000000001";

/** What the page tells to lower from Organization to Business Unit: rights by table. */
export const LOWERED: Readonly<Record<string, readonly string[]>> = {
  msgn_session: ["Read", "Write", "Append", "AppendTo", "Assign"],
  msgn_message: ["Read", "Write"],
  msgn_sessionevent: ["Read"],
};

/** Reads the notes of the unit: in the place of SMS Pictures. */
export const UNIT_PICTURES = "SMS Pictures of a Unit";
/** What the gateway's user needs besides SMS Gateway, so that files are their text's owner's. */
export const FILE_ROLE = "Files of Others";

function noteRole(id: string, name: string, rights: readonly string[], level: string): string {
  const privileges = rights.map((right) => element("RolePrivilege", { name: `prv${right}Note`, level }));
  return element("Role", { id: `{${id}}`, name }, element("RolePrivileges", {}, ...privileges));
}

/** A managed zip with the roles and nothing else. */
export function unitRoleZip(): Uint8Array {
  const source = readFileSync(join(__dirname, "..", "..", "Solutions", "src", "Roles", "SMS Agent.xml"), "utf8");
  const renamed = source
    .replace(/<\?xml.*?\?>/, "")
    .replace(/id="\{[^}]*\}" name="SMS Agent"/, `id="{${UNIT_ROLE_ID}}" name="${UNIT_ROLE}"`)
    .trim();
  const lowered = Object.entries(LOWERED)
    .flatMap(([table, rights]) => rights.map((right) => `prv${right}${table}`))
    .reduce((xml, name) => {
      const given = `name="${name}" level="Global"`;
      if (!xml.includes(given)) throw new Error(`SMS Agent does not grant ${name} to the organization.`);
      return xml.replace(given, `name="${name}" level="Local"`);
    }, renamed);
  return smallZip({
    uniqueName: "UnitRole",
    roles: [
      lowered,
      noteRole("d1000000-0000-4000-8000-000000000002", UNIT_PICTURES, ["Read"], "Local"),
      noteRole("d1000000-0000-4000-8000-000000000003", FILE_ROLE, ["Create", "Read", "Append", "Assign"], "Global"),
    ],
    rootComponents: [element("RootComponent", { type: 20, id: `{${UNIT_ROLE_ID}}`, behavior: 0 })],
  });
}
