import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { smallZip } from "../../sandbox/tests/fixture/smallZip";
import { ask, rows } from "../../sandbox/tests/http/ask";
import { sampleSolution } from "../../sandbox/tests/http/sampleSolution";
import { buildTimeout, managedZip, sendSms } from "./server";

const root = path.join(__dirname, "..", "..");
let folder: string;
let zip: string;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "sandbox-start-"));
  zip = path.join(folder, "solution.zip");
  writeFileSync(zip, await managedZip());
}, buildTimeout);
afterEach(async () => {
  await Promise.all([...children].map((child) => kill(child)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  /** Resolves with the port at "Sandbox ready", rejects when the process ends before. */
  readonly ready: Promise<number>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  output(): string;
}

/** `npm start`, without npm: one process, so that killing it kills the server. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, "demo", "start.ts"), ...args], {
    cwd: root,
    env: { ...process.env, PORT: "0", SANDBOX_DATA: ":memory:", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const ready = new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString("utf8");
      const port = /^Sandbox ready: http:\/\/localhost:(\d+)\/$/m.exec(output)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then((code) => reject(new Error(`It ended with ${code ?? "a signal"}: ${output}`)));
  });
  ready.catch(() => undefined);
  return { child, ready, ended, output: () => output };
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await closed;
}

describe("npm start", () => {
  it("serves the demonstration sessions of a given zip, and stops when it is told", async () => {
    const started = start(["--solution", zip]);
    const port = await started.ready;
    expect((await ask(port, "/sandbox/requests")).json()).toEqual([]);
    expect(await rows(port, "ana", "msgn_sessions?$select=msgn_sessionid")).toHaveLength(12);
    expect((await ask(port, "/uclient/shell/main.js")).status).toBe(200);
    started.child.kill("SIGTERM");
    // Windows knows no SIGTERM: there the process just ends.
    expect(await started.ended).toBe(process.platform === "win32" ? null : 0);
  }, 60_000);

  it("leaves out the sessions with --empty, and makes the configuration record all the same", async () => {
    const port = await start(["--solution", zip, "--empty"]).ready;
    expect(await rows(port, "ana", "msgn_sessions")).toEqual([]);
    expect(await rows(port, "ana", "msgn_configurations")).toHaveLength(1);
  }, 60_000);

  it("loses nothing that was acknowledged when it is killed in the middle of an action", async () => {
    const env = { SANDBOX_DATA: path.join(folder, "killed") };
    const first = start(["--solution", zip, "--empty"], env);
    const port = await first.ready;
    const acknowledged: string[] = [];
    const texting = (async () => {
      for (let index = 0; ; index++) acknowledged.push((await sendSms(port, { from: "+15550180", body: String(index) })).messageId);
    })();
    texting.catch(() => undefined);
    while (acknowledged.length < 20) await new Promise((resolve) => setTimeout(resolve, 10));
    await kill(first.child);
    await texting.catch(() => undefined);

    const second = await start(["--solution", zip, "--empty"], env).ready;
    const kept = new Set((await rows(second, "root", "msgn_messages?$select=msgn_messageid")).map((row) => row.msgn_messageid));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    // At most the one that was on its way has come besides.
    expect(kept.size - acknowledged.length).toBeLessThanOrEqual(1);
  }, 90_000);

  it("keeps data and clock between starts, and begins anew with --reset", async () => {
    const env = { SANDBOX_DATA: path.join(folder, "kept") };
    const first = start(["--solution", zip], env);
    const port = await first.ready;
    await ask(port, "/sandbox/clock", { method: "POST", body: { advanceSeconds: 3600 } });
    await sendSms(port, { from: "+15550181", body: "Kept" });
    await kill(first.child);

    const second = start(["--solution", zip], env);
    const secondPort = await second.ready;
    expect(await rows(secondPort, "ana", "msgn_sessions")).toHaveLength(13);
    expect((await ask(secondPort, "/sandbox/clock")).json()).toMatchObject({ advancedSeconds: 3600 });
    await kill(second.child);

    const third = await start(["--solution", zip, "--reset", "--empty"], env).ready;
    expect(await rows(third, "ana", "msgn_sessions")).toEqual([]);
    expect((await ask(third, "/sandbox/clock")).json()).toMatchObject({ advancedSeconds: 0 });
  }, 120_000);
});

describe("npm start with solutions of other makers", () => {
  const write = (name: string, content: Uint8Array): string => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const flow = '<Workflows><Workflow Name="Remind"><Category>5</Category></Workflow></Workflows>';

  it("imports several in the order given, says what they have that is not played, and makes no rows of the product's", async () => {
    const [bare, sample] = [write("bare.zip", smallZip({ uniqueName: "Bare", more: [flow] })), write("sample.zip", sampleSolution())];
    const started = start(["--solution", bare, "--solution", sample]);
    const port = await started.ready;
    expect(started.output()).toMatch(/^Bare 1\.0\.0\.0 has what the sandbox does not play:\n  cloud flow: Remind\nSandbox ready: /m);
    expect(await rows(port, "ana", "sample_tickets")).toEqual([]);
    expect(await rows(port, "ana", "contacts")).toEqual([]);
  }, 60_000);

  it("makes the product's first rows once the product comes into the same data", async () => {
    const env = { SANDBOX_DATA: path.join(folder, "later") };
    const sample = write("sample.zip", sampleSolution());
    const first = start(["--solution", sample], env);
    await first.ready;
    await kill(first.child);
    const port = await start(["--solution", sample, "--solution", zip], env).ready;
    expect(await rows(port, "ana", "msgn_sessions?$select=msgn_sessionid")).toHaveLength(12);
  }, 90_000);
});

describe("npm start says what to do, and ends with 1", () => {
  const fails = async (args: readonly string[], env: Readonly<Record<string, string>>, expected: RegExp): Promise<void> => {
    const started = start(args, env);
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(expected);
    // People get a sentence, not a stack.
    expect(started.output()).not.toMatch(/^\s+at /m);
  };

  it("when the port is taken", async () => {
    const other = net.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as net.AddressInfo;
    try {
      await fails(["--solution", zip], { PORT: String(port) }, new RegExp(`Port ${port} is taken.*PORT`));
    } finally {
      other.close();
    }
  }, 30_000);

  it("when PORT is no port", () => fails([], { PORT: "eighty" }, /PORT is "eighty".*1 to 65535/), 30_000);

  it("when an option is unknown", () => fails(["--rest"], {}, /--rest[^]*Usage: npm start/), 30_000);

  it("when the zip is not there", () => fails(["--solution", "nothing.zip"], {}, /There is no file .*nothing\.zip/), 30_000);

  it("when the zip is broken", async () => {
    const broken = path.join(folder, "broken.zip");
    writeFileSync(broken, (await managedZip()).subarray(0, 2000));
    await fails(["--solution", broken], {}, /The solution was not imported/);
  }, 30_000);

  it("when the data cannot be kept where SANDBOX_DATA says", async () => {
    const file = path.join(folder, "a-file");
    writeFileSync(file, "");
    await fails(["--solution", zip], { SANDBOX_DATA: file }, /cannot be kept in .*a-file.*SANDBOX_DATA/);
  }, 30_000);

  it("when another sandbox uses the same data", async () => {
    const env = { SANDBOX_DATA: path.join(folder, "shared") };
    await start(["--solution", zip, "--empty"], env).ready;
    await fails(["--solution", zip], env, /Another sandbox .*SANDBOX_DATA/);
    await fails(["--solution", zip, "--reset"], env, /Another sandbox .*SANDBOX_DATA/);
  }, 60_000);
});
