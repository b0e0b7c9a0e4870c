import type { Inbox } from "../../../shared/inbox/inbox";

/** An inbox, and what the open panel may ask of the agent's own settings, in one. @throws Error where the panel's code is not there */
export function withSettings(inbox: Inbox) {
  const actions = inbox.getActions();
  if (!actions) throw new Error("The panel's code is not there.");
  return { ...actions.settings, ...inbox };
}
