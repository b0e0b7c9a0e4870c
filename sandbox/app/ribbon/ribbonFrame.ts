import { functionNamed, ScriptLoader } from "../form/scriptLoader";
import type { RibbonCall } from "../../model";

/** Where the ribbon's scripts run. */
export interface RibbonFrame {
  /**
   * Loads the call's library (once) and calls its function.
   * @throws Error when the library or the function is missing
   */
  call(call: RibbonCall): Promise<unknown>;
}

/**
 * Makes the hidden iframe in which the ribbon's scripts run, as on the platform: it has another document and other globals, and its
 * `Xrm` is the page's.
 * @throws Error when the browser gives the iframe no document
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

/**
 * The value of a constant parameter.
 * @throws Error for a parameter that stands for something on the page
 */
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
