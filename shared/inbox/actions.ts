/** What an agent does to the notifications of an inbox: to one, or to several at once. */
import type { ActionGateway } from "./ports";
import { createSessionActions } from "./sessionActions";
import type { ActionTools, SessionActions } from "./sessionActions";
import { createSeveral } from "./several";
import type { Several } from "./several";

/** The actions of one inbox. Nothing here rejects: what goes wrong becomes a notice, and a bug is reported besides. */
export interface Actions extends SessionActions {
  /** The same for several notifications at once. */
  readonly several: Several;
}

/** Makes the actions of an inbox. Their code is the panel's: nobody acts before that is there. @param server what is written to */
export function createActions(tools: ActionTools, server: ActionGateway): Actions {
  const single = createSessionActions(tools, server);
  const several = createSeveral({ ...tools, gateway: { ...server, readInbox: tools.readInbox } });
  return {
    ...single,
    several,
    destroy() {
      single.destroy();
      several.destroy();
    },
  };
}
