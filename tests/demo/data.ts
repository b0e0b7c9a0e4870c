/** A folder with the sandbox's data for one test, on disk as `npm start` keeps them, and one conversation to fill them with. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { frontDesk, people } from "../../demo/users";
import { createDataverse } from "../../sandbox/server/dataverse";
import type { Dataverse } from "../../sandbox/server/dataverse";
import { Database } from "../../sandbox/server/dataverse/storage/database";
import { importSolution } from "../../sandbox/server/solution";

/** A row as the tests read it. */
export type Row = Readonly<Record<string, unknown>>;

export class Data {
  readonly folder = mkdtempSync(join(tmpdir(), "demo-data-"));
  readonly file = join(this.folder, "dataverse.sqlite");

  /** Imports a zip into the data; gives back the Web API on them. */
  open(zip: Uint8Array): Dataverse {
    const { model } = importSolution(zip);
    return createDataverse({ model, storage: this.file, now: () => Date.UTC(2026, 10, 22, 18), users: people, teams: [frontDesk] });
  }

  /** Imports a zip, and makes one conversation with its contact. */
  fill(zip: Uint8Array): void {
    const dataverse = this.open(zip);
    converse(dataverse);
    dataverse.close();
  }

  /** Reads the database itself. */
  read(sql: string): readonly Row[] {
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

/** Asks the Web API as the platform itself. @throws Error when it refuses */
export function rowsOf(dataverse: Dataverse, path: string): readonly Row[] {
  const answer = dataverse.asSystem({ method: "GET", path });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  return (JSON.parse(answer.body) as { value: readonly Row[] }).value;
}

function put(dataverse: Dataverse, path: string, body: object): void {
  const answer = dataverse.asSystem({ method: "PATCH", path, body });
  if (answer.status !== 204) throw new Error(`${path}: ${answer.status} ${answer.body}`);
}

const id = (end: string): string => `c0000000-0000-4000-8000-0000000000${end}`;

/** One conversation, with its contact: rows of the product and of the platform that point at each other. */
function converse(dataverse: Dataverse): void {
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
