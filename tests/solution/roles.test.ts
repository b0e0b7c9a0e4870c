import type { XmlElement } from "../../Solutions/build/xml";
import { BUILD_TIMEOUT, ensureBuilt, listAt, packedParts, xmlPart } from "./builtSolution";

let roles: readonly XmlElement[];

beforeAll(async () => {
  await ensureBuilt();
  roles = listAt(xmlPart(packedParts(true), "customizations.xml"), "Roles");
}, BUILD_TIMEOUT);

const ORGANIZATION_ALL = "Create Read Write Delete Append AppendTo";
const USER_ALL = `${ORGANIZATION_ALL} Assign Share`;

/** Role → "table or platform table" → [depth, rights]. What is not written here, no role grants. */
const MATRIX: Record<string, Record<string, readonly [depth: string, rights: string]>> = {
  "SMS Agent": {
    msgn_session: ["Global", "Read Write Append AppendTo Assign"],
    msgn_message: ["Global", "Read Write"],
    msgn_contactnumber: ["Global", "Read Write Append"],
    msgn_dismissal: ["Basic", "Create Read Write Delete Append"],
    msgn_agentsetting: ["Basic", "Create Read Write"],
    msgn_configuration: ["Global", "Read"],
    User: ["Global", "Read AppendTo"],
    Team: ["Global", "Read"],
  },
  "SMS Administrator": {
    msgn_session: ["Global", USER_ALL],
    msgn_message: ["Global", USER_ALL],
    msgn_dismissal: ["Global", USER_ALL],
    msgn_agentsetting: ["Global", USER_ALL],
    msgn_contactnumber: ["Global", ORGANIZATION_ALL],
    msgn_configuration: ["Global", ORGANIZATION_ALL],
    User: ["Global", "Read AppendTo"],
    Team: ["Global", "Read"],
    Contact: ["Global", "AppendTo"],
    Account: ["Global", "AppendTo"],
  },
  "SMS Gateway": {
    msgn_contactnumber: ["Global", "Create Read Write Append AppendTo"],
    msgn_session: ["Global", "Create Read Write Append AppendTo"],
    msgn_message: ["Global", "Create Read Write Append"],
    Contact: ["Global", "Read AppendTo"],
    Account: ["Global", "Read AppendTo"],
  },
};

it("has three roles", () => {
  expect(roles.map(({ attributes }) => attributes["name"]).sort()).toEqual(Object.keys(MATRIX).sort());
});

it.each(Object.keys(MATRIX))("%s grants what the matrix says and nothing beyond", (name) => {
  const role = roles.find(({ attributes }) => attributes["name"] === name);
  const granted = listAt(role as XmlElement, "RolePrivileges").map(
    ({ attributes }) => `${attributes["name"] ?? ""} ${attributes["level"] ?? ""}`,
  );
  const written = Object.entries(MATRIX[name] ?? {}).flatMap(([table, [depth, rights]]) => {
    return rights.split(" ").map((right) => `prv${right}${table} ${depth}`);
  });
  expect([...granted].sort()).toEqual([...written].sort());
});

it("gives a user who has a role through a team the rights of a direct member, so that own rows can be the user's", () => {
  expect(roles.map(({ attributes }) => attributes["isinherited"])).toEqual(["1", "1", "1"]);
});
