/** What the gateway is given to reach Dataverse. */

/**
 * Gives the application user's access token.
 *
 * @param renew true: the last one was refused (401), so it must be a new one
 */
export type TokenProvider = (renew: boolean) => Promise<string>;

/** What the gateway needs to reach a Dataverse environment. */
export interface Connection {
  /** The Web API's root with a slash at its end: `https://org.crm.dynamics.com/api/data/v9.2/`. */
  readonly root: string;
  /** The access token of the application user, or what gives one. */
  readonly token: string | TokenProvider;
  /** How often one request is tried at most; 6 when left out. */
  readonly maxAttempts?: number;
  /** The longest wait between two tries, in milliseconds: a longer Retry-After ends the delivery with an error. 60,000 when left out. */
  readonly maxWaitMs?: number;
  /** How long one try may take, in milliseconds; 30,000 when left out. */
  readonly timeoutMs?: number;
  /** How long one delivery may take in all, in milliseconds; no limit when left out. Providers wait for some seconds only. */
  readonly patienceMs?: number;
  /** Aborted: nothing more is sent, and no wait for another try goes on. */
  readonly signal?: AbortSignal;
  /** How requests are sent; Node's own `fetch` when left out. */
  readonly fetch?: typeof fetch;
}
