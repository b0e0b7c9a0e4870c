import * as React from "react";
import type { Holding } from "./useHold";

/** What waits to be shown: how many conversations, and the handlers of the button that shows them. */
export interface News {
  readonly count: number;
  readonly onShow: () => void;
  /** Who is at the button is at the list. */
  readonly hold: Pick<React.HTMLAttributes<HTMLElement>, "onMouseEnter" | "onMouseLeave" | "onFocus" | "onBlur">;
}

/**
 * Tells the panel what waits, whenever that changes: the button is not in the list, where it would cover a card.
 * @param onNews null: nothing waits, or there is no list any more
 */
export function useNews(count: number, { mark }: Pick<Holding, "mark">, onNews: (news: News | null) => void, onShow: () => void): void {
  const show = React.useRef(onShow);
  show.current = onShow;
  React.useLayoutEffect(() => {
    const come = () => mark("news", true);
    const leave = () => mark("news", false);
    // A button that goes tells nobody that pointer and focus have left it.
    if (count === 0) leave();
    const hold = { onMouseEnter: come, onMouseLeave: leave, onFocus: come, onBlur: leave };
    onNews(count === 0 ? null : { count, hold, onShow: () => show.current() });
  }, [count, mark, onNews]);
  React.useLayoutEffect(() => () => onNews(null), [onNews]);
}
