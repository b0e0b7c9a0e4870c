import type { Sandbox } from "../sandbox";
import type { DemoState } from "./conversations";
import { before, iso, rowId } from "./demoRow";
import { userId } from "./users";

/** The choice `msgn_eventkind`. */
const ACCEPTED = 864500000;

/** That somebody has accepted a conversation, at the time at which they did: only the platform can make rows of the past in their name. @throws Error where it is refused */
export function createAcceptance(
  { dataverse }: Pick<Sandbox, "dataverse">,
  sessionId: string,
  state: Extract<DemoState, { readonly minutesAgo: number }>,
  start: number,
  index: number,
): void {
  const { status, body } = dataverse.asSystem({
    method: "PATCH",
    path: `msgn_sessionevents(${rowId(5, index)})`,
    headers: { "if-none-match": "*", "content-type": "application/json" },
    asUser: userId(state.by),
    body: {
      msgn_name: "Accepted",
      msgn_kind: ACCEPTED,
      "msgn_sessionid@odata.bind": `/msgn_sessions(${sessionId})`,
      overriddencreatedon: iso(before(start, state.minutesAgo)),
    },
  });
  if (status !== 204 && status !== 412) throw new Error(`msgn_sessionevents: ${status} ${body}`);
}
