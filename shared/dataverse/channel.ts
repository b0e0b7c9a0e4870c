/** What the tabs and scripts of one user in one browser tell each other. */
import type { Channel, ChannelMessage } from "../state/ports";
import { guid } from "./queries";

const TYPES: readonly string[] = ["reading", "acted", "read", "takenBack"];

/** Per user: others in the same browser never hear it. */
const nameOf = (userId: string) => `msgn_MessageNotification:${guid(userId)}`;

/** Says one thing to the tabs of a user, from a script that has nothing to hear. */
export function announce(userId: string, message: ChannelMessage): void {
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(nameOf(userId));
  channel.postMessage(message);
  channel.close();
}

/** Opens the channel of a user. Without BroadcastChannel each tab is on its own. */
export function openChannel(userId: string): Channel & { close(): void } {
  if (typeof BroadcastChannel === "undefined") return { post: () => undefined, listen: () => () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(nameOf(userId));
  return {
    post: (message) => channel.postMessage(message),
    listen(listener) {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        if (isMessage(data)) listener(data);
      };
      channel.addEventListener("message", onMessage);
      return () => channel.removeEventListener("message", onMessage);
    },
    close: () => channel.close(),
  };
}

/** Tabs may run different versions of the product during an upgrade: what is not known is not heard. */
function isMessage(data: unknown): data is ChannelMessage {
  return typeof data === "object" && data !== null && "type" in data && typeof data.type === "string" && TYPES.includes(data.type);
}
