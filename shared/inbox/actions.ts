/** What an agent does to the notifications of an inbox: to one, or to several at once. */
import type { InboxSession, Mark } from "../domain/session";
import type { ActionGateway } from "./ports";
import { createReplyWatch } from "./replyWatch";
import { createSessionActions } from "./sessionActions";
import type { ActionTools, SessionActions } from "./sessionActions";
import { createSeveral } from "./several";
import type { Several } from "./several";

/** The actions of one inbox. Nothing here rejects: what goes wrong becomes a notice, and a bug is reported besides. */
export interface Actions extends SessionActions {
  /** The same for several notifications at once. */
  readonly several: Several;
  /** The viewer has answered a conversation of theirs, and its texts up to the mark are read: it leaves the list here and in the other tabs, unless there are others. A reply is looked for. */
  readonly answered: (session: InboxSession, mark: Mark) => void;
}

/** Makes the actions of an inbox. Their code is the panel's: nobody acts before that is there. @param server what is written to */
export function createActions(tools: ActionTools, server: ActionGateway): Actions {
  const { overlays, channel, refresh } = tools;
  const single = createSessionActions(tools, server);
  const several = createSeveral({ ...tools, gateway: { ...server, readInbox: tools.readInbox } });
  const replies = createReplyWatch(tools);
  return {
    ...single,
    several,
    answered({ id: sessionId, contactNumberId }, mark) {
      const begun = { action: "view", sessionId, contactNumberId, mark } as const;
      overlays.moveTo(overlays.begin(begun, "elsewhere").id, "done");
      channel.post({ type: "begun", ...begun });
      channel.post({ type: "done", sessionId });
      refresh();
      replies.begin();
    },
    destroy() {
      single.destroy();
      several.destroy();
      replies.destroy();
    },
  };
}
