/**
 * The web resource `msgn_/forms.js`: one global, `MessageNotificationForms`, with what the product's own forms call. Apart from the
 * launcher, so that starting an app does not load what only these forms need.
 */
import { onLoad as onConfigurationLoad } from "./configuration";
import { onLoad as onContactNumberLoad } from "./contactNumber";
import { onLoad as onMessageLoad } from "./message";
import { onLoad as onSessionLoad } from "./session";

Object.assign(window, {
  MessageNotificationForms: {
    Configuration: { onLoad: onConfigurationLoad },
    ContactNumber: { onLoad: onContactNumberLoad },
    Message: { onLoad: onMessageLoad },
    Session: { onLoad: onSessionLoad },
  },
});

// Marks this file as a module: without it the bundler takes it for CommonJS, and wraps every file of the bundle.
export {};
