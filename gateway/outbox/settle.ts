/** Writes that must not be given up. */
import { GatewayError, backOffMs } from "../contract";
import type { OutboxTools } from "./outboxTools";

const firstWaitMs = 1_000;
const maxWaitMs = 60_000;

/**
 * Does something until Dataverse takes it, or the outbox has ended. What the provider has taken is known here alone until it is written down: as long as
 * the instance lives it tries.
 *
 * @param what for the log: what is to be written
 * @returns undefined: the outbox has ended
 */
export async function settle<Result>(
  tools: OutboxTools,
  id: string,
  what: string,
  write: () => Promise<Result>,
): Promise<Result | undefined> {
  for (let attempt = 1; !tools.ended.aborted; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      tools.log(`${id}: ${what} could not be written, and is tried again. Status ${error.status}.`, {
        message: id,
        event: "write_failed",
        status: error.status,
      });
      const waitMs = Math.max(error.retryAfterMs ?? 0, backOffMs(attempt, firstWaitMs, maxWaitMs));
      await tools.sleep(waitMs, tools.ended).catch(() => undefined);
    }
  }
  return undefined;
}
