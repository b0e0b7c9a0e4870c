import type { Attribute, Handler } from "./attribute";
import { dataLoad } from "./eventCodes";
import { scriptErrors } from "./scriptErrors";

/**
 * Makes the execution context that a handler receives.
 * @param source the column whose event it is; undefined for an event of the form itself
 * @param depth the handler's position among those of the event
 */
export type MakeContext = (source: Attribute | undefined, eventArgs: object, depth: number) => object;

/** The form's events and who handles them. */
export class FormEvents {
  private readonly openHandlers: Handler[] = [];
  private readonly dataHandlers: Handler[] = [];
  private readonly saveHandlers: Handler[] = [];

  constructor(private readonly makeContext: MakeContext) {}

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
    this.run("OnLoad", this.openHandlers, undefined, { getDataLoadState: () => dataLoad.initial });
    this.dataRead(dataLoad.initial);
  }

  /** The row has been read: runs the data's OnLoad handlers. */
  dataRead(state: number): void {
    this.run("data OnLoad", this.dataHandlers, undefined, { getDataLoadState: () => state });
  }

  /** Runs the OnSave handlers; says whether one prevented the save. */
  save(mode: number): { readonly prevented: boolean } {
    const outcome = { prevented: false };
    this.run("OnSave", this.saveHandlers, undefined, {
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

  private run(event: string, handlers: readonly Handler[], source: Attribute | undefined, eventArgs: object): void {
    handlers.forEach((handler, depth) => {
      try {
        const result = handler(this.makeContext(source, eventArgs, depth));
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
