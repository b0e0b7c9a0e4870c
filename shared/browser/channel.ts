/** What the tabs and scripts of one user in one browser tell each other. User ids are as `guid` writes them. */
import type { Channel, ChannelMessage } from "../inbox/ports";
import { openBroadcast, typeOf } from "./broadcast";

const TYPES: readonly string[] = ["reading", "begun", "done", "takenBack", "read", "settings", "answered", "draft", "busy"];

/** Per user: others in the same browser never hear it. The number goes up when the messages change their form, so that two versions do not talk to each other. */
const channelName = (userId: string) => `msgn_MessageNotification:4:${userId}`;

/** Opens the channel of a user. Without BroadcastChannel each tab is on its own. An action may end after the control that began it is gone: then nothing is said. */
export function openChannel(userId: string): Channel & { close(): void } {
  const channel = openBroadcast(channelName(userId));
  if (!channel) return { post: () => undefined, listen: () => () => undefined, close: () => undefined };
  return {
    ...channel,
    listen: (listener) =>
      channel.listen((data) => {
        if (isMessage(data)) listener(data);
      }),
  };
}

/** During an upgrade a tab may run an older version of the product: messages that it does not know are passed over. */
function isMessage(data: unknown): data is ChannelMessage {
  return TYPES.includes(typeOf(data));
}
