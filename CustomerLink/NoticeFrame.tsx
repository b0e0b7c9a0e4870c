import * as React from "react";
import { useLostFocus } from "../shared/ui/useLostFocus";

/** What a {@link NoticeFrame} holds. */
export interface NoticeFrameProps {
  /** What it shows: another one where that has changed. */
  readonly shown: unknown;
  /** Pointer or focus came to it, or left it. */
  readonly onHold: (isHeld: boolean) => void;
  readonly children: React.ReactNode;
}

/** It has the focus where what had it has gone, and shows none: there is nothing to press. */
const FRAME = { outline: "none" } as const;

/** What came of something. The frame is always there, so that screen readers hear what comes into it. */
export function NoticeFrame({ shown, onHold, children }: NoticeFrameProps): React.ReactElement {
  const frame = React.useRef<HTMLDivElement>(null);
  const keeper = useLostFocus(frame, frame, shown);
  const [begin, end] = [() => onHold(true), () => onHold(false)];
  return (
    <div
      ref={frame}
      tabIndex={-1}
      style={FRAME}
      aria-live="polite"
      onFocus={(event) => {
        keeper.onFocus(event);
        begin();
      }}
      onMouseEnter={begin}
      onBlur={(event) => {
        keeper.onBlur(event);
        end();
      }}
      onMouseLeave={end}
    >
      {children}
    </div>
  );
}
