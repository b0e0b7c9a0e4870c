/**
 * Whether somebody is there in the window that the agent looks at: one script announces itself, another asks. The scripts of one window may
 * run in several frames, and share nothing that tells them from another window's but where the window is on the screen, and that it is seen.
 */
import { openBroadcast, typeOf } from "./broadcast";

/** How host forms are found. */
export interface Presence {
  /** Says now, and to everyone who asks later, that a host form is there; returns the way to end that. */
  announce(): () => void;
  /**
   * Resolves to true as soon as a host form of this window says that it is there, to false when the agent has looked at the window for `ms`
   * (whole seconds) without that; to true where nobody can say.
   */
  isThere(ms: number): Promise<boolean>;
  /** Resolves when the agent looks at this window. */
  whenVisible(): Promise<void>;
}

const NAME = "msgn_MessageNotification:hostForm:2";
/** A window may come to the front while it is being asked (ms). */
const ASK_EVERY = 1_000;

/** What tells a window from another; all of its frames have the same. */
export type PresenceWindow = Pick<Window, "screenX" | "screenY" | "outerWidth" | "outerHeight"> & {
  readonly document: Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;
};

/** @param window any frame's */
export function createPresence(window: PresenceWindow): Presence {
  const { document } = window;
  const isVisible = () => document.visibilityState !== "hidden";
  const place = () => [window.screenX, window.screenY, window.outerWidth, window.outerHeight].join();
  const isHere = (data: unknown) => isVisible() && (data as { readonly place?: unknown }).place === place();
  return {
    announce() {
      const channel = openBroadcast(NAME);
      if (!channel) return () => undefined;
      const answer = () => channel.post({ type: "here", place: place() });
      channel.listen((data) => {
        if (typeOf(data) === "who" && isHere(data)) answer();
      });
      if (isVisible()) answer();
      return () => channel.close();
    },
    isThere(ms) {
      const channel = openBroadcast(NAME);
      if (!channel) return Promise.resolve(true);
      return new Promise<boolean>((resolve) => {
        let left = ms;
        const ask = () => {
          if (isVisible()) channel.post({ type: "who", place: place() });
        };
        const end = (isThere: boolean) => {
          clearInterval(asking);
          channel.close();
          resolve(isThere);
        };
        const asking = setInterval(() => {
          if (isVisible()) left -= ASK_EVERY;
          if (left <= 0) end(false);
          else ask();
        }, ASK_EVERY);
        channel.listen((data) => {
          if (typeOf(data) === "here" && isHere(data)) end(true);
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
