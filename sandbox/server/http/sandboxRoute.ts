import { BadRequest } from "./badRequest";
import { furthestAdvance } from "./clock";
import type { Clock } from "./clock";
import { ownControls } from "./configuration";
import type { Directory } from "./directory";
import { allow, answerJson, readJson } from "./exchange";
import type { Exchange } from "./exchange";
import { faultExample, readFault } from "./faults";
import type { Faults } from "./faults";
import type { RequestLog } from "./requestLog";
import type { SignIns } from "./signIns";
import { readTemper, temperExample } from "./temperSwitch";
import type { TemperSwitch } from "./temperSwitch";

/** What `/sandbox/…` works on. */
export interface Controls {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly directory: Directory;
  readonly temper: TemperSwitch;
  readonly signIns: SignIns;
  /** Addresses of the configuration's controls, for who asks for one that there is not. */
  readonly more: readonly string[];
}

const clockExample = { advanceSeconds: 900 };

/** Answers `/sandbox/…`: clock, faults, request log, the shell's temper, sign-ins, users. */
export async function sandboxRoute(controls: Controls, exchange: Exchange): Promise<void> {
  const { directory, log } = controls;
  switch (exchange.path.replace(/\/$/, "")) {
    case "/sandbox/clock":
      return clockRoute(controls.clock, exchange);
    case "/sandbox/faults":
      return faultsRoute(controls.faults, directory, exchange);
    case "/sandbox/requests":
      requestsRoute(log, directory, exchange);
      return;
    case "/sandbox/shell":
      return shellRoute(controls.temper, exchange);
    case "/sandbox/signout":
      return signOutRoute(controls.signIns, directory, exchange);
    case "/sandbox/users":
      usersRoute(directory, exchange);
      return;
    default:
      throw new BadRequest(404, `Known: ${[...ownControls, ...controls.more].sort().join(", ")}.`);
  }
}

async function clockRoute(clock: Clock, exchange: Exchange): Promise<void> {
  allow(exchange, "GET", "POST");
  if (exchange.method === "POST") {
    const { advanceSeconds, ...others } = await readJson(exchange, clockExample);
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) throw new BadRequest(400, `Unknown field "${unknown}". Known: advanceSeconds.`, clockExample);
    if (typeof advanceSeconds !== "number" || !(advanceSeconds >= 0)) {
      throw new BadRequest(400, '"advanceSeconds" must be a number of seconds, 0 or more: the clock never goes back.', clockExample);
    }
    const left = furthestAdvance - clock.advancedSeconds;
    if (advanceSeconds > left) {
      const message = `The clock can be a hundred years ahead in all, and ${clock.advancedSeconds} seconds of them are used: "advanceSeconds" can be ${left} at most. Begin anew with --reset.`;
      throw new BadRequest(400, message, clockExample);
    }
    clock.advance(advanceSeconds);
  }
  answerJson(exchange, 200, { now: new Date(clock.now()).toISOString(), advancedSeconds: clock.advancedSeconds });
}

async function faultsRoute(faults: Faults, directory: Directory, exchange: Exchange): Promise<void> {
  allow(exchange, "GET", "POST", "DELETE");
  if (exchange.method === "POST") {
    faults.add(readFault(await readJson(exchange, faultExample), (login) => directory.find(login) !== undefined));
    answerJson(exchange, 201, faults.list());
    return;
  }
  if (exchange.method === "DELETE") faults.clear();
  answerJson(exchange, 200, faults.list());
}

function requestsRoute(log: RequestLog, directory: Directory, exchange: Exchange): void {
  allow(exchange, "GET", "DELETE");
  const user = exchange.query.get("user")?.toLowerCase();
  if (user !== undefined && !directory.find(user)) throw new BadRequest(400, `There is no user "${user}". Users: ${directory.logins}.`);
  if (exchange.method === "DELETE") log.clear();
  answerJson(exchange, 200, log.list(user));
}

async function shellRoute(temper: TemperSwitch, exchange: Exchange): Promise<void> {
  allow(exchange, "GET", "POST", "DELETE");
  if (exchange.method === "POST") temper.change(readTemper(await readJson(exchange, temperExample)));
  if (exchange.method === "DELETE") temper.reset();
  answerJson(exchange, 200, temper.now);
}

async function signOutRoute(signIns: SignIns, directory: Directory, exchange: Exchange): Promise<void> {
  allow(exchange, "GET", "POST");
  if (exchange.method === "POST") {
    const example = { user: directory.example };
    const { user } = await readJson(exchange, example);
    const person = typeof user === "string" ? directory.find(user) : undefined;
    if (!person) throw new BadRequest(400, `"user" must be one of ${directory.logins}.`, example);
    signIns.end(person.login);
  }
  answerJson(exchange, 200, { signedOut: signIns.list() });
}

function usersRoute(directory: Directory, exchange: Exchange): void {
  allow(exchange, "GET");
  const users = directory.people.map(({ login, id, fullName, roles }) => ({ login, id, fullName, roles }));
  answerJson(exchange, 200, users);
}
