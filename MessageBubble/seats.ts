/** Who shows the bubble: of all instances of the control in a window exactly one, the side pane's before any other. */

/** One instance's place in the row. */
export interface Seat {
  /** Whether this instance shows the bubble. */
  readonly isFirst: () => boolean;
  /** Calls `listener` when that may have changed; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The side pane hosts this instance (or no longer). */
  setHosted(isHosted: boolean): void;
  leave(): void;
}

/** A row of seats; the control uses the one of its window. */
export interface SeatRow {
  take(): Seat;
}

/** Makes a row. */
export function createSeatRow(): SeatRow {
  let row: { isHosted: boolean }[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    take() {
      const seat = { isHosted: false };
      row.push(seat);
      return {
        isFirst: () => (row.find(({ isHosted }) => isHosted) ?? row[0]) === seat,
        subscribe(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        setHosted(isHosted) {
          if (seat.isHosted === isHosted) return;
          seat.isHosted = isHosted;
          tell();
        },
        leave() {
          row = row.filter((other) => other !== seat);
          tell();
        },
      };
    },
  };
}

/** The window's. */
export const windowSeats = createSeatRow();
