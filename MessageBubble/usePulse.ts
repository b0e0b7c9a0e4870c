import * as React from "react";

/** A sign that goes by itself: another number is another sign, 0 is none. */
export interface Pulse {
  readonly pulse: number;
  /** The sign has been shown. */
  readonly onEnd: () => void;
}

/**
 * A sign for messages that arrive, while the agent may be disturbed.
 * @param news names the last arrival; null: there was none yet
 */
export function usePulse(news: number | null, isQuiet: boolean): Pulse {
  const [pulse, setPulse] = React.useState(0);
  const last = React.useRef(news);
  React.useEffect(() => {
    if (news === last.current) return;
    last.current = news;
    if (!isQuiet) setPulse((before) => before + 1);
  }, [news, isQuiet]);
  return { pulse, onEnd: () => setPulse(0) };
}
