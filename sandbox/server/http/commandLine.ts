import path from "node:path";
import { parseArgs } from "node:util";

/** What `npm start` was asked for. */
export interface StartOptions {
  /** Begin with new data. */
  readonly reset: boolean;
  /** Leave out the demonstration sessions. */
  readonly empty: boolean;
  /** Remove the solution from the data instead of starting. */
  readonly uninstall: boolean;
  /** Import this zip instead of the one that is built. */
  readonly solution: string | undefined;
  /** 0: any free one. */
  readonly port: number;
  /** Absolute folder, or `:memory:`. */
  readonly data: string;
}

/** The command line, or an environment variable, cannot be used; the message says what to write. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** How to start the sandbox, for people. */
export const usage = `Usage: npm start -- [options]
  --reset              begin with new data
  --empty              leave out the demonstration sessions
  --solution FILE.zip  import this solution zip instead of the one just built
  --uninstall          remove the solution and its rows from the data, keep the platform's, and end
  --help               show this
Environment: PORT (default 3000; 0: any free one), SANDBOX_DATA (folder of the data, default .sandbox; ":memory:" keeps nothing)`;

/** Options that npm takes for its own when the \`--\` before them is missing. */
const swallowed = ["reset", "empty", "solution", "uninstall"];

/**
 * Reads the command line and the environment.
 *
 * @param folder relative paths are relative to it
 * @returns undefined when help was asked for
 * @throws UsageError
 */
export function readCommandLine(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): StartOptions | undefined {
  const forgotten = swallowed.find((option) => env[`npm_config_${option}`]);
  if (forgotten) throw new UsageError(`npm kept --${forgotten} for itself. Write "--" before it: npm start -- --${forgotten}`);
  const values = parse(args);
  if (values.help) return undefined;
  if (values.uninstall && (values.reset ?? values.empty ?? values.solution) !== undefined) {
    throw new UsageError("--uninstall goes with no other option: it removes the solution that is in the data, and ends.");
  }
  if (values.solution === "") throw new UsageError("--solution needs the path of a zip.");
  return {
    reset: values.reset ?? false,
    empty: values.empty ?? false,
    uninstall: values.uninstall ?? false,
    solution: values.solution === undefined ? undefined : path.resolve(folder, values.solution),
    port: readPort(env.PORT),
    data: readData(env.SANDBOX_DATA, folder),
  };
}

interface Values {
  readonly reset?: boolean;
  readonly empty?: boolean;
  readonly uninstall?: boolean;
  readonly solution?: string;
  readonly help?: boolean;
}

function parse(args: readonly string[]): Values {
  try {
    return parseArgs({
      args: [...args],
      options: {
        reset: { type: "boolean" },
        empty: { type: "boolean" },
        uninstall: { type: "boolean" },
        solution: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
      allowPositionals: false,
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text.trim() === "") return 3000;
  const port = Number(text);
  if (!/^\s*\d{1,5}\s*$/.test(text) || port > 65_535) {
    throw new UsageError(`PORT is "${text}", which is no port. Set PORT to a number from 1 to 65535, or to 0 for any free one.`);
  }
  return port;
}

function readData(text: string | undefined, folder: string): string {
  const data = text?.trim() ? text.trim() : ".sandbox";
  return data === ":memory:" ? data : path.resolve(folder, data);
}
