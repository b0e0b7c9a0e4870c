/**
 * `npm start`: builds what is stale, imports the solution, serves it. Says what it does, and what to do where it cannot.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { PackError, buildIfStale, packSolution } from "../Solutions/build";
import { StorageError } from "./server/dataverse";
import { createConfiguration, createDemoSessions } from "./server/demo";
import { beginningOf, forgetBeginning, noteBeginning, prepareFolder, resetData } from "./server/demo/dataFolder";
import { BundleError, PortError, createSandbox, dataFiles, expectFreePort, people } from "./server/http";
import type { Sandbox } from "./server/http";
import { UsageError, readCommandLine, usage } from "./server/http/commandLine";
import type { StartOptions } from "./server/http/commandLine";
import { openUninstaller, removalLines } from "./server/lifecycle";
import type { SolutionChange } from "./server/lifecycle";
import { SolutionImportError } from "./server/solution";

const root = path.join(__dirname, "..");

/** Errors whose message is all that people need; others are shown with their stack. */
const plainErrors = [UsageError, PortError, StorageError, SolutionImportError, PackError, BundleError];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const options = readCommandLine(process.argv.slice(2), process.env, process.cwd());
  if (!options) {
    say(usage);
    return;
  }
  if (options.uninstall) {
    uninstall(options.data);
    return;
  }
  await expectFreePort(options.port);
  const solution = await findSolution(options.solution);
  prepareFolder(options.data);
  if (options.reset) resetData(options.data);
  const sandbox = await createSandbox({ solution, port: options.port, data: options.data });
  stopGracefully(sandbox);
  sayChange(sandbox.dataverse.imported);
  try {
    await sandbox.buildPages();
    await fill(sandbox, options);
    sandbox.forgetRequests();
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  say(`Sandbox ready: ${sandbox.url}`);
}

async function findSolution(file: string | undefined): Promise<Uint8Array> {
  if (file === undefined) {
    await buildIfStale(root, { log: say });
    return packSolution({ root, managed: true });
  }
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}. Give --solution the path of a solution zip.`);
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${error instanceof Error ? error.message : String(error)}). Give --solution a zip.`);
  }
}

/** An upgrade is worth a line, and what it took along another. */
function sayChange({ kind, uniqueName, version, from, removed }: SolutionChange): void {
  if (kind !== "upgraded") return;
  say(`${uniqueName} ${from ?? ""} → ${version}: the rows stay.`);
  if (removed.length > 0) say(`Removed with their data, because ${version} has them no more: ${removed.join(", ")}`);
}

/** Says what goes, then removes it. */
function uninstall(folder: string): void {
  if (folder === ":memory:") throw new UsageError("SANDBOX_DATA is :memory:, where nothing is kept: there is nothing to uninstall.");
  const uninstaller = openUninstaller(path.join(folder, dataFiles.database));
  try {
    for (const line of uninstaller.removals.flatMap(removalLines)) say(line);
    uninstaller.remove();
    forgetBeginning(folder);
  } finally {
    uninstaller.close();
  }
  say("Removed. The platform's tables and rows (users, contacts, accounts …) stay; npm start imports the solution anew.");
}

/** Configuration and demonstration sessions, once for each data folder. */
async function fill(sandbox: Sandbox, options: StartOptions): Promise<void> {
  const began = beginningOf(options.data);
  if (began !== undefined) {
    if (began === "empty" && !options.empty) say("These data began with --empty: npm start -- --reset brings the demonstration sessions.");
    return;
  }
  const target = {
    connect: (login: string) => sandbox.connect(login),
    now: () => sandbox.clock.now(),
    userId: (login: string) => people.find((person) => person.login === login)?.id ?? "",
  };
  await createConfiguration(target);
  if (!options.empty) {
    say("Creating the demonstration sessions …");
    await createDemoSessions(target);
  }
  noteBeginning(options.data, options.empty ? "empty" : "demonstration");
}

/** Stops on Ctrl+C, on SIGTERM, and when the `tsx` that started this process was killed: nobody could stop it then. */
function stopGracefully(sandbox: Sandbox): void {
  const stop = (): void => {
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const parent = process.ppid;
  const ownedByTsx = process.execArgv.some((argument) => argument.includes("tsx") && argument.includes("preflight"));
  if (ownedByTsx) setInterval(() => process.ppid !== parent && stop(), 500).unref();
}

// Whoever read the output has gone: no reason to stop serving.
process.stdout.on("error", () => undefined);

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  const isPlain = plainErrors.some((type) => error instanceof type);
  const text = isPlain || !(error instanceof Error) ? message : (error.stack ?? message);
  process.stderr.write(`${text}\n`, () => process.exit(1));
});
