/** Callers that sign nothing, and know a secret instead. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { WebhookCall } from "./webhook";

/** The header that holds the secret; where a caller can set none, the query's `code` does. */
export const SECRET_HEADER = "x-gateway-secret";

/** Whether the caller knows the secret. Takes the same time for every wrong one. */
export function hasSecret({ headers, query }: Pick<WebhookCall, "headers" | "query">, secret: string): boolean {
  const header = headers[SECRET_HEADER];
  const given = typeof header === "string" ? header : (query.get("code") ?? "");
  return timingSafeEqual(digest(given), digest(secret));
}

/** Of equal length, whatever is given. */
const digest = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest();
