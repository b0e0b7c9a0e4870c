import path from "node:path";
import { parseArgs } from "node:util";

/** A yes-or-no option of one program. */
export interface Flag {
  /** Without its dashes. */
  readonly name: string;
  /** What it does, for the usage text. */
  readonly help: string;
}

/** How a program is called. */
export interface Syntax {
  /** What people type before the options: `npm start --`. */
  readonly command: string;
  /** Where the zip comes from when `--solution` is not given; undefined: it must be given. */
  readonly builtSolution?: string;
  readonly flags: readonly Flag[];
}

/** What a sandbox was asked for. */
export interface StartOptions {
  /** Begin with new data. */
  readonly reset: boolean;
  /** Remove the solution from the data instead of starting. */
  readonly uninstall: boolean;
  /** What `uninstall` asks is answered with yes. */
  readonly yes: boolean;
  /** Import these zips, in this order; empty: the program's own. */
  readonly solutions: readonly string[];
  /** The program's own options that were given. */
  readonly flags: ReadonlySet<string>;
  /** 0: any free one. */
  readonly port: number;
  /** Absolute folder, or `:memory:`. */
  readonly data: string;
}

/** The command line, or an environment variable, cannot be used; the message says what to write. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** How to start the program, for people. */
export function usage({ command, builtSolution, flags }: Syntax): string {
  const solution =
    builtSolution === undefined
      ? "import this solution zip; several times: in this order"
      : `import this solution zip instead of ${builtSolution}; several times: in this order`;
  const options: readonly (readonly [string, string])[] = [
    ["--reset", "begin with new data"],
    ...flags.map(({ name, help }) => [`--${name}`, help] as const),
    ["--solution FILE.zip", solution],
    ["--uninstall", "say what goes with the solution, ask, remove it with its rows from the data, keep the platform's, and end"],
    ["--yes", "with --uninstall: do not ask"],
    ["--help", "show this"],
  ];
  return `Usage: ${command}${builtSolution === undefined ? " --solution FILE.zip" : ""} [options]
${options.map(([option, help]) => `  ${option.padEnd(19)}  ${help}`).join("\n")}
Environment: PORT (default 3000; 0: any free one), SANDBOX_DATA (folder of the data, default .sandbox; ":memory:" keeps nothing)`;
}

/**
 * Reads the command line and the environment.
 *
 * @param folder relative paths are relative to it
 * @returns undefined when help was asked for
 * @throws UsageError
 */
export function readCommandLine(
  syntax: Syntax,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): StartOptions | undefined {
  refuseSwallowed(syntax, env);
  const values = parse(syntax, args);
  if (values.help) return undefined;
  const flags = new Set(syntax.flags.map(({ name }) => name).filter((name) => values[name]));
  const { reset = false, uninstall = false, yes = false } = values;
  const solutions = Array.isArray(values.solution) ? values.solution : [];
  if (uninstall && (reset || flags.size > 0 || solutions.length > 0)) {
    throw new UsageError("--uninstall goes with no other option: it removes the solution that is in the data, and ends.");
  }
  if (yes && !uninstall) throw new UsageError("--yes goes with --uninstall: nothing else asks.");
  if (solutions.includes("")) throw new UsageError("--solution needs the path of a zip.");
  if (solutions.length === 0 && !uninstall && syntax.builtSolution === undefined) {
    throw new UsageError(`Which solution? Give its zip: ${syntax.command} --solution FILE.zip\n\n${usage(syntax)}`);
  }
  return {
    reset: Boolean(reset),
    uninstall: Boolean(uninstall),
    yes: Boolean(yes),
    solutions: solutions.map((file) => path.resolve(folder, file)),
    flags,
    port: readPort(env.PORT),
    data: readData(env.SANDBOX_DATA, folder),
  };
}

/** npm takes options for its own when the `--` before them is missing. */
function refuseSwallowed({ command, flags }: Syntax, env: Readonly<Record<string, string | undefined>>): void {
  if (!command.startsWith("npm ")) return;
  const options = ["reset", ...flags.map(({ name }) => name), "solution", "uninstall"];
  const forgotten = options.find((option) => env[`npm_config_${option}`]);
  if (forgotten) throw new UsageError(`npm kept --${forgotten} for itself. Write "--" before it: ${command} --${forgotten}`);
}

function parse(syntax: Syntax, args: readonly string[]): Readonly<Record<string, string | boolean | string[] | undefined>> {
  const flag = { type: "boolean" } as const;
  try {
    const { values, tokens } = parseArgs({
      args: [...args],
      options: {
        reset: flag,
        uninstall: flag,
        yes: flag,
        solution: { type: "string", multiple: true },
        help: { type: "boolean", short: "h" },
        ...Object.fromEntries(syntax.flags.map(({ name }) => [name, flag])),
      },
      allowPositionals: false,
      tokens: true,
    });
    // Of a solution there may be several.
    const names = tokens.flatMap((token) => (token.kind === "option" && token.name !== "solution" ? [token.name] : []));
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new UsageError(`--${twice} is given twice. Give it once.`);
    return values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = /--(port|data)\b/.test(message)
      ? " The port is set by the environment variable PORT, the folder of the data by SANDBOX_DATA."
      : "";
    throw new UsageError(`${message}${hint}\n\n${usage(syntax)}`);
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
