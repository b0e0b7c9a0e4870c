/** The web resource `msgn_/launcher.js`: one global, `MessageNotification`, with what the ribbon, the host form and administrators' own pages call. */
import { createPresence } from "../shared/browser/presence";
import { openChannel } from "../shared/browser/channel";
import { openScriptEnd } from "../shared/browser/hostChannel";
import { report } from "../shared/browser/report";
import { createClient } from "../shared/dataverse/client";
import { guid } from "../shared/dataverse/values";
import { createConversationPanes } from "./conversationPanes";
import { createPutBack } from "./createPutBack";
import { onHostFormLoad } from "./hostForm";
import type { HostFormTools } from "./hostForm";
import { createLaunch } from "./launch";
import { platform } from "./platform";
import type { Platform } from "./platform";
import { createRibbon } from "./ribbon";

const random = () => Math.random();
const presence = createPresence(window);
/** The channel of the user of now. */
const openOwnChannel = () => openChannel(guid(platform()?.Utility.getGlobalContext().userSettings.userId ?? ""));
const hostFormTools: HostFormTools = {
  platform,
  presence,
  openScriptEnd,
  random,
  putBack: createPutBack(platform, report),
  conversations: createConversationPanes(openOwnChannel),
};
const launch = createLaunch({
  platform,
  connect: (origin) => createClient((url, init) => fetch(url, init), origin),
  presence,
  report,
  random,
});

Object.assign(window, {
  MessageNotification: {
    Ribbon: createRibbon(launch, platform),
    HostForm: { onLoad: (event: Xrm.Events.EventContext) => onHostFormLoad(event.getFormContext(), hostFormTools) },
    Launch: {
      /**
       * For administrators: OnLoad handler of any form, or a call of any web resource of theirs, that is to make the pane.
       * @param xrm the platform's entry point, for a web resource in a frame of its own
       */
      onLoad: (_event?: unknown, xrm?: Platform) => void launch.ensure("onLoad", xrm),
    },
  },
});

// Marks this file as a module: without it the bundler takes it for CommonJS, and wraps every file of the bundle.
export {};
