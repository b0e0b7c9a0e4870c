import { complain } from "../complain";

/** Where the failures of a form's handlers are reported. The platform shows them to the user; so does the shell. */
export class ScriptErrors {
  private readonly reporters = new Set<(error: unknown, where: string) => void>();

  /** Calls the reporter with each failure. Returns what ends that. */
  onError(reporter: (error: unknown, where: string) => void): () => void {
    this.reporters.add(reporter);
    return () => {
      this.reporters.delete(reporter);
    };
  }

  /** Reports a failure, to the console as well. */
  report(error: unknown, where: string): void {
    complain(error);
    for (const reporter of this.reporters) reporter(error, where);
  }
}

/** The one of the app: every form reports to it, and the shell shows what it hears. */
export const scriptErrors = new ScriptErrors();
