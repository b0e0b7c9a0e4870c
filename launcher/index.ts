/** The web resource `msgn_/launcher.js`: one global, `MessageNotification`, with what the ribbon and the forms call. */
import * as HostForm from "./hostForm";
import * as Ribbon from "./ribbon";
import * as SessionForm from "./sessionForm";

export { HostForm, Ribbon, SessionForm };
