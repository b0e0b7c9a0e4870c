/** From the rows that change seldom to what the rules need: roles, and what the configuration record says of time and of Block. */
import { readIdleTimeout, readRefreshInterval } from "../domain/configuration";
import type { ViewerProfile } from "../inbox/ports";
import { PRIVILEGES } from "./names";
import * as CONFIGURATION from "./names/configuration";
import type { Row } from "./rows";

/** What it takes of the configuration record. */
export const VIEWER_COLUMNS = [CONFIGURATION.idleTimeoutMinutes, CONFIGURATION.refreshSeconds, CONFIGURATION.agentsMayBlock].join();

/** @param configuration the configuration record; undefined where there is none: then takeover is off */
export function viewerProfileOf(userId: string, privileges: ReadonlySet<string>, configuration?: Row): ViewerProfile {
  // Who may make the configuration record is not bound by what it says to agents.
  const isAdministrator = privileges.has(PRIVILEGES.createConfiguration);
  const mayBlock = isAdministrator || configuration?.[CONFIGURATION.agentsMayBlock] !== false;
  return {
    viewer: { userId, mayBlock: mayBlock && privileges.has(PRIVILEGES.writeContactNumber) },
    mayUse: privileges.has(PRIVILEGES.readSession) && privileges.has(PRIVILEGES.readMessage),
    configuration: {
      idleTimeout: readIdleTimeout(configuration?.[CONFIGURATION.idleTimeoutMinutes]),
      refreshInterval: readRefreshInterval(configuration?.[CONFIGURATION.refreshSeconds]),
    },
  };
}
