/** Solutions to import one over the other, made from the packed one; and data to import them into. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SolutionModel, Table } from "../../../sandbox/model";
import { createDataverse } from "../../../sandbox/server/dataverse";
import type { Dataverse } from "../../../sandbox/server/dataverse";
import { Database } from "../../../sandbox/server/dataverse/storage/database";
import { frontDesk, people } from "../../../demo/users";
import { importSolution } from "../../../sandbox/server/solution";
import { edited, packedSolution } from "../solution/packed";
import type { Edits } from "../solution/packed";

/** The packed zip with another version than the one it has, and perhaps other customizations. */
export async function zipOf(version: string, customizations?: (text: string) => string): Promise<Uint8Array> {
  const edits: Edits = {
    "solution.xml": (text) => text.replace(/<Version>[^<]*<\/Version>/, `<Version>${version}</Version>`),
    ...(customizations ? { "customizations.xml": customizations } : {}),
  };
  return edited(await packedSolution(), edits);
}

/** The text of a column's definition. */
function attributeOf(customizations: string, name: string): string {
  const found = new RegExp(`<attribute PhysicalName="${name}">[^]*?</attribute>`).exec(customizations)?.[0];
  if (found === undefined) throw new Error(`The zip has no column ${name}.`);
  return found;
}

/** Adds the text column msgn_campaign to messages. */
export function withCampaign(customizations: string): string {
  const model = attributeOf(customizations, "msgn_providermessageid");
  return customizations.replace(model, `${model}${model.replaceAll("msgn_providermessageid", "msgn_campaign")}`);
}

/** Makes the message's text a whole number. */
export function withNumberAsBody(customizations: string): string {
  const body = attributeOf(customizations, "msgn_body");
  return customizations.replace(body, body.replace("<Type>ntext</Type>", "<Type>int</Type>"));
}

/** A model with one more table of the organization, msgn_campaign. */
export function withCampaignTable(model: SolutionModel): SolutionModel {
  const text = (table: Table): string => JSON.stringify(table).replaceAll("msgn_configuration", "msgn_campaign");
  const tables = model.tables
    .filter((table) => table.logicalName === "msgn_configuration")
    .map((table) => JSON.parse(text(table)) as Table);
  return { ...model, tables: [...model.tables, ...tables.map((table) => ({ ...table, schemaName: "msgn_campaign", keys: [] }))] };
}

/** A folder for one test's data. */
export class Data {
  readonly folder = mkdtempSync(join(tmpdir(), "sandbox-lifecycle-"));
  readonly file = join(this.folder, "dataverse.sqlite");

  /** Imports a zip, or a model of one, into the data; gives back the Web API on them. */
  open(solution: Uint8Array | SolutionModel): Dataverse {
    const model = solution instanceof Uint8Array ? importSolution(solution).model : solution;
    return createDataverse({ model, storage: this.file, now: () => Date.UTC(2026, 10, 22, 18), users: people, teams: [frontDesk] });
  }

  /** The same, when only the import matters. */
  import(solution: Uint8Array | SolutionModel): Dataverse["imported"] {
    const dataverse = this.open(solution);
    dataverse.close();
    return dataverse.imported;
  }

  /** Reads the database itself. */
  read(sql: string): readonly Readonly<Record<string, unknown>>[] {
    const database = Database.open(this.file);
    try {
      return database.all(sql);
    } finally {
      database.close();
    }
  }

  /** Everything that the database holds, as one text: names, definitions and values. */
  everything(): string {
    const tables = this.read("SELECT name FROM sqlite_schema WHERE type = 'table'").map((row) => String(row["name"]));
    const rows = tables.map((table) => JSON.stringify(this.read(`SELECT * FROM "${table}"`)));
    return JSON.stringify(this.read("SELECT * FROM sqlite_schema")) + rows.join("\n");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Asks the Web API as the platform itself; fails the test when it refuses. */
export function rowsOf(dataverse: Dataverse, path: string): readonly Readonly<Record<string, unknown>>[] {
  const answer = dataverse.asSystem({ method: "GET", path });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  return (JSON.parse(answer.body) as { value: Readonly<Record<string, unknown>>[] }).value;
}

/** Makes a row with an id; fails the test when it is refused. */
export function put(dataverse: Dataverse, path: string, body: object): void {
  const answer = dataverse.asSystem({ method: "PATCH", path, body });
  if (answer.status !== 204) throw new Error(`${path}: ${answer.status} ${answer.body}`);
}

const id = (end: string): string => `c0000000-0000-4000-8000-0000000000${end}`;

/** One conversation, with its contact: rows of the solution and of the platform that point at each other. */
export function converse(dataverse: Dataverse): void {
  put(dataverse, `contacts(${id("01")})`, { firstname: "Jane", lastname: "Doe" });
  put(dataverse, `msgn_contactnumbers(${id("02")})`, {
    msgn_phonenumber: "+15550100",
    "msgn_customerid_contact@odata.bind": `/contacts(${id("01")})`,
  });
  put(dataverse, `msgn_sessions(${id("03")})`, {
    msgn_name: "Jane Doe",
    msgn_businessnumber: "+15550999",
    "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${id("02")})`,
  });
  put(dataverse, `msgn_messages(${id("04")})`, {
    msgn_name: "Hello",
    msgn_body: "Hello, is it open today?",
    msgn_providermessageid: "p-1",
    "msgn_sessionid@odata.bind": `/msgn_sessions(${id("03")})`,
  });
}
