import { existsSync, readFileSync } from "node:fs";
import { StorageError } from "../dataverse";
import { BundleError } from "../http/bundleError";
import { createSandbox } from "../http/createSandbox";
import type { Sandbox } from "../http/createSandbox";
import { PortError, expectFreePort } from "../http/listen";
import type { SolutionChange } from "../lifecycle";
import { SolutionImportError, reportLines } from "../solution";
import { UsageError, readCommandLine, usage } from "./commandLine";
import type { StartOptions, Syntax } from "./commandLine";
import { askOnTerminal } from "./askOnTerminal";
import { beginningOf, noteBeginning, prepareFolder, resetData } from "./dataFolder";
import type { Program } from "./program";
import { stopGracefully } from "./stopGracefully";
import { uninstall } from "./uninstall";

const ownPlainErrors = [UsageError, PortError, StorageError, SolutionImportError, BundleError];

/**
 * Runs a sandbox as a program, by this process's command line, until it is stopped: imports the solution, fills new data, serves, and
 * prints `Sandbox ready: http://localhost:3000/` when it answers. What makes a start impossible is printed, with exit code 1.
 */
export function runSandbox(program: Program): void {
  // Whoever read the output has gone: no reason to stop serving.
  process.stdout.on("error", () => undefined);
  run(program).catch((error: unknown) => {
    const plainErrors = [...ownPlainErrors, ...(program.plainErrors ?? [])];
    const message = error instanceof Error ? error.message : String(error);
    const isPlain = plainErrors.some((type) => error instanceof type);
    const text = isPlain || !(error instanceof Error) ? message : (error.stack ?? message);
    process.stderr.write(`${text}\n`, () => process.exit(1));
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function run(program: Program): Promise<void> {
  const { builtSolution, configuration = {} } = program;
  const syntax: Syntax = {
    command: program.command,
    flags: program.flags ?? [],
    ...(builtSolution ? { builtSolution: builtSolution.name } : {}),
  };
  const options = readCommandLine(syntax, process.argv.slice(2), process.env, process.cwd());
  if (!options) {
    say(usage(syntax));
    return;
  }
  if (options.uninstall) {
    await uninstall(options.data, say, options.yes ? () => Promise.resolve(true) : askOnTerminal);
    return;
  }
  await expectFreePort(options.port);
  const solution = await findSolutions(program, options.solutions);
  prepareFolder(options.data);
  if (options.reset) resetData(options.data);
  say("Importing the solution …");
  const watched = options.solutions.length === 0 && builtSolution?.watch ? builtSolution : undefined;
  const sandbox = await createSandbox({ solution, port: options.port, data: options.data, configuration, reloads: watched !== undefined });
  stopGracefully(sandbox);
  sandbox.dataverse.imported.forEach(sayChange);
  sandbox.reports.flatMap(reportLines).forEach(say);
  try {
    await sandbox.buildPages();
    await fill(program, sandbox, options);
    sandbox.forgetRequests();
  } catch (error) {
    await sandbox.close();
    throw error;
  }
  say(`Sandbox ready: ${sandbox.url}`);
  const { welcome = defaultWelcome } = program;
  welcome(sandbox).forEach(say);
  watched?.watch?.((zip) => sandbox.update(zip).forEach(sayChange), say);
}

/** Where to begin in a sandbox of which nothing else is known. */
function defaultWelcome(sandbox: Sandbox): readonly string[] {
  const first = sandbox.people.find(({ human }) => human);
  return first
    ? [`  ${sandbox.appUrl(first.login)} opens the app as ${first.fullName}; the address above has everybody. Ctrl+C ends.`]
    : [];
}

async function findSolutions({ builtSolution }: Program, files: readonly string[]): Promise<readonly Uint8Array[]> {
  if (files.length > 0) return files.map(readZipFile);
  if (!builtSolution) throw new UsageError("--solution needs the path of a zip.");
  return [await builtSolution.make(say)];
}

function readZipFile(file: string): Uint8Array {
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

/** The program's first rows, once for each data folder. */
async function fill({ firstRows }: Program, sandbox: Sandbox, { data, flags }: StartOptions): Promise<void> {
  if (!firstRows) return;
  const began = beginningOf(data);
  if (began === undefined) {
    const begins = await firstRows.make({ sandbox, flags, say });
    if (begins !== undefined) noteBeginning(data, begins);
    return;
  }
  const remark = firstRows.remark?.(began, flags);
  if (remark !== undefined) say(remark);
}
