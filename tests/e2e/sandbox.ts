/** The sandbox as `npm start` runs it, in a process of its own, with the packed managed solution. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
/** The solution that the sandboxes of the tests import. */
export const packedZip = join(root, "Solutions", "bin", "MessageNotification_managed.zip");
/** The two cores are shared with Chromium. */
const START_LIMIT = 60_000;

/** The users of the sandbox who work in the app. */
export type Agent = "ana" | "ben" | "chloe" | "mia" | "zoe" | "root";

/** One line of the request log. */
export interface LoggedRequest {
  readonly method: string;
  readonly url: string;
  readonly status: number;
}

/** A running sandbox, and the contract's ways to act on it. */
export interface Sandbox {
  readonly port: number;
  urlOf(agent: Agent, path?: string): string;
  /** An inbound text; `name` makes or finds a contact; `to`: another number than the demonstration's. */
  sms(from: string, body: string, name?: string, receivedAt?: Date, to?: string): Promise<void>;
  /** The shell's temper, for pages that load from now on; the other doubts are friendly. */
  temper(readings: Readonly<Record<string, string>>): Promise<void>;
  /** Ends a user's session, until they load the app again. */
  signOut(agent: Agent): Promise<void>;
  advanceClock(seconds: number): Promise<void>;
  fault(fault: Readonly<Record<string, unknown>>): Promise<void>;
  clearFaults(): Promise<void>;
  /** What the product asked of the Web API as this user, oldest first. */
  requests(agent: Agent): Promise<readonly LoggedRequest[]>;
  clearRequests(): Promise<void>;
  /** What becomes of the next answers that are sent (docs/sandbox.md, Answers). */
  provider(outcome: string, times?: number): Promise<void>;
  /** The words of what a customer's phone got, oldest first. */
  received(number: string): Promise<readonly string[]>;
  /** The Web API as a user. */
  api(user: Agent | "gateway", method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** An answer of the Web API. */
export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

/** What a sandbox is started with: files of zips that are imported after the product's. */
export interface SandboxStart {
  readonly data?: string;
  readonly demo?: boolean;
  readonly more?: readonly string[];
}

/** Starts a sandbox on a free port. @throws Error with what it printed when it does not come up */
export async function startSandbox(options: SandboxStart = {}): Promise<Sandbox> {
  if (!existsSync(packedZip)) throw new Error(`${packedZip} is missing. Run: npm run pack`);
  const args = [join(root, "tools", "run.mjs"), "demo/start.ts", "--solution", packedZip];
  for (const zip of options.more ?? []) args.push("--solution", zip);
  args.push(...(options.demo ? [] : ["--empty"]));
  const env = { ...process.env, PORT: "0", SANDBOX_DATA: options.data ?? ":memory:" };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const port = await readPort(child);
  const base = `http://localhost:${port}`;

  async function call(path: string, method = "GET", body?: object): Promise<unknown> {
    const init = body ? { method, body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : { method };
    const response = await fetch(base + path, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  }

  return {
    port,
    urlOf: (agent, path = "/") => `http://${agent}.localhost:${port}${path}`,
    async sms(from, body, name, receivedAt, to) {
      await call("/sandbox/sms", "POST", {
        from,
        body,
        ...(name === undefined ? {} : { name }),
        ...(receivedAt ? { receivedAt: receivedAt.toISOString() } : {}),
        ...(to === undefined ? {} : { to }),
      });
    },
    async temper(readings) {
      await call("/sandbox/shell", "DELETE");
      await call("/sandbox/shell", "POST", readings);
    },
    async signOut(user) {
      await call("/sandbox/signout", "POST", { user });
    },
    async advanceClock(advanceSeconds) {
      await call("/sandbox/clock", "POST", { advanceSeconds });
    },
    async fault(fault) {
      await call("/sandbox/faults", "POST", fault);
    },
    async clearFaults() {
      await call("/sandbox/faults", "DELETE");
    },
    requests: async (agent) => (await call(`/sandbox/requests?user=${agent}`)) as LoggedRequest[],
    async clearRequests() {
      await call("/sandbox/requests", "DELETE");
    },
    async provider(outcome, times = 1) {
      await call("/sandbox/provider", "POST", { outcome, times });
    },
    async received(number) {
      const texts = (await call(`/sandbox/phone?number=${encodeURIComponent(number)}`)) as readonly { readonly body: string }[];
      return texts.map(({ body }) => body);
    },
    async api(user, method, path, body, headers = {}) {
      const response = await fetch(`${base}/api/data/v9.2/${path}`, {
        method,
        headers: { Authorization: `Bearer ${user}`, ...(body ? { "Content-Type": "application/json" } : {}), ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>) };
    },
    kill: () => end(child, "SIGKILL"),
    stop: () => end(child, "SIGTERM"),
  };
}

/** The port of the line that says that the sandbox answers. */
function readPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const fail = (why: string) => reject(new Error(`The sandbox did not start (${why}). It printed:\n${printed}`));
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      fail("no ready line in time");
    }, START_LIMIT);
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const ready = /Sandbox ready: http:\/\/localhost:(\d+)\//.exec(printed);
      if (!ready) return;
      clearTimeout(timer);
      resolve(Number(ready[1]));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.on("exit", (code) => {
      clearTimeout(timer);
      fail(`exit code ${code ?? "none"}`);
    });
  });
}

function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
