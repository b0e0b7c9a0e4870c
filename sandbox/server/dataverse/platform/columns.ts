import type { Column, ColumnType, Option, Table } from "../../../model";

const english = (text: string): Readonly<Record<string, string>> => ({ "1033": text });

/** A plain column with an English label. */
export function column(logicalName: string, type: ColumnType, label: string, more: Partial<Column> = {}): Column {
  const length = type === "string" ? { maxLength: 100 } : {};
  return { logicalName, type, labels: english(label), descriptions: {}, required: "none", readOnly: false, ...length, ...more };
}

const STATES: readonly Option[] = [
  { value: 0, labels: english("Active"), defaultStatus: 1 },
  { value: 1, labels: english("Inactive"), defaultStatus: 2 },
];
const STATUSES: readonly Option[] = [
  { value: 1, labels: english("Active"), state: 0 },
  { value: 2, labels: english("Inactive"), state: 1 },
];

const user = { targets: ["systemuser"], readOnly: true } as const;

/** Columns that Dataverse adds to every table. Only the platform writes them, but for the two that imports may set. */
const EVERYWHERE: readonly Column[] = [
  column("createdon", "datetime", "Created On", { readOnly: true }),
  column("createdby", "lookup", "Created By", user),
  column("createdonbehalfby", "lookup", "Created By (Delegate)", user),
  column("modifiedon", "datetime", "Modified On", { readOnly: true }),
  column("modifiedby", "lookup", "Modified By", user),
  column("modifiedonbehalfby", "lookup", "Modified By (Delegate)", user),
  column("overriddencreatedon", "datetime", "Record Created On"),
  column("importsequencenumber", "integer", "Import Sequence Number", { minValue: -2147483648, maxValue: 2147483647 }),
  column("timezoneruleversionnumber", "integer", "Time Zone Rule Version Number", { minValue: -1, maxValue: 2147483647 }),
  column("utcconversiontimezonecode", "integer", "UTC Conversion Time Zone Code", { minValue: -1, maxValue: 2147483647 }),
  column("versionnumber", "bigint", "Version Number", { readOnly: true }),
  column("statecode", "state", "Status", { required: "systemrequired", options: STATES }),
  column("statuscode", "status", "Status Reason", { options: STATUSES }),
];

const OWNED: readonly Column[] = [
  column("ownerid", "owner", "Owner", { required: "systemrequired", targets: ["systemuser", "team"] }),
  column("owningbusinessunit", "lookup", "Owning Business Unit", { targets: ["businessunit"], readOnly: true }),
  column("owninguser", "lookup", "Owning User", user),
  column("owningteam", "lookup", "Owning Team", { targets: ["team"], readOnly: true }),
];

const OF_ORGANIZATION: readonly Column[] = [
  column("organizationid", "lookup", "Organization Id", { targets: ["organization"], readOnly: true }),
];

/** The platform's columns that a table of this ownership has. */
export function systemColumns(ownership: Table["ownership"]): readonly Column[] {
  return [...EVERYWHERE, ...(ownership === "user" ? OWNED : OF_ORGANIZATION)];
}

/**
 * Adds the system columns that a table lacks, as an import does. The platform's columns are made read-only and get their target,
 * whatever the solution says of them.
 */
export function withSystemColumns(table: Table): Table {
  const system = new Map(systemColumns(table.ownership).map((one) => [one.logicalName, one]));
  const own = table.columns.map((one) => {
    const known = system.get(one.logicalName);
    if (!known) return one;
    return { ...one, type: known.type, readOnly: known.readOnly, ...(known.targets ? { targets: known.targets } : {}) };
  });
  const names = new Set(own.map((one) => one.logicalName));
  return { ...table, columns: [...own, ...[...system.values()].filter((one) => !names.has(one.logicalName))] };
}
