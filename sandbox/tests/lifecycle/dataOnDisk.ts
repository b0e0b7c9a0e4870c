/** The sandbox's data for one test, on disk as the sandbox keeps them. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SolutionModel } from "../../model";
import { createDataverse } from "../../server/dataverse";
import type { Dataverse, SandboxTeam, SandboxUser } from "../../server/dataverse";
import { Database } from "../../server/dataverse/storage/database";
import type { SolutionChange } from "../../server/lifecycle";
import { importSolution } from "../../server/solution";

/** A row as the tests read it. */
export type Row = Readonly<Record<string, unknown>>;

/** A folder for one test's data, and who uses them. */
export class DataOnDisk {
  readonly folder = mkdtempSync(join(tmpdir(), "sandbox-data-"));
  readonly file = join(this.folder, "dataverse.sqlite");

  constructor(
    private readonly users: readonly SandboxUser[],
    private readonly teams: readonly SandboxTeam[],
  ) {}

  /** Imports a zip, or a model of one, into the data; gives back the Web API on them. */
  open(solution: Uint8Array | SolutionModel): Dataverse {
    const model = solution instanceof Uint8Array ? importSolution(solution).model : solution;
    const { users, teams } = this;
    return createDataverse({ model, storage: this.file, now: () => Date.UTC(2026, 10, 22, 18), users, teams });
  }

  /** The same, when only the import matters. */
  import(solution: Uint8Array | SolutionModel): SolutionChange {
    const dataverse = this.open(solution);
    dataverse.close();
    const [change] = dataverse.imported;
    if (!change) throw new Error("Nothing was imported.");
    return change;
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
