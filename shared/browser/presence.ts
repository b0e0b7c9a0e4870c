/** Whether somebody is there in this window: one script announces itself, another asks. */
import { openBroadcast, typeOf } from "./broadcast";

/** How host forms are found. */
export interface Presence {
  /** Says now, and to everyone who asks later, that a host form is there; returns the way to end that. */
  announce(): () => void;
  /** Resolves to true as soon as a host form of this window says that it is there, to false after `ms`; to true where nobody can say. */
  isThere(ms: number): Promise<boolean>;
}

const NAME = "msgn_MessageNotification:hostForm:1";

/** @param windowId the id of the window, read anew at every use: other windows of this browser are not meant */
export function createPresence(windowId: () => string): Presence {
  const isOfThisWindow = (data: unknown): boolean => (data as { readonly windowId?: unknown }).windowId === windowId();
  return {
    announce() {
      const channel = openBroadcast(NAME);
      if (!channel) return () => undefined;
      const answer = () => channel.post({ type: "here", windowId: windowId() });
      channel.listen((data) => {
        if (typeOf(data) === "who" && isOfThisWindow(data)) answer();
      });
      answer();
      return () => channel.close();
    },
    isThere(ms) {
      const channel = openBroadcast(NAME);
      if (!channel) return Promise.resolve(true);
      return new Promise<boolean>((resolve) => {
        const end = (isThere: boolean) => {
          clearTimeout(timer);
          channel.close();
          resolve(isThere);
        };
        const timer = setTimeout(() => end(false), ms);
        channel.listen((data) => {
          if (typeOf(data) === "here" && isOfThisWindow(data)) end(true);
        });
        channel.post({ type: "who", windowId: windowId() });
      });
    },
  };
}
