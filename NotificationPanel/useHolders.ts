import * as React from "react";
import type { Row } from "./stillRows";
import type { Answering, OpenBoxes } from "./useAnswering";
import type { Holding } from "./useHold";

/** Who is at the list besides pointer, finger and focus, and when these have gone without a word. */
export interface HoldersInput {
  readonly holding: Pick<Holding, "mark" | "letGo">;
  readonly scroller: React.RefObject<HTMLElement>;
  readonly rows: readonly Row[];
  /** The pane or panel around the list is open. */
  readonly isVisible: boolean;
  /** The agent is being asked something about a row. */
  readonly isAsking: boolean;
  /** The boxes to answer in that are open. */
  readonly boxes: OpenBoxes;
  readonly answering: Pick<Answering, "close">;
}

/** Holds the list for questions and boxes, and lets go of it for what is not there any more. */
export function useHolders({ holding: { mark, letGo }, scroller, rows, isVisible, isAsking, boxes, answering }: HoldersInput): void {
  const hasBox = boxes.size > 0 && rows.some(({ id }) => boxes.has(id));
  React.useEffect(() => {
    if (!isVisible) {
      letGo();
      return;
    }
    mark("question", isAsking);
    mark("box", hasBox);
  }, [isVisible, isAsking, hasBox, letGo, mark]);
  // A box goes with its row; what was written in it is kept.
  React.useEffect(() => {
    for (const id of boxes.keys()) if (!rows.some((row) => row.id === id)) answering.close(id);
  }, [rows, boxes, answering]);
  // What had the focus, the pointer or the finger may be gone, and React says nothing of that.
  React.useEffect(() => {
    if (!scroller.current?.contains(document.activeElement)) mark("focus", false);
    if (rows.length === 0) for (const holder of ["rows", "touch"] as const) mark(holder, false);
  }, [rows, mark, scroller]);
}
