/**
 * The web resource `msgn_/forms.js`: one global, `MessageNotificationForms`, with what the product's own forms call. Apart from the
 * launcher, so that starting an app does not load what only these forms need.
 */
import { report } from "../shared/browser/report";
import { createClient } from "../shared/dataverse/client";
import { guid } from "../shared/dataverse/values";
import type { Platform } from "../launcher/platform";
import { isInConversationPane } from "./isInConversationPane";
import { onBusinessNumberLoad } from "./onBusinessNumberLoad";
import { onConfigurationLoad } from "./onConfigurationLoad";
import { onContactNumberLoad } from "./onContactNumberLoad";
import { onMessageLoad } from "./onMessageLoad";
import { onSessionLoad } from "./onSessionLoad";
import type { FormTools } from "./formTools";

/**
 * The platform's entry point. By way of the window: in a file that names it alone, Microsoft's solution checker takes the `attributes` of a
 * form's data for those of an HTML element.
 */
interface WithXrm {
  readonly Xrm: { readonly Utility: Xrm.Utility } & Platform;
}

/** The user of now: a script outlives the page that it was loaded for. */
function toolsOfNow(): FormTools {
  const context = (window as unknown as WithXrm).Xrm.Utility.getGlobalContext();
  return {
    userId: guid(context.userSettings.userId),
    languageId: context.userSettings.languageId,
    client: createClient((url, init) => fetch(url, init), context.getClientUrl()),
    isInPane: (rowId) => isInConversationPane((window as unknown as WithXrm).Xrm, rowId),
    report,
  };
}

/** A form's OnLoad handler, as the solution's forms name it. */
function handler(onLoad: (form: Xrm.FormContext, tools: FormTools) => void) {
  return { onLoad: (event: Xrm.Events.EventContext) => onLoad(event.getFormContext(), toolsOfNow()) };
}

Object.assign(window, {
  MessageNotificationForms: {
    BusinessNumber: handler(onBusinessNumberLoad),
    Configuration: handler(onConfigurationLoad),
    ContactNumber: handler(onContactNumberLoad),
    Message: handler(onMessageLoad),
    Session: handler(onSessionLoad),
  },
});

// Marks this file as a module: without it the bundler takes it for CommonJS, and wraps every file of the bundle.
export {};
