import { setTimeout as sleep } from "node:timers/promises";
import { changeSetRequests } from "../dataverse";
import type { Dataverse, DataverseRequest, DataverseResponse } from "../dataverse";
import { BadRequest } from "./badRequest";
import type { Clock } from "./clock";
import type { Directory } from "./directory";
import { answer, readBody } from "./exchange";
import type { Exchange } from "./exchange";
import { faultError } from "./faultError";
import type { Fault, Faults } from "./faults";
import { identify } from "./identity";
import type { Person } from "./person";
import type { RequestLog } from "./requestLog";
import { signedOutAnswer } from "./signedOutAnswer";
import type { SignIns } from "./signIns";
import type { TemperSwitch } from "./temperSwitch";

/** Root of the Web API that solutions, services and scripts use. The older versions 9.0 and 9.1 have roots of their own and answer alike. */
export const webApiRoot = "/api/data/v9.2/";
/** The same for the app shell's own data: not logged, and without faults. */
export const shellApiRoot = "/uclient/api/data/v9.2/";

/** The root of the Web API that a path is under, in the version that it names; undefined for any other path. */
export function webApiRootOf(path: string): string | undefined {
  return /^\/api\/data\/v9\.[0-2]\//.exec(path)?.[0];
}

/** The largest request body of the Web API, in bytes. */
export const webApiBodyLimit = 16 * 1024 * 1024;

/** What requests to the Web API pass through. */
export interface WebApi {
  readonly dataverse: Dataverse;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly directory: Directory;
  readonly temper: TemperSwitch;
  readonly signIns: SignIns;
}

/** Answers a request under a root of the Web API: identity, session, faults, engine, log. */
export async function webApiRoute(api: WebApi, exchange: Exchange, root: string): Promise<void> {
  const user = identify(api.directory, exchange);
  const { method } = exchange;
  const url = exchange.path + exchange.search;
  const done = api.log.begin({ method, url, startedAt: new Date(api.clock.now()).toISOString(), user: user?.login ?? null });
  let response: DataverseResponse | undefined;
  try {
    if (!user) response = unauthorized(api.directory, exchange);
    else if (isSignedOut(api, exchange, user)) response = signedOut(api, exchange);
    else response = await respond(api, exchange, root, user);
  } catch (error) {
    // The asker has gone before the whole request was here.
    done(0, 0);
    throw error;
  }
  // The log has the request before its asker has the answer: who asks for the log next finds it there.
  done(response?.status ?? 0, Buffer.byteLength(response?.body ?? ""));
  if (response) sendAnswer(exchange, response);
  else exchange.request.socket.destroy();
}

/** True for a browser whose user's session has ended. A bearer token is no session: programs go on. */
function isSignedOut({ signIns }: WebApi, exchange: Exchange, user: Person): boolean {
  return exchange.request.headers.authorization === undefined && signIns.hasEnded(user.login);
}

function signedOut({ temper, directory }: WebApi, exchange: Exchange): DataverseResponse {
  return signedOutAnswer(temper.now.signedOut, exchange) ?? unauthorized(directory, exchange);
}

/** The answer; undefined: the connection is to be cut. */
async function respond(api: WebApi, exchange: Exchange, root: string, user: Person): Promise<DataverseResponse | undefined> {
  let body: string;
  try {
    body = await readBody(exchange, webApiBodyLimit);
  } catch (error) {
    if (error instanceof BadRequest) return errorAnswer(error.status, "0x80060888", error.message);
    throw error;
  }
  const beforePart = (method: string, path: string): void => {
    const status = api.faults.takePart(method, path, user.login)?.status;
    if (status !== undefined) throw faultError(status);
  };
  const work = (): DataverseResponse => handle(api, exchange, root, user, body, { beforePart });
  const fault = faultOf(api.faults, exchange, (exchange.path + exchange.search).slice(root.length), user.login, body);
  if (!fault) return work();
  const committed = fault.after ? work() : undefined;
  if (fault.delayMs > 0) await sleep(fault.delayMs, undefined, { ref: false });
  if (fault.status === undefined) return committed ?? work();
  return fault.status === 0 ? undefined : faultAnswer(fault.status, fault);
}

/** The fault of a request; of a batch also one of a request in its change set: that is one write, and all of it is answered so. */
function faultOf(faults: Faults, { method, request }: Exchange, path: string, user: string, body: string): Fault | undefined {
  const own = faults.take(method, path, user);
  if (own || faults.list().length === 0 || decodeURIComponent(path) !== "$batch") return own;
  for (const inner of changeSetRequests(request.headers["content-type"], body)) {
    const fault = faults.take(inner.method, inner.path, user);
    if (fault) return fault;
  }
  return undefined;
}

/** Answers a request under `shellApiRoot`: the same engine and privileges, nothing else. */
export async function shellApiRoute(api: WebApi, exchange: Exchange): Promise<void> {
  const user = identify(api.directory, exchange);
  if (!user) {
    sendAnswer(exchange, unauthorized(api.directory, exchange));
    return;
  }
  const response = handle(api, exchange, shellApiRoot, user, await readBody(exchange, webApiBodyLimit));
  // The next page, too, is the shell's own business: it must not appear among the solution's requests.
  const link = `"@odata.nextLink":"${exchange.origin}`;
  sendAnswer(exchange, { ...response, body: response.body.replace(link + webApiRoot, link + shellApiRoot) });
}

function handle(
  api: WebApi,
  exchange: Exchange,
  root: string,
  user: Person,
  body: string,
  more: Pick<DataverseRequest, "beforePart"> = {},
): DataverseResponse {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(exchange.request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  const path = (exchange.path + exchange.search).slice(root.length);
  // HEAD is GET whose body node leaves out.
  const method = exchange.method === "HEAD" ? "GET" : exchange.method;
  const version = /v\d+\.\d+(?=\/$)/.exec(root)?.[0] ?? "v9.2";
  return api.dataverse.handle({ method, path, version, headers, body, userId: user.id, origin: exchange.origin, ...more });
}

function sendAnswer(exchange: Exchange, response: DataverseResponse): void {
  answer(exchange, response.status, { "Cache-Control": "no-cache", ...response.headers }, response.body);
}

function unauthorized({ logins }: Directory, exchange: Exchange): DataverseResponse {
  const given = exchange.request.headers.authorization === undefined ? "no credentials" : "a token that is no user's";
  const response = errorAnswer(401, "0x80040204", `Unauthorized: ${given}. Send "Authorization: Bearer" and one of ${logins}.`);
  return { ...response, headers: { ...response.headers, "WWW-Authenticate": "Bearer" } };
}

function faultAnswer(status: number, fault: Fault): DataverseResponse {
  const { code, message } = faultError(status);
  const response = errorAnswer(status, code, message);
  if (fault.retryAfterSeconds === undefined) return response;
  return { ...response, headers: { ...response.headers, "Retry-After": String(fault.retryAfterSeconds) } };
}

function errorAnswer(status: number, code: string, message: string): DataverseResponse {
  return {
    status,
    headers: { "Content-Type": "application/json; odata.metadata=minimal; charset=utf-8", "OData-Version": "4.0" },
    body: JSON.stringify({ error: { code, message } }),
  };
}
