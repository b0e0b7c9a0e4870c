import { expectSuccess, send } from "../gateway/contract";
import type { Connection } from "../gateway/contract";

/**
 * One PATCH: creates or updates the row of that address. With `If-None-Match: *`, an existing row is left as it is.
 *
 * @throws GatewayError
 */
export async function write(
  connection: Connection,
  path: string,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const answer = await send(connection, {
    method: "PATCH",
    path,
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  if (answer.status === 412 && headers["If-None-Match"] !== undefined) return;
  expectSuccess(answer, path);
}
