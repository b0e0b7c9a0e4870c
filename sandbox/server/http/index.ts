/**
 * The sandbox's server: the Web API, the app shell, the phone, and the controls under /sandbox. In one process, on loopback addresses alone.
 *
 *     const sandbox = await createSandbox({ solution: readFileSync("…_managed.zip"), port: 0 });
 *     await fetch(`${sandbox.url}api/data/v9.2/WhoAmI()`, { headers: { Authorization: "Bearer ana" } });
 *     await sandbox.close();
 */
import path from "node:path";
import type { Connection } from "../../gateway";
import { createDataverse } from "../dataverse";
import type { Dataverse } from "../dataverse";
import { importSolution } from "../solution";
import { bundle } from "./bundle";
import type { Bundle } from "./bundle";
import { createClock } from "./clock";
import type { Clock } from "./clock";
import { createFaults } from "./faults";
import { createRequestLog } from "./requestLog";
import { listen } from "./listen";
import { createRouter } from "./router";
import { frontDesk, people } from "./users";
import { webApiRoot } from "./webApiRoute";

export { BundleError } from "./bundle";
export { PortError, expectFreePort } from "./listen";
export { people } from "./users";

/** How to start a sandbox. */
export interface SandboxOptions {
  /** The solution zip, managed or not. */
  readonly solution: Uint8Array;
  /** Default 0: any free one. */
  readonly port?: number;
  /** Folder of the data; default `:memory:`, which keeps nothing. */
  readonly data?: string;
}

/** A running sandbox. */
export interface Sandbox {
  /** `http://localhost:3000/` */
  readonly url: string;
  readonly port: number;
  readonly dataverse: Dataverse;
  readonly clock: Clock;
  /** Where the app is for a user: `http://ana.localhost:3000/`. */
  appUrl(login: string): string;
  /** This server's Web API as a user, for the gateway client and the demonstration data. */
  connect(login: string): Connection;
  /** Clears the request log: what made the data is not what the product asked. */
  forgetRequests(): void;
  /** Builds the browser code now instead of at the first page. @throws BundleError */
  buildPages(): Promise<void>;
  /** Stops answering and closes the data. Calling it twice is fine. */
  close(): Promise<void>;
}

/** Names of what the data folder holds. */
export const dataFiles = { database: "dataverse.sqlite", clock: "clock.json" } as const;

/**
 * Starts a sandbox; it answers when the promise resolves. The data are empty but for the platform's own rows where the folder is new.
 *
 * @throws an error of the importer (what is wrong with the zip), StorageError (what is wrong with the data), PortError
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const folder = options.data === undefined || options.data === ":memory:" ? undefined : options.data;
  const solution = importSolution(options.solution);
  const clock = createClock(folder && path.join(folder, dataFiles.clock));
  const dataverse = createDataverse({
    model: solution.model,
    storage: folder ? path.join(folder, dataFiles.database) : ":memory:",
    now: () => clock.now(),
    users: people,
    teams: [frontDesk],
  });
  const sandboxFolder = path.join(__dirname, "..", "..");
  const shell = lazily(() => bundle({ main: path.join(sandboxFolder, "app", "main.tsx") }));
  const scripts = lazily(() =>
    bundle({
      phone: path.join(sandboxFolder, "pages", "browser", "phone.ts"),
      stage: path.join(sandboxFolder, "pages", "browser", "stage.ts"),
    }),
  );
  const connection: { root: string } = { root: "" };
  const connect = (login: string): Connection => ({ root: connection.root, token: login });
  const faults = createFaults();
  const log = createRequestLog();
  const router = createRouter({
    api: { dataverse, clock, faults, log },
    files: { solution, dataverse, shell },
    pages: { scripts },
    connect,
  });
  try {
    const listening = await listen(options.port ?? 0, router);
    const { port } = listening;
    // By address: not every system's resolver knows `localhost` by both protocols.
    connection.root = `http://127.0.0.1:${port}${webApiRoot}`;
    let closing: Promise<void> | undefined;
    return {
      url: `http://localhost:${port}/`,
      port,
      dataverse,
      clock,
      appUrl: (login) => `http://${login}.localhost:${port}/`,
      connect,
      forgetRequests: () => log.clear(),
      buildPages: async () => {
        await Promise.all([shell(), scripts()]);
      },
      close: () => (closing ??= listening.close().finally(() => dataverse.close())),
    };
  } catch (error) {
    dataverse.close();
    throw error;
  }
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
