/** What the tabs and scripts of one user in one browser tell each other. User ids are as `guid` writes them. */
import type { Channel, ChannelMessage } from "../inbox/ports";

const TYPES: readonly string[] = ["reading", "begun", "done", "takenBack", "read", "settings"];

/** Per user: others in the same browser never hear it. The number goes up when the messages change their form, so that two versions do not talk to each other. */
const channelName = (userId: string) => `msgn_MessageNotification:2:${userId}`;

/** Says one thing to the tabs of a user, from a script that has nothing to hear. */
export function announce(userId: string, message: ChannelMessage): void {
  const channel = open(userId);
  try {
    channel?.postMessage(message);
  } finally {
    channel?.close();
  }
}

/** Opens the channel of a user. Without BroadcastChannel each tab is on its own. */
export function openChannel(userId: string): Channel & { close(): void } {
  const channel = open(userId);
  if (!channel) return { post: () => undefined, listen: () => () => undefined, close: () => undefined };
  let isClosed = false;
  return {
    // An action may end after the control that began it is gone.
    post: (message) => {
      if (!isClosed) channel.postMessage(message);
    },
    listen(listener) {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        if (isMessage(data)) listener(data);
      };
      channel.addEventListener("message", onMessage);
      return () => channel.removeEventListener("message", onMessage);
    },
    close: () => {
      isClosed = true;
      channel.close();
    },
  };
}

/** Null where there is none, or where this frame may not use it (blocked third-party storage). */
function open(userId: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(channelName(userId));
  } catch {
    return null;
  }
}

/** During an upgrade a tab may run an older version of the product: messages that it does not know are passed over. */
function isMessage(data: unknown): data is ChannelMessage {
  return typeof data === "object" && data !== null && "type" in data && typeof data.type === "string" && TYPES.includes(data.type);
}
