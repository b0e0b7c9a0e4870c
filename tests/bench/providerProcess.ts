/** The provider in a process of its own: it sends the webhooks it is told to, as it would from its own machines. Started by `fork`; see `startProvider`. */
import { post } from "../gateway/gateway";
import { inParallel } from "./inParallel";

/** Webhooks to send: so many at a time, to the gateways in turn. */
export interface WebhookOrder {
  readonly ports: readonly number[];
  /** Forms, URL encoded. */
  readonly forms: readonly string[];
  readonly atOnce: number;
}

/** Null: each was answered with 200; else what was wrong. */
export type WebhookOutcome = string | null;

async function sendAll({ ports, forms, atOnce }: WebhookOrder): Promise<void> {
  await inParallel(forms, atOnce, async (form, at) => {
    const { status, text } = await post(ports[at % ports.length] ?? 0, new URLSearchParams(form));
    if (status !== 200) throw new Error(`${status} ${text}`);
  });
}

process.on("message", (order: WebhookOrder) => {
  sendAll(order).then(
    () => process.send?.(null satisfies WebhookOutcome),
    (error: unknown) => process.send?.(String(error) satisfies WebhookOutcome),
  );
});
