/** The web resource `msgn_/launcher.js`: one global, `MessageNotification`, with what the ribbon and the host form call. */
import { onLoad as onHostFormLoad } from "./hostForm";
import { isAvailable, openMessages } from "./ribbon";

Object.assign(window, {
  MessageNotification: {
    Ribbon: { isAvailable, openMessages },
    HostForm: { onLoad: onHostFormLoad },
  },
});

// Marks this file as a module: without it the bundler takes it for CommonJS, and wraps every file of the bundle.
export {};
