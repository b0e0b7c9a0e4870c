import * as React from "react";
import type { LineSegment } from "../shared/ui/lineSegments";
import type { Row } from "./stillRows";
import { findLine } from "./useRowKeys";

/** Whom the agent is led to, and what is there. */
export interface LeadInput {
  /** The session's id; null: nobody. */
  readonly leadTo: string | null;
  /** Its row, where it has one. */
  readonly row: Row | undefined;
  /** What is rendered: when it changes, the row may have come. */
  readonly segments: readonly LineSegment[];
  readonly scroller: React.RefObject<HTMLElement>;
  /** Only then can anything get the focus. */
  readonly isVisible: boolean;
  /** The row has got the focus. */
  readonly onReached: () => void;
}

/** Gives the focus to the row that the agent is to be led to, once, as soon as it is there. */
export function useLead({ leadTo, row, segments, scroller, isVisible, onReached }: LeadInput): void {
  const led = React.useRef<string | null>(null);
  React.useEffect(() => {
    if (leadTo === null) led.current = null;
    const line = leadTo === led.current ? null : findLine(scroller.current, row);
    line?.focus();
    if (!line || document.activeElement !== line) return;
    led.current = leadTo;
    onReached();
  }, [leadTo, row, segments, scroller, isVisible, onReached]);
}
