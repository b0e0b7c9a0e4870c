/** Whoever sends whatever, however slowly: the service stays at work for the others. */
import type http from "node:http";
import net from "node:net";
import type { AddressInfo } from "node:net";
import { createLimitedLog } from "../../gateway/limitedLog";
import { countFields, defaultLimits } from "../../gateway/limits";
import { isFromTwilio, twilioSignature } from "../../gateway/providers/twilio/signature";
import { readWebhook } from "../../gateway/providers/twilio/webhook";
import { createGateway } from "../../gateway/gateway";
import { say } from "../../gateway/reply";
import { createService } from "../../gateway/server";
import type { Limits } from "../../gateway/limits";
import { authToken, newSid, publicUrl, receiving } from "./gateway";

const FORM = "application/x-www-form-urlencoded";
const open: http.Server[] = [];
afterEach(() => {
  for (const service of open.splice(0)) {
    service.closeAllConnections();
    service.close();
  }
});

/** A service whose Dataverse is never asked: nothing here is signed and right. */
async function start(limits: Partial<Limits> = {}): Promise<{ readonly port: number; readonly log: string[] }> {
  const log: string[] = [];
  const connection = { root: "http://127.0.0.1:1/", token: "", fetch: () => Promise.reject(new Error("asked")) };
  const service = createGateway({ ...receiving, connection, log: (line) => void log.push(line), limits }).server;
  open.push(service);
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  return { port: (service.address() as AddressInfo).port, log };
}

const post = (port: number, body: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`http://127.0.0.1:${port}/sms?tenant=1`, { method: "POST", headers: { "Content-Type": FORM, ...headers }, body });
const isWell = async (port: number): Promise<boolean> => (await fetch(`http://127.0.0.1:${port}/health`)).status === 200;

/** Short names, each of them another one. */
const manyFields = (count: number): string => Array.from({ length: count }, (_, index) => index.toString(36)).join("&");

/** What the processor has worked for this process since it was so much, in milliseconds: what other programs do meanwhile is not in it. */
function processorMs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** The processor's time for work, in milliseconds: the mean of as many times as some systems' clocks need, which tick every 16 ms. */
function effort(work: () => unknown): number {
  const since = process.cpuUsage();
  let times = 0;
  do {
    work();
    times += 1;
  } while (processorMs(since) < 60);
  return processorMs(since) / times;
}

describe("the work for a form", () => {
  const all = (body: string): void => {
    countFields(body);
    const form = new URLSearchParams(body);
    isFromTwilio(authToken, `${publicUrl}#rc=5`, form, "");
    twilioSignature(authToken, publicUrl, form);
    try {
      readWebhook(form);
    } catch {
      // Most of them are no webhooks.
    }
  };
  const signed = `MessageSid=${newSid()}&From=%2B15550100&To=%2B15550999&`;

  it.each([
    ["fields", manyFields],
    ["fields of a webhook", (size: number) => signed + manyFields(size)],
    ["fields of one name", (size: number) => Array.from({ length: size }, (_, index) => `a=${index}`).join("&")],
    ["equal fields", (size: number) => "a=1&".repeat(size)],
    ["pictures", (size: number) => signed + Array.from({ length: size }, (_, index) => `MediaUrl${index}=x`).join("&")],
    ["empty fields", (size: number) => "&".repeat(size)],
    ["broken escapes", (size: number) => "%&".repeat(size)],
    ["spaces in a text", (size: number) => `${signed}Body=x${"+".repeat(size)}x`],
    ["spaces in a number", (size: number) => signed.replace("&To=", `${"+".repeat(size)}x&To=`)],
    ["digits of a number of pictures", (size: number) => `${signed}NumMedia=${"1".repeat(size)}x`],
  ])("grows as the form does, and no faster: %s", (_, make) => {
    const [small, large] = [make(1_000), make(16_000)];
    all(large);
    // Sixteen times as much; what is quadratic takes 256 times as long.
    expect(effort(() => all(large)) / effort(() => all(small))).toBeLessThan(80);
  });
});

