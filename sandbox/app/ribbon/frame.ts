import { functionNamed, ScriptLoader } from "../form/libraries";
import type { RibbonCall } from "../../model";

/** Where the ribbon's scripts run. */
export interface RibbonFrame {
  /** Loads the call's library (once) and calls its function. Rejects when the library or the function is missing. */
  call(call: RibbonCall): Promise<unknown>;
}

/**
 * A hidden iframe of its own for the ribbon's scripts, as the platform has it: another document, other globals, and `Xrm`
 * as a reference to the page's.
 */
export function makeRibbonFrame(owner: Document, xrm: object): RibbonFrame {
  const frame = owner.createElement("iframe");
  frame.id = "ClientApiFrame";
  frame.title = "";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  frame.hidden = true;
  owner.body.append(frame);
  const scope = frame.contentWindow;
  const inside = frame.contentDocument;
  if (scope === null || inside === null) throw new Error("The browser gave the ribbon's iframe no document.");
  Object.assign(scope, { Xrm: xrm });
  const loader = new ScriptLoader(inside);
  return {
    call: async (call) => {
      await loader.loadWebResource(call.library);
      return functionNamed(scope, call.functionName)(...call.parameters.map(parameterValue));
    },
  };
}

/** The value of a constant parameter. Throws for those that stand for something on the page. */
export function parameterValue({ kind, value }: { readonly kind: string; readonly value: string }): unknown {
  switch (kind) {
    case "StringParameter":
      return value;
    case "BoolParameter":
      return value === "true" || value === "1";
    case "IntParameter":
    case "DecimalParameter":
      return Number(value);
    default:
      throw new Error(`The sandbox does not support the ribbon parameter ${kind} (${value}).`);
  }
}
