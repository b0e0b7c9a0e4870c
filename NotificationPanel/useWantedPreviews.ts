import * as React from "react";
import type { Row } from "./stillRows";

/** What comes into view within this time of a question (ms) is asked for together, after it: each answer draws the list again, and a list that flies by is not read. */
const PAUSE = 250;

/** Asks for the previews of the rendered rows that have none yet. The same ids are asked for once: a preview that cannot be had must not be asked for without end. */
export function useWantedPreviews(rendered: readonly Row[], onWantPreviews: (sessionIds: readonly string[]) => void): void {
  const wanted = rendered
    .filter(({ isGone, notification }) => !isGone && notification.preview === null)
    .map(({ id }) => id)
    .join();
  const latest = React.useRef(wanted);
  latest.current = wanted;
  const timer = React.useRef(0);
  React.useEffect(() => {
    const ask = (before: string) => {
      const { current: now } = latest;
      timer.current = 0;
      if (!now || now === before) return;
      onWantPreviews(now.split(","));
      timer.current = window.setTimeout(ask, PAUSE, now);
    };
    if (timer.current === 0) ask("");
  }, [wanted, onWantPreviews]);
  React.useEffect(() => () => window.clearTimeout(timer.current), []);
}
