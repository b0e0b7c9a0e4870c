import { createAgentGateway } from "../../../shared/dataverse/agentGateway";
import type { ApiClient } from "../../../shared/dataverse/client";
import { createGateway } from "../../../shared/dataverse/gateway";
import type { AgentGateway, InboxGateway } from "../../../shared/inbox/ports";

/** The server as a user's inbox and their actions know it, in one. */
export function createBothGateways(
  client: ApiClient,
  userId: string,
  browserNow: () => number,
  userName = "",
): InboxGateway & AgentGateway {
  return { ...createGateway(client, userId, browserNow), ...createAgentGateway(client, userId, browserNow, userName) };
}
