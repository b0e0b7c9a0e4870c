/** Whether the gateway can do its work now. */
import { GatewayError } from "./contract";
import type { Connection } from "./contract";
import { whoAmI } from "./outbox";
import type { OutboxState } from "./outbox";
import { say } from "./reply";
import type { Reply } from "./reply";

/** What was seen is believed for so long. */
const believedForMs = 10_000;
/** What asks `/ready` waits for some seconds only. */
const patienceMs = 2_000;

/**
 * Answers `/ready`: 200 when Dataverse knows the gateway, 503 when it does not, or the gateway is about to end. However often it is asked, Dataverse is asked once in
 * ten seconds at most; not at all while the outbox sees it anyway.
 *
 * @param outbox how the outbox is; undefined: nothing is sent
 */
export function createReadiness(
  connection: Connection,
  outbox: () => OutboxState | undefined,
  isStopping: () => boolean,
): () => Promise<Reply> {
  let asked: { readonly at: number; readonly answer: Promise<Reply> } | undefined;

  async function ask(): Promise<Reply> {
    try {
      await whoAmI({ ...connection, patienceMs, timeoutMs: patienceMs });
      return say(200, "ready");
    } catch (error) {
      const status = error instanceof GatewayError ? error.status : 0;
      return say(503, `Dataverse does not answer as it should (${status}).`);
    }
  }

  return () => {
    if (isStopping()) return Promise.resolve(say(503, "The gateway is about to end."));
    const { lookedAt = -Infinity, failures = 1 } = outbox() ?? {};
    if (failures === 0 && Date.now() - lookedAt < believedForMs) return Promise.resolve(say(200, "ready"));
    if (!asked || Date.now() - asked.at >= believedForMs) asked = { at: Date.now(), answer: ask() };
    return asked.answer;
  };
}
