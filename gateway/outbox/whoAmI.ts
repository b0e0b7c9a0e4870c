/** Who the gateway is signed in as. */
import { expectSuccess, send, textOf } from "../contract";
import type { Connection, Row } from "../contract";

/** The row id of the application user, in lower case. @throws GatewayError */
export async function whoAmI(connection: Connection): Promise<string> {
  const deadline = Date.now() + (connection.patienceMs ?? Infinity);
  const answer = await send(connection, { method: "GET", path: "WhoAmI()" }, deadline);
  return textOf(JSON.parse(expectSuccess(answer, "WhoAmI()").text) as Row, "UserId").toLowerCase();
}
