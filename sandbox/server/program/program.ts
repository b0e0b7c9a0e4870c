import type { SolutionModel } from "../../model";
import type { Keep } from "../http/keptLines";
import type { SandboxConfiguration } from "../http/configuration";
import type { Sandbox } from "../http/createSandbox";
import type { Flag } from "./commandLine";

/** What first rows are made with. */
export interface FirstRowsContext {
  /** It answers already: rows are made through its Web API, as its users, with their rights. */
  readonly sandbox: Sandbox;
  /** Names of the program's options that were given. */
  readonly flags: ReadonlySet<string>;
  /** Prints a line. */
  readonly say: (line: string) => void;
}

/** Rows that data begin with. */
export interface FirstRows {
  /**
   * Makes them: once for each data folder, and again where the last try did not come to its end.
   *
   * @returns a word for how these data began, kept with them; undefined where the imported solutions have no place for them: the next start
   *   asks again
   */
  make(context: FirstRowsContext): Promise<string | undefined>;
  /** What to say to a start over data that are there already. @param began the word of `make` */
  remark?(began: string, flags: ReadonlySet<string>): string | undefined;
}

/** A program that runs a sandbox: what its command line takes, and what it adds to the solution zip. */
export interface Program {
  /** What people type before the options, for messages: `npm start --`. */
  readonly command: string;
  /** What to import when `--solution` is not given. Without it, `--solution` must be. */
  readonly builtSolution?: {
    /** For the usage text: "the one just built". */
    readonly name: string;
    /** Gives the zip. */
    make(say: (line: string) => void): Promise<Uint8Array>;
    /**
     * Called once the sandbox answers. It may build on, and hand over each new zip, which is imported over the data; open pages of the app then load
     * themselves anew.
     *
     * @param update imports the zip @throws an error of the importer, or StorageError, where it is refused: what was there goes on
     */
    watch?(update: (zip: Uint8Array) => void, say: (line: string) => void): void;
  };
  /** Options besides the sandbox's own, for the first rows. */
  readonly flags?: readonly Flag[];
  /** As a function it may go by what the imported solutions bring, and keep lines in the data folder. */
  readonly configuration?: SandboxConfiguration | ((model: SolutionModel, keep: Keep) => SandboxConfiguration);
  readonly firstRows?: FirstRows;
  /** Lines below the one that says that the sandbox is ready: what to open, and what to try. */
  readonly welcome?: (sandbox: Sandbox) => readonly string[];
  /** Error classes whose message is all that people need; others are shown with their stack. The sandbox's own are among them. */
  readonly plainErrors?: readonly (abstract new (...args: never[]) => Error)[];
}
