import type { XmlElement } from "../../Solutions/build/xml";
import { BUILD_TIMEOUT, ensureBuilt, listAt, packedParts, xmlPart } from "./builtSolution";

let roles: readonly XmlElement[];

beforeAll(async () => {
  await ensureBuilt();
  roles = listAt(xmlPart(packedParts(true), "customizations.xml"), "Roles");
}, BUILD_TIMEOUT);

/**
 * Role → table, or platform table → rights over every row (Global), and over own rows (Basic). What is not written here, no role grants. That it is what the
 * role is for, and no more, is derived in leastPrivilege.test.ts; this is for people who compare.
 */
const MATRIX: Record<string, Record<string, { readonly Global?: string; readonly Basic?: string }>> = {
  "SMS Agent": {
    msgn_session: { Global: "Read Write Append AppendTo Assign" },
    msgn_message: { Global: "Read Write", Basic: "Create Append" },
    msgn_contactnumber: { Global: "Read Write Append" },
    msgn_dismissal: { Basic: "Create Read Write Delete Append" },
    msgn_agentsetting: { Basic: "Create Read Write" },
    msgn_configuration: { Global: "Read" },
    msgn_sessionevent: { Global: "Read", Basic: "Create Write Append" },
    msgn_template: { Global: "Read" },
    User: { Global: "Read AppendTo" },
    Team: { Global: "Read" },
  },
  "SMS Pictures": {
    Note: { Global: "Read" },
  },
  "SMS Administrator": {
    msgn_session: { Global: "Read Write Delete Append AppendTo Assign", Basic: "Create" },
    msgn_message: { Global: "Read Write Delete Assign", Basic: "Create Append" },
    msgn_dismissal: { Global: "Read Delete", Basic: "Create Write Append" },
    msgn_agentsetting: { Global: "Read Delete", Basic: "Create Write" },
    msgn_contactnumber: { Global: "Create Read Write Delete Append AppendTo" },
    msgn_configuration: { Global: "Create Read Write Delete" },
    msgn_sessionevent: { Global: "Read Delete", Basic: "Create Write Append" },
    msgn_template: { Global: "Create Read Write Delete" },
    Note: { Global: "Read Delete" },
    Role: { Global: "Read" },
    AppModule: { Global: "Read" },
    Solution: { Global: "Read" },
    User: { Global: "Read AppendTo" },
    Team: { Global: "Read" },
    Contact: { Global: "AppendTo" },
    Account: { Global: "AppendTo" },
  },
  "SMS Gateway": {
    msgn_configuration: { Global: "Read" },
    msgn_contactnumber: { Global: "Create Read Write Append AppendTo" },
    msgn_session: { Global: "Read Write AppendTo", Basic: "Create Append" },
    msgn_message: { Global: "Read Write", Basic: "Create Append AppendTo" },
    Note: { Basic: "Create Read Append" },
    Contact: { Global: "Read AppendTo" },
    Account: { Global: "Read AppendTo" },
  },
};

it("has four roles", () => {
  expect(roles.map(({ attributes }) => attributes["name"]).sort()).toEqual(Object.keys(MATRIX).sort());
});

it.each(Object.keys(MATRIX))("%s grants what the matrix says and nothing beyond", (name) => {
  const role = roles.find(({ attributes }) => attributes["name"] === name);
  const granted = listAt(role as XmlElement, "RolePrivileges").map(
    ({ attributes }) => `${attributes["name"] ?? ""} ${attributes["level"] ?? ""}`,
  );
  const written = Object.entries(MATRIX[name] ?? {}).flatMap(([table, levels]) =>
    Object.entries(levels).flatMap(([level, rights]) => rights.split(" ").map((right) => `prv${right}${table} ${level}`)),
  );
  expect([...granted].sort()).toEqual([...written].sort());
});

it("gives a user who has a role through a team the rights of a direct member, so that own rows can be the user's", () => {
  expect(roles.map(({ attributes }) => attributes["isinherited"])).toEqual(["1", "1", "1", "1"]);
});
