import { demoConfiguration } from "../../demo/demoConfiguration";
import { createSandbox } from "../../sandbox";
import type { Sandbox } from "../../sandbox";
import { ask } from "../../sandbox/tests/http/ask";
import { packedSolution } from "../packed";

/** Building takes a while where nothing is built yet. */
export const buildTimeout = 300_000;

/** The managed zip of the solution. */
export const managedZip = packedSolution;

/** A sandbox of its own with the demonstration, on a free port, empty, in memory unless a folder is given. */
export async function startSandbox(data?: string): Promise<Sandbox> {
  return createSandbox({
    solution: await managedZip(),
    configuration: (_, keep) => demoConfiguration(keep),
    ...(data === undefined ? {} : { data }),
  });
}

/** What `POST /sandbox/sms` answers. */
export interface Sent {
  readonly status: number;
  readonly messageId: string;
  readonly sessionId: string;
  readonly contactNumberId: string;
}

/** Sends a text from the phone. Fails the test when it is not delivered. */
export async function sendSms(port: number, body: Readonly<Record<string, unknown>>): Promise<Sent> {
  const answer = await ask(port, "/sandbox/sms", { method: "POST", body });
  if (answer.status >= 300) throw new Error(`POST /sandbox/sms: ${answer.status} ${answer.text}`);
  return { status: answer.status, ...(answer.json() as Omit<Sent, "status">) };
}
