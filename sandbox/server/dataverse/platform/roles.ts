import type { Privilege, Role, Table } from "../../../model";

/** The kinds of access that a privilege can give. */
export const ACCESS_RIGHTS = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign", "Share"] as const;

/** A kind of access. */
export type AccessRight = (typeof ACCESS_RIGHTS)[number];

/** prvReadsample_ticket … */
export function privilegeName(right: AccessRight, table: Table): string {
  return `prv${right}${table.schemaName}`;
}

/** The kinds of access that exist for a table: tables of the organization cannot be assigned or shared. */
export function rightsOf(table: Table): readonly AccessRight[] {
  return table.ownership === "user" ? ACCESS_RIGHTS : ACCESS_RIGHTS.filter((right) => right !== "Assign" && right !== "Share");
}

const everywhere = (...names: readonly string[]): readonly Privilege[] => names.map((name) => ({ name, level: "Global" }));

/** The privileges that every user of an app has: to read users, teams, contacts and accounts, and to write contacts and accounts. */
const BASIC_USER: Role = {
  id: "4f3b7f61-0f5c-4f0e-9a6e-9f2f3a6b1c01",
  name: "Basic User",
  privileges: everywhere(
    "prvReadUser",
    "prvReadTeam",
    "prvReadBusinessUnit",
    "prvReadOrganization",
    "prvReadRole",
    "prvReadAppModule",
    "prvReadContact",
    "prvCreateContact",
    "prvWriteContact",
    "prvAppendContact",
    "prvAppendToContact",
    "prvReadAccount",
    "prvCreateAccount",
    "prvWriteAccount",
    "prvAppendAccount",
    "prvAppendToAccount",
  ),
};

/** The id of the role, the same in every environment. */
export const SYSTEM_ADMINISTRATOR_ID = "627090ff-40a3-4053-8790-584edc5be201";
const SYSTEM_CUSTOMIZER_ID = "119f245c-3cc8-4b62-b31c-d1a046ced15d";

/** Roles of the platform that an app may name. */
export const PLATFORM_ROLE_IDS: ReadonlySet<string> = new Set([SYSTEM_ADMINISTRATOR_ID, SYSTEM_CUSTOMIZER_ID, BASIC_USER.id]);

/** The platform's own roles, for the tables of one environment. */
export function platformRoles(tables: readonly Table[]): readonly Role[] {
  const all = tables.flatMap((table) => rightsOf(table).map((right) => privilegeName(right, table)));
  const administrator: Role = {
    id: SYSTEM_ADMINISTRATOR_ID,
    name: "System Administrator",
    privileges: everywhere(...new Set([...all, "prvOverrideCreatedOnCreatedBy", "prvAssignRole"])),
  };
  return [administrator, BASIC_USER];
}
