import { functionNamed, ScriptLoader } from "../form/scriptLoader";
import type { RibbonCall } from "../../model";

/** What stands for something on a page in a ribbon call: the value of a `CrmParameter` by its name. */
export interface PageValues {
  /** The form's `formContext`; a list has none here. */
  readonly PrimaryControl?: object;
  readonly PrimaryEntityTypeName: string;
  /** The form's row; none on a new one and on a list. */
  readonly FirstPrimaryItemId?: string;
}

/** Where the ribbon's scripts run. */
export interface RibbonFrame {
  /**
   * Loads the call's library (once) and calls its function.
   * @param page the page whose command bar calls; the global bar has none
   * @throws Error when the library or the function is missing, or a parameter has no value here
   */
  call(call: RibbonCall, page?: PageValues): Promise<unknown>;
}

/**
 * Makes the hidden iframe in which the ribbon's scripts run, as on the platform: it has another document and other globals, and its
 * `Xrm` is the page's.
 * @throws Error when the browser gives the iframe no document
 */
export function makeRibbonFrame(owner: Document, xrm: object, id = "ClientApiFrame"): RibbonFrame {
  const frame = owner.createElement("iframe");
  frame.id = id;
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
    call: async (call, page) => {
      await loader.loadWebResource(call.library);
      return functionNamed(scope, call.functionName)(...call.parameters.map((parameter) => parameterValue(parameter, page)));
    },
  };
}

/**
 * The value of a parameter: a constant, or what the page has under that name.
 * @throws Error for a parameter that stands for something which the page does not have, or the sandbox does not know
 */
export function parameterValue({ kind, value }: { readonly kind: string; readonly value: string }, page?: PageValues): unknown {
  switch (kind) {
    case "StringParameter":
      return value;
    case "BoolParameter":
      return value === "true" || value === "1";
    case "IntParameter":
    case "DecimalParameter":
      return Number(value);
    default:
      if (kind === "CrmParameter" && page !== undefined && Object.hasOwn(page, value)) return page[value as keyof PageValues];
      throw new Error(`The sandbox does not support the ribbon parameter ${kind} (${value}).`);
  }
}
