/** What the service takes of a sender before it knows who it is. */

/** Limits of the service. */
export interface Limits {
  /** The longest body, in bytes. */
  readonly bodyBytes: number;
  /** How many fields a form has at most. */
  readonly fields: number;
  /** How many header lines a request has at most. All of them together have at most 16 kB. */
  readonly headers: number;
  /** How long a sender may take for the headers, in milliseconds. */
  readonly headersMs: number;
  /** How long a sender may take for the whole request, in milliseconds. */
  readonly requestMs: number;
  /** How long a connection may lie idle between two requests, in milliseconds. */
  readonly idleMs: number;
  /** How many lines a minute the log has at most about requests that are not Twilio's, or that failed unexpectedly. */
  readonly refusalsPerMinute: number;
}

/**
 * A webhook of Twilio has some twenty short fields and two more for each of at most ten pictures; its text has at most 1,600 characters.
 * Twilio waits for 15 seconds in all.
 */
export const defaultLimits: Limits = {
  bodyBytes: 64 * 1024,
  fields: 250,
  headers: 100,
  headersMs: 5_000,
  requestMs: 10_000,
  // Longer than load balancers keep one that they use again (60 s at AWS, 4 min at Azure, 10 min at Google): they end it, and send nothing on one that ends.
  idleMs: 620_000,
  refusalsPerMinute: 30,
};

/** How many fields a form has, without reading them: the work for a form that is too large would be what the limit is there to save. */
export function countFields(body: string): number {
  let fields = 1;
  for (let at = body.indexOf("&"); at >= 0; at = body.indexOf("&", at + 1)) fields++;
  return fields;
}
