/** The failures that are expected: a server that says no, a network that is away. Anything else that is thrown is a bug. */

/**
 * Why a request failed. `offline`: no answer came (a write may have happened all the same); `signin`: the session has ended, said by 401, a
 * redirect, or a page where an answer was due; `denied`: 403;
 * `gone`: 404; `stale`: 412, the row changed since it was read; `throttled`: 429; `failed`: anything else.
 */
export type FailureKind = "offline" | "signin" | "denied" | "gone" | "stale" | "throttled" | "failed";

/** What is known of a failed request besides its kind. */
export interface FailureDetails {
  /** How long the server asks to wait (ms); null, as by default: it says nothing. */
  readonly retryAfter?: number | null;
  /** The answer's HTTP status; null, as by default: there was none, or it says nothing. */
  readonly status?: number | null;
  /** The server's error code; often empty, as by default. */
  readonly code?: string;
  /** For people who look for the cause: an HTTP status, what was wrong with an answer. Never shown to agents. */
  readonly detail?: string;
  /** What was thrown below, such as the browser's own error of a request without an answer. */
  readonly cause?: unknown;
  /** It was a write that got no answer, and it is not known whether it was done; false by default. */
  readonly mayBeDone?: boolean;
}

/**
 * The one error that a request fails with. Each bundle of a page has this class of its own, and errors go from one to the other: so it is known by its name
 * (`instanceof` says true for the others', too).
 */
export class RequestFailed extends Error {
  static override [Symbol.hasInstance](thrown: unknown): boolean {
    return thrown instanceof Error && thrown.name === "RequestFailed";
  }

  override readonly name = "RequestFailed";
  /** ms; null where the server asks for nothing. */
  readonly retryAfter: number | null;
  /** The answer's HTTP status; null where there was none. */
  readonly status: number | null;
  /** Often empty. */
  readonly code: string;
  /** What was thrown below; undefined where the server's answer is the failure. */
  override readonly cause: unknown;
  /** A write without an answer, of which nobody knows whether it was done. */
  readonly mayBeDone: boolean;

  constructor(
    readonly kind: FailureKind,
    { retryAfter = null, status = null, code = "", detail = "", cause, mayBeDone = false }: FailureDetails = {},
  ) {
    super(detail ? `${kind}: ${detail}` : kind);
    this.retryAfter = retryAfter;
    this.status = status;
    this.code = code;
    this.cause = cause;
    this.mayBeDone = mayBeDone;
  }
}

/** The failure of a write of which is known by now that it was not done. */
export function asNotDone(failure: RequestFailed): RequestFailed {
  return failure.mayBeDone ? new RequestFailed(failure.kind, { cause: failure }) : failure;
}

/**
 * The failed request that was caught.
 * @throws whatever else was caught: a bug is not a failed request, and must not be taken for one
 */
export function asFailure(error: unknown): RequestFailed {
  if (error instanceof RequestFailed) return error;
  throw error;
}

/** For `catch`, where a failed request means that there is no answer. @throws whatever else was caught */
export function nullOnFailure(error: unknown): null {
  asFailure(error);
  return null;
}

/**
 * For `catch`: turns failures of these kinds, or with these codes (lower case), into undefined.
 * @throws whatever else was caught
 */
export function ignore(...kinds: readonly string[]): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof RequestFailed && (kinds.includes(error.kind) || kinds.includes(error.code.toLowerCase()))) return undefined;
    throw error;
  };
}
