import type { ApiRequest } from "./client";
import * as MESSAGE from "./names/message";
import { guid } from "./values";

/**
 * The request that marks a message read as of then, or (null) unread. If-Match `*`: a message that was deleted meanwhile is not made anew by it.
 * @throws Error for what is no id
 */
export function readOnRequest(messageId: string, readOn: string | null): ApiRequest {
  return {
    method: "PATCH",
    path: `${MESSAGE.set}(${guid(messageId)})`,
    headers: { "If-Match": "*" },
    body: { [MESSAGE.readOn]: readOn },
  };
}
