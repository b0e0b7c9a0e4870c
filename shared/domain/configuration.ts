/** The configuration record's values, made safe: whatever a row holds, the product goes on with sensible values. */

/** How the product behaves, for everyone. */
export interface Configuration {
  /** In ms; null: takeover is off. */
  readonly idleTimeout: number | null;
  /** Background refresh interval in ms; null: only at launch and on navigation. */
  readonly refreshInterval: number | null;
  readonly floatingBubble: boolean;
  readonly corner: Corner;
  readonly openIn: OpenIn;
}

/** Where a conversation opens: beside the page, in a side pane of its own, or as the page. */
export type OpenIn = "pane" | "page";

/** A corner of the page; "start" and "end" follow the reading direction. */
export type Corner = "bottom-end" | "bottom-start" | "top-end" | "top-start";

/** What a row may hold: numbers as the form knows them, null where a field is empty. */
export interface RawConfiguration {
  /** Minutes. */
  readonly idleTimeoutMinutes: unknown;
  /** Seconds. */
  readonly refreshSeconds: unknown;
  readonly floatingBubble: unknown;
  /** Already translated from its option value; anything else means the default. */
  readonly corner: Corner | null;
  /** Likewise. */
  readonly openIn: OpenIn | null;
}

const MINUTE = 60_000;
const DEFAULT_REFRESH_SECONDS = 60;
/** Shorter would cost more requests than it is worth: the service protection limit is shared by everything that the user does. */
const SHORTEST_REFRESH_SECONDS = 5;

/** What applies where there is no configuration record, or an empty one. */
export const DEFAULT_CONFIGURATION: Configuration = {
  idleTimeout: null,
  refreshInterval: DEFAULT_REFRESH_SECONDS * 1000,
  floatingBubble: true,
  corner: "bottom-end",
  openIn: "pane",
};

/**
 * Reads a configuration row. Idle timeout: empty, 0, negative or no number turns takeover off.
 * Refresh: 0 turns it off, empty or no number means 60 s, less than 5 s means 5 s.
 */
export function readConfiguration(raw: RawConfiguration): Configuration {
  return {
    idleTimeout: readIdleTimeout(raw.idleTimeoutMinutes),
    refreshInterval: readRefreshInterval(raw.refreshSeconds),
    floatingBubble: raw.floatingBubble !== false,
    corner: raw.corner ?? DEFAULT_CONFIGURATION.corner,
    openIn: raw.openIn ?? DEFAULT_CONFIGURATION.openIn,
  };
}

/** An idle timeout in ms from a column's minutes; null, takeover is off, for an empty column, 0, a negative number and what is no number. */
export function readIdleTimeout(minutes: unknown): number | null {
  return isNumber(minutes) && minutes > 0 ? minutes * MINUTE : null;
}

/** The interval of background refresh in ms from a column's seconds: null, none, for 0; 60 s for an empty column and what is no number; 5 s at least. */
export function readRefreshInterval(value: unknown): number | null {
  const seconds = isNumber(value) && value >= 0 ? value : DEFAULT_REFRESH_SECONDS;
  return seconds === 0 ? null : Math.max(seconds, SHORTEST_REFRESH_SECONDS) * 1000;
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
