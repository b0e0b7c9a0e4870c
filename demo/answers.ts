import { DELIVERY_STATUS, OUTBOUND } from "../gateway/outbox";
import type { Sandbox } from "../sandbox";
import type { DemoConversation } from "./conversations";
import { before, iso, rowId } from "./demoRow";
import { write } from "./write";

/** The owner's answers of a conversation, with what became of each. They are the owner's rows, as those that are written in the app. */
export async function createAnswers(
  target: Pick<Sandbox, "connect">,
  { state, texts }: DemoConversation,
  sessionId: string,
  start: number,
  index: number,
): Promise<void> {
  if (state.kind === "new") return;
  for (const [position, { body, minutesAgo, outbound }] of texts.entries()) {
    if (!outbound) continue;
    await write(
      target.connect(state.by),
      `msgn_messages(${rowId(4, index, position)})`,
      {
        msgn_name: body.slice(0, 100),
        msgn_body: body,
        msgn_direction: OUTBOUND,
        msgn_receivedon: iso(before(start, minutesAgo)),
        msgn_deliverystatus: DELIVERY_STATUS[outbound.state],
        ...(outbound.error === undefined ? {} : { msgn_deliveryerror: outbound.error }),
        // What nobody could confirm has no id of the provider's.
        ...(outbound.state === "unconfirmed" ? {} : { msgn_providermessageid: `demo-${index + 1}-${position + 1}` }),
        msgn_segments: 1,
        "msgn_sessionid@odata.bind": `/msgn_sessions(${sessionId})`,
      },
      { "If-None-Match": "*" },
    );
  }
}
