import { complain } from "../complain";
import type { Attribute, Handler } from "./attribute";
import type { FormSession } from "./formSession";
import { dataLoad } from "./eventCodes";
import { executionContext } from "./executionContext";

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
  private readonly openHandlers: Handler[] = [];
  private readonly dataHandlers: Handler[] = [];
  private readonly saveHandlers: Handler[] = [];

  constructor(private readonly form: FormSession) {}

  /** The form's own OnLoad: once, when the form opens. */
  addOnOpen(handler: Handler): void {
    this.openHandlers.push(handler);
  }

  removeOnOpen(handler: Handler): void {
    remove(this.openHandlers, handler);
  }

  /** The data's OnLoad: whenever the row has been read. */
  addOnData(handler: Handler): void {
    this.dataHandlers.push(handler);
  }

  removeOnData(handler: Handler): void {
    remove(this.dataHandlers, handler);
  }

  addOnSave(handler: Handler): void {
    this.saveHandlers.push(handler);
  }

  removeOnSave(handler: Handler): void {
    remove(this.saveHandlers, handler);
  }

  /** The form has opened: runs its OnLoad handlers, then those of its data. */
  opened(): void {
    this.run("OnLoad", this.openHandlers, this.form, { getDataLoadState: () => dataLoad.initial });
    this.dataRead(dataLoad.initial);
  }

  /** The row has been read: runs the data's OnLoad handlers. */
  dataRead(state: number): void {
    this.run("data OnLoad", this.dataHandlers, this.form, { getDataLoadState: () => state });
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
