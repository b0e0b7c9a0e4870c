/** A provider that sends webhooks from a process of its own. */
import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { WebhookOrder, WebhookOutcome } from "./providerProcess";

/** What it can be told to do. */
export interface WebhookSender {
  /** Sends the webhooks, and ends when each is answered. @throws Error where one is not taken */
  send(order: WebhookOrder): Promise<void>;
  stop(): void;
}

/** Starts it, by the way of running TypeScript that this process was started with. */
export function startProvider(): WebhookSender {
  const child = fork(join(__dirname, "providerProcess.ts"));
  const gone = once(child, "exit").then(([code]): WebhookOutcome => `The provider's process has ended with ${String(code)}.`);
  return {
    async send(order) {
      child.send(order);
      const outcome = await Promise.race([answerOf(child), gone]);
      if (outcome !== null) throw new Error(outcome);
    },
    stop: () => void child.kill(),
  };
}

/** The next message; its listener goes with it, also where the process ends first. */
function answerOf(child: ChildProcess): Promise<WebhookOutcome> {
  return new Promise((resolve) => child.once("message", (outcome) => resolve(outcome as WebhookOutcome)));
}
