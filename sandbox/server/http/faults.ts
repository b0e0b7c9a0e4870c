import { BadRequest } from "./badRequest";

/** Something that goes wrong on purpose: see the README. */
export interface Fault {
  /** Undefined: any. */
  readonly method?: string;
  /** Beginning of what follows `/api/data/v9.2/`; empty: everything. */
  readonly path: string;
  /** Login of the only user that it hits; undefined: everybody. */
  readonly user?: string;
  /** HTTP status; 0: the connection is cut; undefined: only the delay. */
  readonly status?: number;
  readonly retryAfterSeconds?: number;
  readonly delayMs: number;
  /** True: it goes wrong after the engine has done and kept the work. */
  readonly after: boolean;
  /** True: it hits a request inside a `$batch`, and no other; the rest of the batch goes on as Dataverse does after such an answer. */
  readonly part: boolean;
  /** How often it still happens. */
  readonly times: number;
}

/** The faults that wait to happen. */
export interface Faults {
  add(fault: Fault): void;
  /** The first that matches a request of its own, counted down; undefined when all is well. */
  take(method: string, path: string, user: string): Fault | undefined;
  /** The same for a request inside a `$batch`. */
  takePart(method: string, path: string, user: string): Fault | undefined;
  list(): readonly Fault[];
  clear(): void;
}

/** A body that the route takes, for error messages. */
export const faultExample = { method: "PATCH", path: "contacts", status: 429, retryAfterSeconds: 1, times: 2 };

const fields = new Set(["method", "path", "user", "status", "retryAfterSeconds", "delayMs", "after", "part", "times"]);
const methods = new Set(["GET", "POST", "PATCH", "PUT", "DELETE"]);

/** No fault waits at first. */
export function createFaults(): Faults {
  let waiting: Fault[] = [];

  function takeFrom(part: boolean, method: string, path: string, user: string): Fault | undefined {
    const wanted = decodeSafely(path);
    const found = waiting.find(
      (fault) =>
        fault.part === part &&
        (fault.method === undefined || fault.method === method) &&
        (fault.user === undefined || fault.user === user) &&
        (path.startsWith(fault.path) || wanted.startsWith(fault.path)),
    );
    if (!found) return undefined;
    waiting = waiting.flatMap((fault) => {
      if (fault !== found) return [fault];
      return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
    });
    return found;
  }

  return {
    add: (fault) => void waiting.push(fault),
    take: (method, path, user) => takeFrom(false, method, path, user),
    takePart: (method, path, user) => takeFrom(true, method, path, user),
    list: () => waiting,
    clear: () => void (waiting = []),
  };
}

/** Reads a fault from a request's body. @throws BadRequest 400 */
export function readFault(body: Readonly<Record<string, unknown>>, isUser: (login: string) => boolean): Fault {
  const fail = (message: string): never => {
    throw new BadRequest(400, message, faultExample);
  };
  const unknown = Object.keys(body).find((field) => !fields.has(field));
  if (unknown) fail(`Unknown field "${unknown}". Known: ${[...fields].join(", ")}.`);
  const whole = (field: string, least: number, most: number): number | undefined => {
    const value = body[field];
    if (value === undefined) return undefined;
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    return fail(`"${field}" must be a whole number from ${least} to ${most}.`);
  };
  const text = (field: string): string | undefined => {
    const value = body[field];
    return value === undefined || typeof value === "string" ? value : fail(`"${field}" must be a text.`);
  };
  const method = text("method")?.toUpperCase();
  if (method !== undefined && !methods.has(method)) fail(`"method" must be one of ${[...methods].join(", ")}.`);
  const user = text("user")?.toLowerCase();
  if (user !== undefined && !isUser(user)) fail(`"user": there is no user "${user}".`);
  const status = whole("status", 0, 599);
  if (status !== undefined && status !== 0 && status < 400) fail('"status" must be 0 (cut the connection) or 400 to 599.');
  const delayMs = whole("delayMs", 0, 120_000) ?? 0;
  if (status === undefined && delayMs === 0) fail('A fault needs a "status", a "delayMs", or both.');
  const retryAfterSeconds = whole("retryAfterSeconds", 0, 86_400);
  const flag = (field: string): boolean => {
    const value = body[field] ?? false;
    return typeof value === "boolean" ? value : fail(`"${field}" must be true or false.`);
  };
  const after = flag("after");
  const part = flag("part");
  if (part && (!status || delayMs > 0 || after || retryAfterSeconds !== undefined))
    fail('A "part" is answered with a "status" from 400 to 599 and nothing else: a delay, a cut or a Retry-After is the whole $batch\'s.');
  return {
    ...(method === undefined ? {} : { method }),
    path: (text("path") ?? "").replace(/^\/?(api\/data\/v9\.\d\/)?/, ""),
    ...(user === undefined ? {} : { user }),
    ...(status === undefined ? {} : { status }),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    delayMs,
    after,
    part,
    times: whole("times", 1, 1_000_000) ?? 1,
  };
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
