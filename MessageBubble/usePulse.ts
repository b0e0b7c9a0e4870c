import * as React from "react";

/** A sign that goes by itself: another number is another sign, 0 is none. */
export interface Pulse {
  readonly pulse: number;
  /** The sign has been shown. */
  readonly onEnd: () => void;
}

/** A sign for messages that arrive: when the count grows, but not with the first list, nor when a count is known again. */
export function usePulse(unread: number | null): Pulse {
  const [pulse, setPulse] = React.useState(0);
  const last = React.useRef(unread);
  React.useEffect(() => {
    if (unread === null) return;
    if (last.current !== null && unread > last.current) setPulse((before) => before + 1);
    last.current = unread;
  }, [unread]);
  return { pulse, onEnd: () => setPulse(0) };
}
