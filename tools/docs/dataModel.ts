/** `npx tsx tools/docs/dataModel.ts`: writes tables, columns and a drawing into docs/data-model.md; `--check` compares. */
import { join } from "node:path";
import { makePage, markdownTable } from "./page";
import type { Sections } from "./page";
import { readSolution } from "./solution";
import type { Column, Relationship, Solution, Table } from "./solution";
import { usageOf } from "./usage";

/** The generated sections of docs/data-model.md. */
export function dataModelSections(solution: Solution, root: string): Sections {
  const uses = usageOf(root);
  return {
    drawing: drawing(solution),
    tables: tables(solution),
    columns: solution.tables.map((table) => `### ${table.label}\n\n${columns(table, solution, uses)}`).join("\n\n"),
    choices: choices(solution),
    relationships: relationships(solution),
  };
}

/** What the drawing calls types. */
const SHORT: Readonly<Record<string, string>> = {
  nvarchar: "text",
  ntext: "memo",
  int: "int",
  bit: "yesno",
  picklist: "choice",
  datetime: "datetime",
  lookup: "lookup",
  customer: "customer",
};

function drawing({ tables, relationships }: Solution): string {
  // A lookup that must be filled has exactly one row at its other end.
  const isRequired = ({ many, column }: Relationship): boolean =>
    tables.find(({ name }) => name === many)?.columns.find(({ name }) => name === column)?.required ?? false;
  const lines = relationships.map((each) => `  ${each.one} ${isRequired(each) ? "||" : "|o"}--o{ ${each.many} : ${each.column}`);
  const boxes = tables.flatMap(({ name, columns, key }) => [
    `  ${name} {`,
    ...columns.map((column) => `    ${SHORT[column.type] ?? column.type} ${column.name}${key.includes(column.name) ? " UK" : ""}`),
    "  }",
  ]);
  return ["```mermaid", "erDiagram", ...lines.sort(), ...boxes, "```"].join("\n");
}

function tables({ tables }: Solution): string {
  const rows = tables.map((table) => [
    `\`${table.name}\``,
    `\`${table.entitySet}\``,
    table.organizationOwned ? "organization" : "user or team",
    table.key.map((column) => `\`${column}\``).join(" + "),
    table.audited ? "yes" : "",
    table.description,
  ]);
  return markdownTable(["table", "entity set", "owned by", "alternate key", "audited", "a row is"], rows);
}

function columns(table: Table, solution: Solution, uses: (table: Table, column: string) => readonly string[]): string {
  const rows = table.columns.map((column) => [
    `\`${column.name}\``,
    column.label,
    typeOf(table, column, solution),
    [column.primary ? "primary name" : "", column.required ? "required" : "", column.audited ? "audited" : ""].filter(Boolean).join(", "),
    uses(table, column.name).join(", "),
    column.description,
  ]);
  return markdownTable(["column", "name", "type", "", "used by", "what it says"], rows);
}

function typeOf(table: Table, column: Column, { relationships }: Solution): string {
  const targets = relationships.filter(({ many, column: by }) => many === table.name && by === column.name).map(({ one }) => one);
  switch (column.type) {
    case "nvarchar":
      return `${column.detail("Format") === "phone" ? "phone" : "text"}, ${column.detail("MaxLength")} characters`;
    case "ntext":
      return `several lines, ${column.detail("MaxLength")} characters`;
    case "int":
      return `whole number, ${column.detail("MinValue")} to ${column.detail("MaxValue")}`;
    case "bit":
      return `yes or no, ${column.detail("AppDefaultValue") === "1" ? "yes" : "no"} by default`;
    case "picklist":
      return `choice \`${column.detail("OptionSetName")}\``;
    case "datetime":
      return "date and time";
    default:
      return `lookup of ${targets.sort().join(" or ")}`;
  }
}

function choices({ choices }: Solution): string {
  const rows = choices.flatMap(({ name, options }) =>
    options.map(({ value, label, description }) => [`\`${name}\``, value, label, description]),
  );
  return markdownTable(["choice", "value", "label", "meaning"], rows);
}

/** What Dataverse's words mean for the row that has the lookup. */
const ON_DELETE: Readonly<Record<string, string>> = {
  Cascade: "deletes it as well",
  Restrict: "is refused while it is there",
  RemoveLink: "empties its lookup",
};

function relationships({ relationships }: Solution): string {
  const rows = relationships.map(({ many, column, one, onDelete, onAssign }) => [
    `\`${many}\``,
    `\`${column}\``,
    `\`${one}\``,
    ON_DELETE[onDelete] ?? onDelete,
    onAssign === "NoCascade" ? "leaves it alone" : onAssign,
  ]);
  rows.sort((a, b) => (a.join() < b.join() ? -1 : 1));
  return markdownTable(["a row of", "points by", "to a row of", "deleting that", "assigning or sharing that"], rows);
}

if (require.main === module) {
  const root = join(__dirname, "..", "..");
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  process.exitCode = makePage(join(root, "docs", "data-model.md"), dataModelSections(readSolution(root), root), process.argv.slice(2), say);
}
