import * as React from "react";
import { useTheme } from "@fluentui/react";
import type { Notification } from "../shared/inbox/snapshot";
import { cardActionsOf } from "./cardActionsOf";
import type { CardAction } from "./cardActionsOf";
import { lineId } from "./NotificationLine";
import { actionOf, isInBox, isTyping, letterOf, moveOf } from "./panelKeys";
import type { Move } from "./panelKeys";
import type { Row } from "./stillRows";
import { PLACE_ATTRIBUTE } from "./useRenderedLines";

/** What the keys work on. */
export interface RowKeysInput {
  readonly rows: readonly Row[];
  /** Whether a row can have the focus. */
  readonly isReachable: (row: Row) => boolean;
  readonly onAction: (action: CardAction, notification: Notification) => void;
  /** Goes before the first row; says whether there is something. */
  readonly onLeaveUpwards: () => boolean;
}

/** The list as one stop of Tab: which row that is, and how the keys go on from there. */
export interface RowKeys {
  /** The place of the row that Tab comes to; -1: there is none. */
  readonly stop: number;
  /** The place of a row that is to get the focus as soon as it is rendered; -1: none. */
  readonly goal: number;
  /** Handlers for the list, given what is rendered of it. */
  readonly handlersFor: (rendered: RenderedRows) => Pick<React.HTMLAttributes<HTMLElement>, "onFocus" | "onKeyDown">;
  /** The row at `goal` has got the focus. */
  readonly onReached: () => void;
  /** Gives a row the focus; the first one that is there then, where no place is given. */
  readonly focusRow: (place?: number) => void;
}

/** What is rendered of the rows. */
export interface RenderedRows {
  readonly scroller: React.RefObject<HTMLElement>;
  readonly pageFrom: (place: number, step: 1 | -1) => number;
}

/** So long after the focus has been led to a row, a key that acts is the last one's echo (ms): the agent has not seen whom it would act on. */
const ECHO = 500;
/** Stands for the first row, whichever that is by then. */
const FIRST = { id: "first" };

/**
 * Up and down go from row to row, left and right to the row's buttons and back, letters act on the row that has the focus. As in a grid of the ARIA patterns
 * (https://www.w3.org/WAI/ARIA/apg/patterns/grid/), Tab goes past the list with one press.
 */
export function useRowKeys({ rows, isReachable, onAction, onLeaveUpwards }: RowKeysInput): RowKeys {
  const { rtl = false } = useTheme();
  const [current, setCurrent] = React.useState<string | null>(null);
  const [goalId, setGoal] = React.useState<string | null>(null);
  const arrivedAt = React.useRef(Number.NEGATIVE_INFINITY);
  const placeOf = (id: string | null) => (id === null ? -1 : rows.findIndex((row) => row.id === id && isReachable(row)));
  const known = placeOf(current);
  const stop = known >= 0 ? known : rows.findIndex(isReachable);

  const onReached = React.useCallback(() => setGoal(null), []);
  const focusRow = (place?: number) => {
    const row = place === undefined ? FIRST : rows[place];
    if (row) setGoal(row.id);
  };
  /** The nearest row that can have the focus, from this place on, in this direction. */
  const reachableFrom = (place: number, step: 1 | -1): number => {
    let at = place;
    for (let row = rows[at]; row && !isReachable(row); row = rows[at]) at += step;
    return at;
  };

  function move(kind: Move, place: number, line: HTMLElement, { pageFrom }: RenderedRows): void {
    switch (kind) {
      case "in":
      case "out": {
        const all = Array.from(line.querySelectorAll<HTMLElement>("button, input, a[href], [tabindex]"));
        const inside = [line, ...all.filter((element) => !element.matches(":disabled"))];
        const at = inside.findIndex((element) => element === document.activeElement);
        inside[at + (kind === "in" ? 1 : -1)]?.focus();
        return;
      }
      case "previous": {
        const before = reachableFrom(place - 1, -1);
        if (before < 0) onLeaveUpwards();
        else focusRow(before);
        return;
      }
      case "next":
        focusRow(reachableFrom(place + 1, 1));
        return;
      case "first":
        focusRow(reachableFrom(0, 1));
        return;
      case "last":
        focusRow(reachableFrom(rows.length - 1, -1));
        return;
      case "pageDown":
      case "pageUp": {
        const step = kind === "pageDown" ? 1 : -1;
        focusRow(reachableFrom(pageFrom(place, step), step));
        return;
      }
    }
  }

  function act(letter: string, { isGone, notification }: Row): boolean {
    const { actions, pending } = notification;
    const action = letter === "Enter" ? actions[0] : actionOf(letter, cardActionsOf(actions, false, isGone));
    if (!action || isGone || pending !== null) return false;
    const canEcho = letter === "Enter" || action === "accept" || action === "assign" || action === "answer";
    if (!canEcho || performance.now() - arrivedAt.current >= ECHO) onAction(action, notification);
    return true;
  }

  const lineOf = (target: EventTarget) => (target instanceof Element ? target.closest<HTMLElement>(`[${PLACE_ATTRIBUTE}]`) : null);
  const handlersFor = (rendered: RenderedRows) => ({
    onFocus({ target, relatedTarget }: React.FocusEvent) {
      const line = lineOf(target);
      const row = line && rows[Number(line.getAttribute(PLACE_ATTRIBUTE))];
      if (!row) return;
      setCurrent(row.id);
      // From nowhere: what had it has gone, and nobody has chosen this row.
      if (target === line && (relatedTarget === null || relatedTarget === document.body)) arrivedAt.current = performance.now();
    },
    onKeyDown(event: React.KeyboardEvent) {
      const line = lineOf(event.target);
      const place = Number(line?.getAttribute(PLACE_ATTRIBUTE));
      const row = rows[place];
      // A dialog that a row has opened tells its keys here too.
      if (!line || !row || event.defaultPrevented || isTyping(event.target) || isInBox(event.target)) return;
      const way = moveOf(event.nativeEvent, rtl);
      if (way) move(way, place, line, rendered);
      else if (event.repeat || !act(event.key === "Enter" && event.target === line ? "Enter" : letterOf(event.nativeEvent), row)) return;
      event.preventDefault();
    },
  });
  const goal = goalId === FIRST.id ? rows.findIndex(isReachable) : placeOf(goalId);
  return { stop, goal, handlersFor, onReached, focusRow };
}

/** The rendered line of a row, in the list. */
export function findLine(list: HTMLElement | null, row: Row | undefined): HTMLElement | null {
  return row ? (list?.querySelector<HTMLElement>(`#${lineId(row.id)}`) ?? null) : null;
}
