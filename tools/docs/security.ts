/** `npx tsx tools/docs/security.ts`: writes the roles' privileges into docs/security.md; `--check` compares. */
import { join } from "node:path";
import { columnSecurity, CUSTOMER_COLUMNS } from "./customerColumns";
import { makePage, markdownTable } from "./page";
import type { Sections } from "./page";
import { readSolution } from "./solution";
import type { Role, Solution } from "./solution";

const RIGHTS = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign", "Share"];
const HEAD = ["table", "create", "read", "write", "delete", "append", "append to", "assign", "share"];

/** Tables of the platform that the roles name, as in `prvReadUser`. */
const PLATFORM = ["User", "Team", "Contact", "Account", "Note", "Role", "AppModule", "Solution"];

/** What the levels of a privilege are called in the page. */
const LEVELS: Readonly<Record<string, string>> = { Basic: "own", Local: "unit", Deep: "units", Global: "all" };

/**
 * The generated sections of docs/security.md: a matrix for each role, and the columns that hold what is customers'.
 * @throws Error for a level or a privilege that has no place in the matrix, and for a column that the solution does not have
 */
export function securitySections(solution: Solution): Sections {
  return {
    privileges: solution.roles.map((role) => `### ${role.name}\n\n${role.description}\n\n${matrix(role, solution)}`).join("\n\n"),
    customers: customers(solution),
  };
}

function customers({ tables }: Solution): string {
  const rows = Object.entries(CUSTOMER_COLUMNS).map(([path, holds]) => {
    const [name, columnName] = path.split(".");
    const table = tables.find((each) => each.name === name);
    const column = table?.columns.find((each) => each.name === columnName);
    if (!table || !column) throw new Error(`The solution has no column ${path}.`);
    const { possible, why } = columnSecurity(table, column);
    return [`${table.label} \`${table.name}\``, `${column.label} \`${column.name}\``, holds, possible ? "yes" : `no: ${why}`];
  });
  return markdownTable(["table", "column", "holds", "column security"], rows);
}

function matrix(role: Role, { tables }: Solution): string {
  const shown = new Set<string>();
  const cell = (right: string, table: string): string => {
    const level = role.privileges.get(`prv${right}${table}`);
    if (level === undefined) return "–";
    shown.add(`prv${right}${table}`);
    const word = LEVELS[level];
    if (word === undefined) throw new Error(`The level ${level} of prv${right}${table} has no name.`);
    return word;
  };
  const own = tables.map(({ name, label, organizationOwned }) => [
    `${label} \`${name}\``,
    ...RIGHTS.map((right) => (organizationOwned && (right === "Assign" || right === "Share") ? "" : cell(right, name))),
  ]);
  const platform = PLATFORM.map((name) => [name, ...RIGHTS.map((right) => cell(right, name))]);
  const missing = [...role.privileges.keys()].filter((name) => !shown.has(name));
  if (missing.length > 0) throw new Error(`${role.name} has privileges that the matrix does not show: ${missing.join(", ")}`);
  return markdownTable(HEAD, [...own, ...platform]);
}

if (require.main === module) {
  const root = join(__dirname, "..", "..");
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  process.exitCode = makePage(join(root, "docs", "security.md"), securitySections(readSolution(root)), process.argv.slice(2), say);
}
