/** Sound and desktop notification, by the browser's own means. What the browser does not allow does not happen. */
import { fill } from "../shared/ui/fill";
import type { Alerter } from "../shared/inbox/ports";

/** Two short tones (Hz), each this long (s). */
const TONES = [880, 1175];
const TONE = 0.12;
const VOLUME = 0.08;
/** A desktop notification names at most this many. */
const MOST_NAMES = 3;

/** @param template the text that announces a count of messages */
export function createAlerter(window: Window & typeof globalThis, template: string): Alerter {
  let audio: AudioContext | undefined;
  return {
    ring() {
      try {
        audio ??= new window.AudioContext();
        play(audio);
      } catch {
        // No sound device, or too many contexts: a missing sound is not worth an error.
      }
    },
    notify(unread, names, onClick) {
      if (!hasNotifications(window) || window.Notification.permission !== "granted" || window.document.hasFocus()) return;
      try {
        const shown = names.slice(0, MOST_NAMES).join(", ");
        // The tag makes a later one replace the earlier one, also from another tab; without `renotify` the browser would do so without a word.
        const options = { body: shown, tag: "msgn_MessageNotification", renotify: true };
        const notification = new window.Notification(fill(template, unread), options);
        notification.onclick = () => {
          window.focus();
          onClick();
        };
      } catch {
        // Some mobile browsers have the constructor and refuse to use it.
      }
    },
    async askPermission() {
      if (!hasNotifications(window)) return false;
      const { Notification } = window;
      if (Notification.permission === "default") await Notification.requestPermission().catch(() => undefined);
      return Notification.permission === "granted";
    },
    permission: () => (hasNotifications(window) ? window.Notification.permission : "none"),
  };
}

function hasNotifications(window: Window): boolean {
  return "Notification" in window;
}

function play(audio: AudioContext): void {
  const at = audio.currentTime;
  const [oscillator, gain] = [audio.createOscillator(), audio.createGain()];
  TONES.forEach((tone, index) => oscillator.frequency.setValueAtTime(tone, at + index * TONE));
  gain.gain.setValueAtTime(VOLUME, at);
  gain.gain.exponentialRampToValueAtTime(0.001, at + TONES.length * TONE);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(at);
  oscillator.stop(at + TONES.length * TONE);
}
