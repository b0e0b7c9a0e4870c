/** One request to the Web API, as `GET /sandbox/requests` shows it. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  /** 0: the connection was cut. */
  readonly status: number;
  /** ISO 8601, the server's clock. */
  readonly startedAt: string;
  /** From the request's arrival to its answer, real time. */
  readonly ms: number;
  /** Of the answer's body. */
  readonly bytes: number;
  /** Login; null where the request had none (401). */
  readonly user: string | null;
}

/** What was asked of the Web API, in order of arrival. */
export interface RequestLog {
  /** To be called on arrival. @returns what to call with the outcome */
  begin(request: Pick<LoggedRequest, "method" | "url" | "startedAt" | "user">): (status: number, bytes: number) => void;
  /** Those that have been answered. @param user a login; undefined: everybody's */
  list(user?: string): readonly LoggedRequest[];
  /** Forgets all, those on their way included. */
  clear(): void;
}

/** @param capacity the oldest fall out above it */
export function createRequestLog(capacity = 20_000): RequestLog {
  let entries: { logged?: LoggedRequest }[] = [];
  return {
    begin(request) {
      const entry: { logged?: LoggedRequest } = {};
      const started = performance.now();
      entries.push(entry);
      if (entries.length > capacity) entries.shift();
      return (status, bytes) => {
        const { user, ...rest } = request;
        entry.logged = { ...rest, status, ms: Math.round((performance.now() - started) * 10) / 10, bytes, user };
      };
    },
    list: (user) => entries.flatMap(({ logged }) => (logged && (user === undefined || logged.user === user) ? [logged] : [])),
    clear: () => void (entries = []),
  };
}