describe("the service", () => {
  it("answers others meanwhile, whatever large forms strangers send", async () => {
    const { port, log } = await start();
    const hostile = manyFields(16_583);
    expect(hostile.length).toBeGreaterThan(60_000);
    expect(hostile.length).toBeLessThan(defaultLimits.bodyBytes);
    const since = process.cpuUsage();
    const answers = Promise.all(Array.from({ length: 30 }, () => post(port, hostile, { "X-Twilio-Signature": "x" })));
    expect(await isWell(port)).toBe(true);
    expect((await answers).map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 413));
    // One of them took five seconds and more, before.
    expect(processorMs(since)).toBeLessThan(5_000);
    expect(log).toEqual([]);
  });

  it.each([
    [defaultLimits.fields, 403],
    [defaultLimits.fields + 1, 413],
  ])("looks at the signature of a form with %d fields: %d", async (fields, status) => {
    const { port } = await start();
    expect((await post(port, manyFields(fields))).status).toBe(status);
  });

  it("takes so many headers, and no more", async () => {
    const { port } = await start({ headers: 20 });
    const headers = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`X-${index}`, "1"]));
    expect((await post(port, "a=1", headers(5))).status).toBe(403);
    expect((await post(port, "a=1", headers(20))).status).toBe(431);
    expect((await post(port, "a=1", { "X-Long": "x".repeat(17_000) })).status).toBe(431);
    expect(await isWell(port)).toBe(true);
  });

  /** Sends this, and then a sign every 50 ms, for as long as it may. @returns what came back, and when the connection was closed */
  const trickle = (port: number, head: string, sign: string) =>
    new Promise<{ readonly answer: string; readonly ms: number }>((resolve) => {
      const started = performance.now();
      const socket = net.connect(port, "127.0.0.1", () => socket.write(head));
      const more = setInterval(() => void socket.write(sign), 50);
      let answer = "";
      socket.on("data", (chunk) => (answer += chunk.toString()));
      socket.on("error", () => undefined);
      socket.on("close", () => {
        clearInterval(more);
        resolve({ answer, ms: performance.now() - started });
      });
    });

  it.each([
    ["headers", "POST /sms?tenant=1 HTTP/1.1\r\nHost: x\r\n", "X-1: 1\r\n"],
    ["the body", `POST /sms?tenant=1 HTTP/1.1\r\nHost: x\r\nContent-Type: ${FORM}\r\nContent-Length: 60000\r\n\r\n`, "a=1&"],
    ["the body of another request", "POST /elsewhere HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n", "a=1&"],
    [
      "chunks of a body",
      `POST /sms?tenant=1 HTTP/1.1\r\nHost: x\r\nContent-Type: ${FORM}\r\nTransfer-Encoding: chunked\r\n\r\n`,
      "1\r\na\r\n",
    ],
  ])("cuts off who sends %s slowly, and answers others meanwhile", async (_, head, sign) => {
    // Long enough for one who is not slow, also where this machine stands still for a moment.
    const { port, log } = await start({ headersMs: 1_000, requestMs: 1_500 });
    const slow = Promise.all(Array.from({ length: 20 }, () => trickle(port, head, sign)));
    expect(await isWell(port)).toBe(true);
    for (const { answer, ms } of await slow) {
      expect(answer).toMatch(/^HTTP\/1\.1 4(04|08) /);
      expect(ms).toBeLessThan(5_000);
    }
    expect(await isWell(port)).toBe(true);
    expect(log.join("\n")).not.toMatch(/500/);
  });

  it("keeps a connection on which nothing comes longer than load balancers do, and no longer than it is told", async () => {
    // A load balancer that sends the next request on a connection that is just being closed gets a reset, and its sender an error.
    const usual = await fetch(`http://127.0.0.1:${(await start()).port}/health`);
    expect(usual.headers.get("keep-alive")).toBe("timeout=620");
    const { port } = await start({ idleMs: 300 });
    const socket = net.connect(port, "127.0.0.1", () => socket.write("GET /health HTTP/1.1\r\nHost: x\r\n\r\n"));
    socket.resume();
    await new Promise((resolve) => socket.on("close", resolve));
  });

  it("keeps no connection after the request that was under way when it was to end", async () => {
    let finish: () => void = () => undefined;
    const begun = new Promise<void>((begin) => {
      const slow = () => (begin(), new Promise<ReturnType<typeof say>>((resolve) => (finish = () => resolve(say(200, "Done.")))));
      open.push(createService({ webhooks: [], pages: new Map([["/slow", slow]]) }));
    });
    const [service] = open;
    await new Promise<void>((resolve) => service?.listen(0, "127.0.0.1", resolve));
    const answer = fetch(`http://127.0.0.1:${(service?.address() as AddressInfo).port}/slow`);
    await begun;
    const ended = new Promise((resolve) => service?.close(resolve));
    finish();
    expect((await answer).headers.get("connection")).toBe("close");
    await ended;
  });

  it("says that a sender went away, in a line and without a stack", async () => {
    const { port, log } = await start();
    const socket = net.connect(port, "127.0.0.1", () => {
      socket.write(`POST /sms?tenant=1 HTTP/1.1\r\nHost: x\r\nContent-Type: ${FORM}\r\nContent-Length: 10\r\n\r\na=1`);
      setTimeout(() => socket.destroy(), 50);
    });
    while (log.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(log).toEqual(["408: a sender went away, or took too long, before the whole request was here."]);
  });

  it("writes so many lines a minute about strangers, and says at its end how many more there were", async () => {
    const { port, log } = await start({ refusalsPerMinute: 3 });
    for (let time = 0; time < 10; time++) expect((await post(port, "a=1")).status).toBe(403);
    expect(log).toHaveLength(3);
    const form = new URLSearchParams({ MessageSid: newSid(), From: "72727", To: "+15550999" });
    expect((await post(port, form.toString(), { "X-Twilio-Signature": twilioSignature(authToken, publicUrl, form) })).status).toBe(400);
    expect(log[3]).toMatch(/^SM[0-9a-f]{32}: refused/);
    const [service] = open;
    service?.closeAllConnections();
    await new Promise((resolve) => service?.close(resolve));
    expect(log[4]).toMatch(/^7 more lines of this kind were left out/);
  });
});

describe("a log with a limit", () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it("begins anew each minute, and says how many lines the last one had too many", () => {
    const lines: string[] = [];
    const { log } = createLimitedLog((line) => void lines.push(line), 2);
    for (const line of ["a", "b", "c", "d"]) log(line);
    expect(lines).toEqual(["a", "b"]);
    jest.advanceTimersByTime(60_000);
    expect(lines[2]).toMatch(/^2 more lines of this kind were left out within a minute/);
    log("e");
    jest.advanceTimersByTime(60_000);
    expect(lines.slice(3)).toEqual(["e"]);
    jest.advanceTimersByTime(600_000);
    expect(lines).toHaveLength(4);
  });
});
