/** What the tabs and scripts of one user in one browser tell each other. */
import type { Channel, ChannelMessage } from "../inbox/ports";
import { guid } from "../dataverse/values";

const TYPES: readonly string[] = ["reading", "acted", "settled", "read", "takenBack"];

/** Per user: others in the same browser never hear it. The number changes when messages change their form. */
const nameOf = (userId: string) => `msgn_MessageNotification:1:${guid(userId)}`;

/** Says one thing to the tabs of a user, from a script that has nothing to hear. */
export function announce(userId: string, message: ChannelMessage): void {
  const channel = open(userId);
  channel?.postMessage(message);
  channel?.close();
}

/** Null where there is none, or where this frame may not use it (blocked third-party storage). */
function open(userId: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(nameOf(userId));
  } catch {
    return null;
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

/** Tabs may run different versions of the product during an upgrade: what is not known is not heard. */
function isMessage(data: unknown): data is ChannelMessage {
  return typeof data === "object" && data !== null && "type" in data && typeof data.type === "string" && TYPES.includes(data.type);
}
