import { complain } from "../complain";
import type { Attribute, Handler } from "./attribute";
import type { FormSession } from "./form-session";
import { executionContext } from "./execution-context";

/** A handler of a form has failed. The platform shows this to the user; so does the shell. */
export class ScriptErrors {
  private readonly reporters = new Set<(error: unknown, where: string) => void>();

  /** Hears of failures. Returns what ends that. */
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

/** Who shows script errors: the shell. */
export const scriptErrors = new ScriptErrors();

/** The form's events and who handles them. */
export class FormEvents {
  private readonly loadHandlers: Handler[] = [];
  private readonly saveHandlers: Handler[] = [];

  constructor(private readonly form: FormSession) {}

  addOnLoad(handler: Handler): void {
    this.loadHandlers.push(handler);
  }

  removeOnLoad(handler: Handler): void {
    remove(this.loadHandlers, handler);
  }

  addOnSave(handler: Handler): void {
    this.saveHandlers.push(handler);
  }

  removeOnSave(handler: Handler): void {
    remove(this.saveHandlers, handler);
  }

  /** Runs the OnLoad handlers. `dataLoadState`: 1 the form opens, 2 the data was refreshed. */
  load(dataLoadState: number): void {
    this.run("OnLoad", this.loadHandlers, this.form, { getDataLoadState: () => dataLoadState });
  }

  /** Runs the OnSave handlers; says whether one prevented the save. */
  save(mode: number): { readonly prevented: boolean } {
    const outcome = { prevented: false };
    this.run("OnSave", this.saveHandlers, this.form, {
      getSaveMode: () => mode,
      isDefaultPrevented: () => outcome.prevented,
      preventDefault: () => {
        outcome.prevented = true;
      },
    });
    return outcome;
  }

  /** Runs a column's OnChange handlers. */
  change(attribute: Attribute, handlers: readonly Handler[]): void {
    this.run(`OnChange of ${attribute.name}`, handlers, attribute, {});
  }

  private run(event: string, handlers: readonly Handler[], source: FormSession | Attribute, eventArgs: object): void {
    handlers.forEach((handler, depth) => {
      try {
        const result = handler(executionContext(this.form, source, eventArgs, depth));
        if (result instanceof Promise) result.catch((error: unknown) => scriptErrors.report(error, event));
      } catch (error) {
        scriptErrors.report(error, event);
      }
    });
  }
}

function remove(handlers: Handler[], handler: Handler): void {
  const at = handlers.indexOf(handler);
  if (at >= 0) handlers.splice(at, 1);
}
