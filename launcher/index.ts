/** The web resource `msgn_/launcher.js`: one global, `MessageNotification`, with what the ribbon and the host form call. */
import { report } from "../shared/browser/report";
import { createClient } from "../shared/dataverse/client";
import { onHostFormLoad } from "./hostForm";
import { platform } from "./platform";
import { createRibbon } from "./ribbon";

const ribbon = createRibbon({
  platform,
  connect: (origin) => createClient((url, init) => fetch(url, init), origin),
  report,
});

Object.assign(window, {
  MessageNotification: {
    Ribbon: ribbon,
    HostForm: { onLoad: (event: Xrm.Events.EventContext) => onHostFormLoad(event.getFormContext(), platform) },
  },
});

// Marks this file as a module: without it the bundler takes it for CommonJS, and wraps every file of the bundle.
export {};
