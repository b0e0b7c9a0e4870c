import { messageOf } from "../complain";
import { CannotSave } from "./formSession";
import type { FormSession } from "./formSession";
import { saveMode } from "./eventCodes";

/** How long after a change an existing row is saved by itself (milliseconds), as on the platform. */
export const autosaveDelay = 30_000;

/**
 * Saves an existing row by itself, 30 s after a change. OnSave handlers run also when only columns that are never
 * submitted have changed: the platform does not promise to leave them out. Returns what ends it.
 */
export function startAutosave(form: FormSession, timers: Pick<Window, "setTimeout" | "clearTimeout"> = window): () => void {
  let timer: number | undefined;
  const run = (): void => {
    timer = undefined;
    form.save(saveMode.autoSave).catch((error: unknown) => {
      if (error instanceof CannotSave) return;
      form.notify({
        id: "autosave",
        level: "ERROR",
        text: `The row was not saved: ${messageOf(error)}`,
      });
    });
  };
  const known = new Map<string, unknown>();
  const watch = (): void => {
    let different = false;
    for (const attribute of form.attributes.values()) {
      if (attribute.isDirty && known.get(attribute.name) !== attribute.value) different = true;
      known.set(attribute.name, attribute.value);
    }
    if (different && form.id !== undefined && timer === undefined) timer = timers.setTimeout(run, autosaveDelay);
  };
  const stop = form.subscribe(watch);
  return () => {
    stop();
    if (timer !== undefined) timers.clearTimeout(timer);
  };
}
