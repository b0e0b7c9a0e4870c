import path from "node:path";
import { createDataverse } from "../dataverse";
import type { Dataverse } from "../dataverse";
import { importSolutions } from "../solution";
import type { ImportedSolutions } from "../solution";
import type { SolutionChange } from "../lifecycle";
import type { SolutionModel, SolutionReport } from "../../model";
import type { Bundle } from "./bundle";
import { createClock } from "./clock";
import type { Clock } from "./clock";
import { checkConfiguration } from "./configuration";
import type { SandboxConfiguration, WebApiConnection } from "./configuration";
import { dataFiles } from "./dataFiles";
import { defaultUsers } from "./defaultUsers";
import { createDirectory } from "./directory";
import { createFaults } from "./faults";
import { createImports } from "./imports";
import { listen } from "./listen";
import { createKeep } from "./keptLines";
import type { Keep } from "./keptLines";
import type { Person } from "./person";
import { createRequestLog } from "./requestLog";
import { createRouter } from "./router";
import { shellFiles } from "./shellFiles";
import { createSignIns } from "./signIns";
import { createTemperSwitch } from "./temperSwitch";
import { webApiRoot } from "./webApiRoute";

/** How to start a sandbox. */
export interface SandboxOptions {
  /** The solution zip, managed or not; of several, in the order of their import: each may use what the ones before it bring. */
  readonly solution: Uint8Array | readonly Uint8Array[];
  /** Default 0: any free one. */
  readonly port?: number;
  /** Folder of the data; default `:memory:`, which keeps nothing. */
  readonly data?: string;
  /** What is added to what follows from the zip; nothing when left out. As a function it may go by what the zips bring, and keep lines in the data folder. */
  readonly configuration?: SandboxConfiguration | ((model: SolutionModel, keep: Keep) => SandboxConfiguration);
  /** Pages of the app load themselves anew after `update`. Otherwise somebody has to. */
  readonly reloads?: boolean;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://localhost:3000/` */
  readonly url: string;
  readonly port: number;
  readonly people: readonly Person[];
  readonly dataverse: Dataverse;
  /** What of each imported solution is not played here, and what it lacks. */
  readonly reports: readonly SolutionReport[];
  readonly clock: Clock;
  /** Where the app is for a user: `http://kim.localhost:3000/`. */
  appUrl(login: string): string;
  /** This server's Web API as a user, for programs of the same process. */
  connect(login: string): WebApiConnection;
  /**
   * Imports the solution anew while the sandbox answers, as a new version comes into an environment that people work in. Rows and users stay.
   * @returns what the import of each zip did to the data @throws an error of the importer or StorageError; then all stays as it was
   */
  update(solution: Uint8Array | readonly Uint8Array[]): readonly SolutionChange[];
  /** Clears the request log: what made the data is not what the solution asked. */
  forgetRequests(): void;
  /** Builds the browser code now instead of at the first page. @throws BundleError */
  buildPages(): Promise<void>;
  /** Stops answering and closes the data. Calling it twice is fine. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox, in one process, on loopback addresses alone; it answers when the promise resolves. Where the folder is new, the
 * data are empty but for the platform's own rows.
 *
 * @throws an error of the importer (what is wrong with the zip), StorageError (what is wrong with the data), PortError, and Error for
 *   a configuration that cannot be used
 */
export async function createSandbox({ configuration: given = {}, ...options }: SandboxOptions): Promise<Sandbox> {
  const folder = options.data === undefined || options.data === ":memory:" ? undefined : options.data;
  let solution = readZips(options.solution);
  const configuration = typeof given === "function" ? given(solution.model, createKeep(folder)) : given;
  checkConfiguration(configuration);
  const directory = createDirectory(configuration.users ?? defaultUsers(solution.model.roles));
  const clock = createClock(folder && path.join(folder, dataFiles.clock));
  const dataverse = createDataverse({
    model: solution.model,
    solutions: solution.models,
    storage: folder ? path.join(folder, dataFiles.database) : ":memory:",
    now: () => clock.now(),
    users: directory.people,
    teams: configuration.teams ?? [],
    businessUnits: configuration.businessUnits ?? [],
  });
  const { pages = [], routes = {}, pageFiles } = configuration;
  const shell = lazily(shellFiles);
  const files = lazily(pageFiles ?? (() => Promise.resolve(new Map())));
  const connection: { root: string } = { root: "" };
  const connect = (login: string): WebApiConnection => ({ root: connection.root, token: login });
  const context = { clock, connect, rows: (path: string) => rowsOf(dataverse, path), onChange: dataverse.onChange };
  const log = createRequestLog();
  const [temper, signIns, imports] = [createTemperSwitch(), createSignIns(), createImports()];
  const router = createRouter({
    api: { dataverse, clock, faults: createFaults(), log, directory, temper, signIns },
    files: {
      ...{ dataverse, directory, temper, shell },
      get solution() {
        return solution;
      },
      ...(options.reloads ? { imports } : {}),
      firstPageLink: ["All users", ...pages.map(({ name }) => name)].join(", "),
    },
    pages: {
      directory,
      signIns,
      title: configuration.title ?? titleOf(solution),
      introduction: configuration.introduction ?? "",
      get reports() {
        return solution.reports;
      },
      more: pages,
      files,
    },
    routes,
    context,
  });
  try {
    const listening = await listen(options.port ?? 0, router);
    const { port } = listening;
    // By address: not every system's resolver knows `localhost` by both protocols.
    connection.root = `http://127.0.0.1:${port}${webApiRoot}`;
    const service = configuration.startService?.(context);
    let closing: Promise<void> | undefined;
    const close = async (): Promise<void> => {
      try {
        imports.stop();
        await service?.stop();
      } finally {
        await listening.close().finally(() => dataverse.close());
      }
    };
    return {
      url: `http://localhost:${port}/`,
      port,
      people: directory.people,
      dataverse,
      get reports() {
        return solution.reports;
      },
      clock,
      appUrl: (login) => `http://${login}.localhost:${port}/`,
      connect,
      update(zips) {
        const next = readZips(zips);
        const changes = dataverse.update(next.model, next.models);
        solution = next;
        imports.note();
        return changes;
      },
      forgetRequests: () => log.clear(),
      buildPages: async () => {
        await Promise.all([shell(), files()]);
      },
      close: () => (closing ??= close()),
    };
  } catch (error) {
    dataverse.close();
    throw error;
  }
}

/** @throws SolutionImportError */
function readZips(zips: Uint8Array | readonly Uint8Array[]): ImportedSolutions {
  return importSolutions(zips instanceof Uint8Array ? [zips] : zips);
}

/** @throws Error with Dataverse's words where it is refused */
function rowsOf(dataverse: Dataverse, path: string): readonly Readonly<Record<string, unknown>>[] {
  const { status, body } = dataverse.asSystem({ method: "GET", path });
  const answer = JSON.parse(body) as { value?: readonly Readonly<Record<string, unknown>>[]; error?: { message: string } };
  if (answer.value === undefined) throw new Error(`${path}: ${status} ${answer.error?.message ?? "is no list of rows."}`);
  return answer.value;
}

function titleOf({ model }: ImportedSolutions): string {
  return model.apps[0]?.labels["1033"] ?? model.uniqueName;
}

/** Makes it at the first call. A failure is not kept: the next call tries again. */
function lazily(make: () => Promise<Bundle>): () => Promise<Bundle> {
  let made: Promise<Bundle> | undefined;
  return () =>
    (made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
}
