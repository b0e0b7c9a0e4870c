/** One named channel between the scripts of this origin, in this window, its frames and other tabs. */

/** What goes through is data of anybody's: whoever listens looks at it before it is used. */
export interface Broadcast {
  /** Reaches every other opening of the same name; does nothing after `close`. */
  post(message: unknown): void;
  /** Returns the way to stop listening. */
  listen(listener: (data: unknown) => void): () => void;
  close(): void;
}

/** Null where there is none, or where this frame may not use it (blocked third-party storage). */
export function openBroadcast(name: string): Broadcast | null {
  let channel: BroadcastChannel;
  try {
    channel = new BroadcastChannel(name);
  } catch {
    return null;
  }
  let isClosed = false;
  const stops = new Set<() => void>();
  return {
    post(message) {
      if (!isClosed) channel.postMessage(message);
    },
    listen(listener) {
      const onMessage = ({ data }: MessageEvent<unknown>) => listener(data);
      channel.addEventListener("message", onMessage);
      const stop = () => channel.removeEventListener("message", onMessage);
      stops.add(stop);
      return stop;
    },
    close() {
      isClosed = true;
      for (const stop of stops) stop();
      channel.close();
    },
  };
}

/** The message's type, where it is an object that has one; empty otherwise. */
export function typeOf(data: unknown): string {
  return typeof data === "object" && data !== null && "type" in data && typeof data.type === "string" ? data.type : "";
}
