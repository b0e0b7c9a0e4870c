/** Which rows the list shows while somebody is at it: what is true now, at the places where it was. Pure. */
import type { Notification } from "../shared/inbox/snapshot";

/** Who holds the list still. */
export interface Hold {
  /** Pointer, finger or focus is in the list: no row changes its place or its height. */
  readonly isHeld: boolean;
  /** The list is not at its beginning: what is new waits, what has gone may leave. */
  readonly isScrolled: boolean;
}

/** One row of the list. */
export interface Row {
  readonly id: string;
  /** As it is now; of one that has gone, as it was last. */
  readonly notification: Notification;
  /** There is nothing to do about it any more: it only keeps its place. */
  readonly isGone: boolean;
}

/** The rows, and what is kept from the agent meanwhile. */
export interface StillRows {
  /** Names what the agent wants to see. Another name: they want another list, and get it at once. */
  readonly view: string;
  readonly rows: readonly Row[];
  /** How many conversations wait to be shown. */
  readonly waiting: number;
}

/** What is true now. */
export interface Truth {
  readonly view: string;
  /** The list as it would be shown to somebody who comes now: filtered, in its order. */
  readonly listed: readonly Notification[];
  /** Every notification, whether or not the filter lets it through. */
  readonly all: readonly Notification[];
  /** A conversation that the agent is led to: it is shown. Null: none. */
  readonly leadTo: string | null;
  /** The agent has done something about this conversation while they were at the list. */
  readonly isOwnDoing: (sessionId: string) => boolean;
  /** A box to answer in is open in this conversation's row. */
  readonly hasBox: (sessionId: string) => boolean;
}

/**
 * The next rows. While the list is held a row stays where it is: as a card while its conversation is a notification, else as a line that has gone. What is new
 * waits. What the agent has done themselves leaves a line only where something stands below it; if it comes back, it does not wait: it stands at the end, where
 * nothing moves. A row with an open box stays in any case: first, where the list has it no more.
 * @returns `before` itself where nothing changed
 */
export function stillRows(before: StillRows, truth: Truth, { isHeld, isScrolled }: Hold): StillRows {
  const { rows: known } = before;
  // What is shown is true: the agent has only come, gone or scrolled. Nothing is made of ten thousand rows for that.
  if (known.length === truth.listed.length && known.every(({ isGone, notification }, at) => !isGone && notification === truth.listed[at]))
    return before.view === truth.view && before.waiting === 0 ? before : { view: truth.view, rows: known, waiting: 0 };
  const isStill = (isHeld || isScrolled) && before.view === truth.view && known.length > 0;
  const rows = isStill ? heldRows(known, truth, isHeld, isScrolled) : [];
  if (rows.length === 0) {
    const boxes = known.filter(({ id }) => truth.hasBox(id));
    const kept = asNow(boxes, truth).filter(({ id }) => !truth.listed.some(({ session }) => session.id === id));
    return shared(before, { view: truth.view, rows: [...kept, ...truth.listed.map(cardOf)], waiting: 0 });
  }
  const shown = new Set(rows.map(({ id }) => id));
  const hidden = truth.listed.filter(({ session }) => !shown.has(session.id));
  const led = hidden.filter(({ session }) => session.id === truth.leadTo || truth.isOwnDoing(session.id));
  return shared(before, { view: truth.view, rows: [...rows, ...led.map(cardOf)], waiting: hidden.length - led.length });
}

function asNow(rows: readonly Row[], { all }: Truth): readonly Row[] {
  if (rows.length === 0) return rows;
  const now = new Map(all.map((notification) => [notification.session.id, notification]));
  return rows.map((row): Row => {
    const notification = now.get(row.id);
    return { id: row.id, notification: notification ?? row.notification, isGone: !notification };
  });
}

function heldRows(rows: readonly Row[], truth: Truth, isHeld: boolean, isScrolled: boolean): readonly Row[] {
  const { isOwnDoing, hasBox } = truth;
  const held = asNow(rows, truth);
  if (!isHeld) return held.filter(({ id, isGone }) => !isGone || hasBox(id));
  // At the end of a list that is scrolled nothing may leave: the rows above would come down.
  if (isScrolled) return held;
  let end = held.length;
  for (let last = held[end - 1]; last?.isGone && isOwnDoing(last.id); last = held[end - 1]) end -= 1;
  return held.slice(0, end);
}

function cardOf(notification: Notification): Row {
  return { id: notification.session.id, notification, isGone: false };
}

/** What did not change keeps its identity. */
function shared(before: StillRows, next: StillRows): StillRows {
  const known = new Map(before.rows.map((row) => [row.id, row]));
  const rows = next.rows.map((row) => {
    const old = known.get(row.id);
    return old && old.notification === row.notification && old.isGone === row.isGone ? old : row;
  });
  const isSame = rows.length === before.rows.length && rows.every((row, at) => row === before.rows[at]);
  if (isSame && next.view === before.view && next.waiting === before.waiting) return before;
  return { ...next, rows: isSame ? before.rows : rows };
}
