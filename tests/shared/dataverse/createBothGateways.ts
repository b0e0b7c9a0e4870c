import { createActionGateway } from "../../../shared/dataverse/actionGateway";
import type { ApiClient } from "../../../shared/dataverse/client";
import { createGateway } from "../../../shared/dataverse/gateway";
import type { ActionGateway, InboxGateway } from "../../../shared/inbox/ports";

/** The server as a user's inbox and their actions know it, in one. */
export function createBothGateways(
  client: ApiClient,
  userId: string,
  browserNow: () => number,
  userName = "",
): InboxGateway & ActionGateway {
  return { ...createGateway(client, userId, browserNow, userName), ...createActionGateway(client, userId, browserNow) };
}
