import type { Relationship, Table } from "../../../model";
import { column } from "./columns";
import { NOTE_OF, NOTE_TABLE, noteRelationship } from "./noteTable";
import { SECURITY_TABLES } from "./securityTables";
import { computed, flag, lookup, table, text } from "./tableSketch";

/** Tables of the platform that are written by its own rules, or not at all (people/administration.ts). */
export const ADMINISTERED_TABLES: ReadonlySet<string> = new Set([
  "systemuser",
  "businessunit",
  "organization",
  ...SECURITY_TABLES.map(({ logicalName }) => logicalName),
]);

/** The platform's own tables, as far as the sandbox brings them. */
export const PLATFORM_TABLES: readonly Table[] = [
  ...SECURITY_TABLES,
  table(
    {
      name: "systemuser",
      privilege: "User",
      set: "systemusers",
      primaryName: "fullname",
      ownership: "organization",
      label: "User",
      plural: "Users",
      columns: [
        computed("fullname", "Full Name"),
        text("firstname", "First Name", 256),
        text("lastname", "Last Name", 256),
        text("domainname", "User Name", 1024),
        text("internalemailaddress", "Primary Email", 100, "Email"),
        lookup("businessunitid", "Business Unit", "businessunit"),
        flag("isdisabled", "Status"),
        column("accessmode", "picklist", "Access Mode", {
          options: [
            { value: 0, labels: { "1033": "Read-Write" } },
            { value: 4, labels: { "1033": "Non-interactive" } },
          ],
        }),
      ],
    },
    false,
  ),
  table(
    {
      name: "businessunit",
      privilege: "BusinessUnit",
      set: "businessunits",
      primaryName: "name",
      ownership: "organization",
      label: "Business Unit",
      plural: "Business Units",
      columns: [text("name", "Name", 160), lookup("parentbusinessunitid", "Parent Business", "businessunit")],
    },
    false,
  ),
  table(
    {
      name: "organization",
      privilege: "Organization",
      set: "organizations",
      primaryName: "name",
      ownership: "organization",
      label: "Organization",
      plural: "Organizations",
      columns: [text("name", "Organization Name", 160)],
    },
    false,
  ),
  table(
    {
      name: "contact",
      privilege: "Contact",
      set: "contacts",
      primaryName: "fullname",
      ownership: "user",
      label: "Contact",
      plural: "Contacts",
      columns: [
        computed("fullname", "Full Name"),
        text("firstname", "First Name", 50),
        { ...text("lastname", "Last Name", 50), required: "required" },
        column("parentcustomerid", "customer", "Company Name", { targets: ["account", "contact"] }),
        text("jobtitle", "Job Title"),
        text("emailaddress1", "Email", 100, "Email"),
        text("telephone1", "Business Phone", 50, "Phone"),
        text("mobilephone", "Mobile Phone", 50, "Phone"),
        column("description", "memo", "Description", { maxLength: 2000 }),
      ],
    },
    true,
  ),
  table(
    {
      name: "account",
      privilege: "Account",
      set: "accounts",
      primaryName: "name",
      ownership: "user",
      label: "Account",
      plural: "Accounts",
      columns: [
        { ...text("name", "Account Name", 160), required: "required" },
        text("accountnumber", "Account Number", 20),
        text("telephone1", "Main Phone", 50, "Phone"),
        text("emailaddress1", "Email", 100, "Email"),
        lookup("primarycontactid", "Primary Contact", "contact"),
        column("description", "memo", "Description", { maxLength: 2000 }),
      ],
    },
    true,
  ),
];

/** Navigation properties of a table's lookups where no relationship of a solution says otherwise. */
export function systemRelationships(of: Table): readonly Relationship[] {
  return of.columns.flatMap((one) => {
    if (one.type === "owner" || !one.targets) return [];
    if (of.logicalName === NOTE_TABLE && one.logicalName === NOTE_OF) return one.targets.map(noteRelationship);
    return one.targets.map((target) => ({
      name: `${target}_${of.logicalName}_${one.logicalName}`,
      referencedTable: target,
      referencingTable: of.logicalName,
      column: one.logicalName,
      navigationProperty: one.type === "customer" ? `${one.logicalName}_${target}` : one.logicalName,
      onDelete: of.platform && (one.logicalName === "parentcustomerid" || one.logicalName === "primarycontactid") ? "removelink" : "none",
    }));
  });
}
