/** A running example gateway before a running sandbox, and Twilio, who sends to it. */
import { randomBytes } from "node:crypto";
import type http from "node:http";
import type { AddressInfo } from "node:net";
import { createGateway } from "../../gateway/gateway";
import type { GatewayOptions } from "../../gateway/gateway";
import { twilioSignature } from "../../gateway/providers/twilio/signature";
import type { Connection } from "../../gateway/contract";
import type { Sandbox } from "../../sandbox";
import { ask } from "../../sandbox/tests/http/ask";
import { buildTimeout, startSandbox } from "../demo/server";

/** The address that is configured at Twilio; it is not this machine's. */
export const publicUrl = "https://sms.example.com/sms?tenant=1";
export const authToken = "the-auth-token";

/** Settings of a gateway that receives by Twilio. */
export const receiving = {
  publicUrl,
  provider: { name: "twilio", authToken, accountSid: undefined, apiUrl: undefined },
  ...{ wakeSecret: undefined, pollMs: 300, sendsPerSecond: 1000, parallelSends: 8 },
} as const;

/** A gateway that listens on a free port. */
export interface RunningGateway {
  readonly port: number;
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** Starts the gateway as the sandbox's user `gateway`; it receives, and sends nothing unless `options` say how. */
export async function startGateway(
  sandbox: Sandbox,
  changes: Partial<Connection> = {},
  options: Partial<GatewayOptions> = {},
): Promise<RunningGateway> {
  const log: string[] = [];
  const connection = { ...sandbox.connect("gateway"), ...changes };
  const gateway = createGateway({ ...receiving, connection, log: (line) => void log.push(line), ...options });
  const service = gateway.server;
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  gateway.outbox?.start();
  const stop = async () => {
    await gateway.outbox?.stop(0);
    await close(service);
  };
  return { port: (service.address() as AddressInfo).port, log, close: stop };
}

/** What the tests of a file or a `describe` share. */
export interface GatewayScene {
  readonly sandbox: Sandbox;
  readonly gateway: RunningGateway;
  /** Makes the sandbox's next answers fail, until the test ends. */
  fault(body: object): Promise<unknown>;
}

/** Starts both for the tests beside the call, and stops them after. Faults end with each test. The properties are there once the tests run. */
export function setGatewayScene(changes: Partial<Connection>): GatewayScene {
  const scene = {
    fault: (body: object) => ask(scene.sandbox.port, "/sandbox/faults", { method: "POST", body }),
  } as { -readonly [Part in keyof GatewayScene]: GatewayScene[Part] };
  beforeAll(async () => {
    scene.sandbox = await startSandbox();
    scene.gateway = await startGateway(scene.sandbox, changes);
  }, buildTimeout);
  afterAll(async () => {
    await scene.gateway.close();
    await scene.sandbox.close();
  });
  afterEach(() => ask(scene.sandbox.port, "/sandbox/faults", { method: "DELETE" }));
  return scene;
}

function close(service: http.Server): Promise<void> {
  service.closeAllConnections();
  return new Promise((resolve) => service.close(() => resolve()));
}

/** An id as Twilio gives messages. */
export function newSid(): string {
  return `SM${randomBytes(16).toString("hex")}`;
}

/** The fields of a webhook, a text from +15550100 where nothing else is given. */
export function webhook(changes: Readonly<Record<string, string>> = {}): URLSearchParams {
  const fields = {
    MessageSid: newSid(),
    AccountSid: "AC1",
    From: "+15550100",
    To: "+15550999",
    Body: "Hi",
    NumMedia: "0",
    NumSegments: "1",
  };
  return new URLSearchParams({ ...fields, ...changes });
}

/** What the gateway answers Twilio. */
export interface Reply {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** Sends a form to the webhook. Rejects when the connection is cut. */
export async function post(port: number, form: URLSearchParams, signature?: string): Promise<Reply> {
  const response = await fetch(`http://127.0.0.1:${port}/sms?tenant=1`, {
    method: "POST",
    headers: { "X-Twilio-Signature": signature ?? twilioSignature(authToken, publicUrl, form) },
    body: form,
  });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}
