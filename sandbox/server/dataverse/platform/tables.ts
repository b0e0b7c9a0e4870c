import type { Column, Relationship, Table } from "../../../model";
import { column, withSystemColumns } from "./columns";
import { NOTE_OF, NOTE_TABLE, noteRelationship } from "./noteTable";

const english = (text: string): Readonly<Record<string, string>> => ({ "1033": text });

interface Sketch {
  readonly name: string;
  /** As in privilege names. */
  readonly privilege: string;
  readonly set: string;
  readonly primaryName: string;
  readonly ownership: Table["ownership"];
  readonly label: string;
  readonly plural: string;
  readonly columns: readonly Column[];
}

function table(sketch: Sketch, system: boolean): Table {
  const id = column(`${sketch.name}id`, "primarykey", sketch.label, { required: "systemrequired", readOnly: false });
  const made: Table = {
    logicalName: sketch.name,
    schemaName: sketch.privilege,
    entitySetName: sketch.set,
    primaryId: id.logicalName,
    primaryName: sketch.primaryName,
    ownership: sketch.ownership,
    labels: english(sketch.label),
    pluralLabels: english(sketch.plural),
    columns: [id, ...sketch.columns],
    keys: [],
    platform: true,
  };
  if (system) return withSystemColumns({ ...made, hasNotes: true });
  return { ...made, columns: [...made.columns, column("versionnumber", "bigint", "Version Number", { readOnly: true })] };
}

const lookup = (name: string, label: string, ...targets: readonly string[]): Column => column(name, "lookup", label, { targets });
const text = (name: string, label: string, maxLength = 100, format?: string): Column =>
  column(name, "string", label, { maxLength, ...(format === undefined ? {} : { format }) });
const computed = (name: string, label: string): Column => column(name, "string", label, { maxLength: 200, readOnly: true });
const flag = (name: string, label: string): Column => {
  return column(name, "boolean", label, {
    options: [0, 1].map((value) => ({ value, labels: english(value ? "Yes" : "No") })),
    defaultValue: false,
  });
};

/** Tables that nobody writes through the Web API here: the sandbox's users and teams are fixed. */
export const READ_ONLY_TABLES: ReadonlySet<string> = new Set([
  "systemuser",
  "team",
  "teammembership",
  "businessunit",
  "organization",
  "role",
  "appmodule",
]);

/** The platform's own tables, as far as the sandbox brings them. */
export const PLATFORM_TABLES: readonly Table[] = [
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
      ],
    },
    false,
  ),
  table(
    {
      name: "team",
      privilege: "Team",
      set: "teams",
      primaryName: "name",
      ownership: "organization",
      label: "Team",
      plural: "Teams",
      columns: [
        text("name", "Team Name", 160),
        text("description", "Description", 2000),
        lookup("businessunitid", "Business Unit", "businessunit"),
        column("teamtype", "picklist", "Team Type", {
          options: [
            { value: 0, labels: english("Owner") },
            { value: 1, labels: english("Access") },
          ],
        }),
        flag("isdefault", "Is Default"),
      ],
    },
    false,
  ),
  table(
    {
      name: "teammembership",
      privilege: "Team",
      set: "teammemberships",
      primaryName: "teammembershipid",
      ownership: "organization",
      label: "Team Membership",
      plural: "Team Memberships",
      columns: [lookup("teamid", "Team", "team"), lookup("systemuserid", "User", "systemuser")],
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
      name: "role",
      privilege: "Role",
      set: "roles",
      primaryName: "name",
      ownership: "organization",
      label: "Security Role",
      plural: "Security Roles",
      columns: [text("name", "Name"), lookup("businessunitid", "Business Unit", "businessunit")],
    },
    false,
  ),
  table(
    {
      name: "appmodule",
      privilege: "AppModule",
      set: "appmodules",
      primaryName: "name",
      ownership: "organization",
      label: "Model-driven App",
      plural: "Model-driven Apps",
      columns: [text("name", "Name"), text("uniquename", "Unique Name")],
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
