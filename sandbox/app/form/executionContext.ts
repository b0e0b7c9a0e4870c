import { strict } from "../strict";
import { Attribute } from "./attribute";
import { attributeFacade } from "./attributeFacade";
import { formContext } from "./formContext";
import type { FormSession } from "./formSession";

/** What a handler of a form receives as its execution context. */
export function executionContext(form: FormSession, source: FormSession | Attribute, eventArgs: object, depth: number): object {
  const shared = new Map<string, unknown>();
  return strict(
    {
      getFormContext: () => formContext(form),
      getEventSource: () => (source instanceof Attribute ? attributeFacade(source, form) : formContext(form).data.entity),
      getEventArgs: () => strict(eventArgs, "eventArgs"),
      getDepth: () => depth,
      getSharedVariable: (key: string): unknown => shared.get(key),
      setSharedVariable: (key: string, value: unknown): void => {
        shared.set(key, value);
      },
    },
    "executionContext",
  );
}
