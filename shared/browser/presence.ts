/**
 * Whether somebody is there in the window that the agent looks at: one script announces itself, another asks. The scripts of one window may
 * run in several frames, and share nothing that tells them from another window's; that the agent looks at it does, but for two windows side
 * by side.
 */
import { openBroadcast, typeOf } from "./broadcast";

/** How host forms are found. */
export interface Presence {
  /** Says now, and to everyone who asks later, that a host form is there; returns the way to end that. */
  announce(): () => void;
  /** Resolves to true as soon as a host form of a visible window says that it is there, to false after `ms`; to true where nobody can say. */
  isThere(ms: number): Promise<boolean>;
  /** Resolves when the agent looks at this window. */
  whenVisible(): Promise<void>;
}

const NAME = "msgn_MessageNotification:hostForm:1";
/** A window may come to the front while it is being asked (ms). */
const ASK_EVERY = 1_000;

/** @param document any of the window's: all of its frames are visible, or none */
export function createPresence(document: Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">): Presence {
  const isVisible = () => document.visibilityState !== "hidden";
  return {
    announce() {
      const channel = openBroadcast(NAME);
      if (!channel) return () => undefined;
      const answer = () => {
        if (isVisible()) channel.post({ type: "here" });
      };
      channel.listen((data) => {
        if (typeOf(data) === "who") answer();
      });
      answer();
      return () => channel.close();
    },
    isThere(ms) {
      const channel = openBroadcast(NAME);
      if (!channel) return Promise.resolve(true);
      return new Promise<boolean>((resolve) => {
        const ask = () => channel.post({ type: "who" });
        const asking = setInterval(ask, ASK_EVERY);
        const limit = setTimeout(() => end(false), ms);
        const end = (isThere: boolean) => {
          clearInterval(asking);
          clearTimeout(limit);
          channel.close();
          resolve(isThere);
        };
        channel.listen((data) => {
          if (typeOf(data) === "here") end(true);
        });
        ask();
      });
    },
    whenVisible() {
      if (isVisible()) return Promise.resolve();
      return new Promise<void>((resolve) => {
        const look = () => {
          if (!isVisible()) return;
          document.removeEventListener("visibilitychange", look);
          resolve();
        };
        document.addEventListener("visibilitychange", look);
      });
    },
  };
}
