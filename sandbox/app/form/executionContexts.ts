import { strict } from "../strict";
import { attributeFacade } from "./attributeFacade";
import { formContext } from "./formContext";
import type { MakeContext } from "./formEvents";
import type { FormSession } from "./formSession";

/** Makes the execution contexts that the handlers of a form receive. */
export function executionContexts(form: FormSession): MakeContext {
  return (source, eventArgs, depth) => {
    const shared = new Map<string, unknown>();
    return strict(
      {
        getFormContext: () => formContext(form),
        getEventSource: () => (source === undefined ? formContext(form).data.entity : attributeFacade(source, form)),
        getEventArgs: () => strict(eventArgs, "eventArgs"),
        getDepth: () => depth,
        getSharedVariable: (key: string): unknown => shared.get(key),
        setSharedVariable: (key: string, value: unknown): void => {
          shared.set(key, value);
        },
      },
      "executionContext",
    );
  };
}
