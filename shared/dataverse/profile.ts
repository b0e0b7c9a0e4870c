/** From the rows that change seldom to what they mean: roles, configuration record, the agent's own settings. */
import { NO_ALERTS } from "../domain/alerts";
import type { AlertSettings } from "../domain/alerts";
import { DEFAULT_CONFIGURATION, readConfiguration } from "../domain/configuration";
import type { Configuration, Corner } from "../domain/configuration";
import type { Profile } from "../inbox/ports";
import { AGENT_SETTING, CONFIGURATION, CORNERS, PRIVILEGES } from "./names";
import { dateOf } from "./rows";
import type { Row } from "./rows";

/**
 * @param configuration the configuration record; undefined where there is none
 * @param settings the agent's own row; undefined where there is none
 */
export function profileOf(userId: string, privileges: ReadonlySet<string>, configuration?: Row, settings?: Row): Profile {
  // Who may make the configuration record is not bound by what it says to agents.
  const isAdministrator = privileges.has(PRIVILEGES.createConfiguration);
  const mayBlock = isAdministrator || configuration?.[CONFIGURATION.agentsMayBlock] !== false;
  return {
    viewer: { userId, mayBlock: mayBlock && privileges.has(PRIVILEGES.writeContactNumber) },
    mayUse: privileges.has(PRIVILEGES.readSession) && privileges.has(PRIVILEGES.readMessage),
    configuration: configurationOf(configuration, settings),
    alerts: alertsOf(configuration, settings),
  };
}

/** The agent's own corner goes before the configuration record's. */
function configurationOf(row: Row | undefined, settings: Row | undefined): Configuration {
  const own = cornerOf(settings);
  if (!row) return { ...DEFAULT_CONFIGURATION, corner: own ?? DEFAULT_CONFIGURATION.corner };
  return readConfiguration({
    idleTimeoutMinutes: row[CONFIGURATION.idleTimeoutMinutes],
    refreshSeconds: row[CONFIGURATION.refreshSeconds],
    floatingBubble: row[CONFIGURATION.floatingBubble],
    corner: own ?? cornerOf(row),
  });
}

/** Forbidden for everyone, or not wanted by this agent: nothing. A sound is on by default, a desktop notification is not. */
function alertsOf(row: Row | undefined, settings: Row | undefined): AlertSettings {
  if (!settings) return NO_ALERTS;
  return {
    sound: row?.[CONFIGURATION.soundAllowed] !== false && settings[AGENT_SETTING.sound] !== false,
    desktop: row?.[CONFIGURATION.desktopAllowed] !== false && settings[AGENT_SETTING.desktopNotification] === true,
    quietUntil: dateOf(settings, AGENT_SETTING.doNotDisturbUntil),
  };
}

/** The column has the same name in both tables. */
function cornerOf(row: Row | undefined): Corner | null {
  const value = row?.[CONFIGURATION.bubbleCorner];
  return typeof value === "number" && value in CORNERS ? CORNERS[value as keyof typeof CORNERS] : null;
}
