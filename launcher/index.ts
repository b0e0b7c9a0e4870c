/** The web resource `msgn_/launcher.js`: one global, `MessageNotification`, with what the ribbon and the forms call. */
import { onLoad as onHostFormLoad } from "./hostForm";
import { isAvailable, openMessages } from "./ribbon";
import { onLoad as onSessionFormLoad } from "./sessionForm";

Object.assign(globalThis, {
  MessageNotification: {
    Ribbon: { isAvailable, openMessages },
    HostForm: { onLoad: onHostFormLoad },
    SessionForm: { onLoad: onSessionFormLoad },
  },
});
