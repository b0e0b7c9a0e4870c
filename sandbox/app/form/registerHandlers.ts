import type { Handler } from "./attribute";
import type { FormSession } from "./formSession";
import { functionNamed } from "./scriptLoader";
import type { ScriptLoader } from "./scriptLoader";

/**
 * Loads the form's libraries into the main window and registers the handlers that its FormXml names. A handler whose function
 * is missing fails when its event happens, as on the platform.
 * @throws Error when a library cannot be loaded, or a handler is for a column that is not on the form
 */
export async function registerHandlers(form: FormSession, loader: ScriptLoader, scope: object): Promise<void> {
  await Promise.all(form.form.libraries.map((library) => loader.loadWebResource(library)));
  for (const registration of form.form.handlers) {
    const handler: Handler = (context) => {
      const target = functionNamed(scope, registration.functionName);
      return registration.passExecutionContext ? target(context) : target();
    };
    if (registration.event === "onload") form.events.addOnOpen(handler);
    else if (registration.event === "onsave") form.events.addOnSave(handler);
    else attributeOf(form, registration.column).addOnChange(handler);
  }
}

function attributeOf(form: FormSession, column: string | undefined): { addOnChange(handler: Handler): void } {
  const attribute = column === undefined ? undefined : form.attributes.get(column);
  if (attribute === undefined) throw new Error(`The form ${form.form.id} handles OnChange of "${column ?? ""}", which is not on the form.`);
  return attribute;
}
