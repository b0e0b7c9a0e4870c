/** From the rows that change seldom to what they mean: roles, configuration record, the agent's own settings. */
import { DEFAULT_CONFIGURATION, readConfiguration } from "../domain/configuration";
import type { Configuration, Corner } from "../domain/configuration";
import { NO_SETTINGS } from "../domain/settings";
import type { AgentSettings } from "../domain/settings";
import type { Profile } from "../inbox/ports";
import { CORNERS, PRIVILEGES } from "./names";
import * as AGENT_SETTING from "./names/agentSetting";
import * as CONFIGURATION from "./names/configuration";
import { dateOf } from "./rows";
import type { Row } from "./rows";
import { dateTime } from "./values";

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
    configuration: configurationOf(configuration),
    settings: settingsOf(settings),
    allowed: {
      sound: configuration?.[CONFIGURATION.soundAllowed] !== false,
      desktop: configuration?.[CONFIGURATION.desktopAllowed] !== false,
    },
  };
}

function configurationOf(row: Row | undefined): Configuration {
  if (!row) return DEFAULT_CONFIGURATION;
  return readConfiguration({
    idleTimeoutMinutes: row[CONFIGURATION.idleTimeoutMinutes],
    refreshSeconds: row[CONFIGURATION.refreshSeconds],
    floatingBubble: row[CONFIGURATION.floatingBubble],
    corner: cornerOf(row),
  });
}

/** Silent, until the agent asks for a sound or a desktop notification. */
function settingsOf(row: Row | undefined): AgentSettings {
  if (!row) return NO_SETTINGS;
  return {
    ...NO_SETTINGS,
    corner: cornerOf(row),
    sound: row[AGENT_SETTING.sound] === true,
    desktop: row[AGENT_SETTING.desktopNotification] === true,
    quietUntil: dateOf(row, AGENT_SETTING.doNotDisturbUntil),
  };
}

/** The columns of the agent's own row that hold these settings. */
export function settingsColumns({ corner, sound, desktop, quietUntil }: AgentSettings): Row {
  const value = Object.entries(CORNERS).find(([, name]) => name === corner)?.[0];
  return {
    [AGENT_SETTING.bubbleCorner]: value === undefined ? null : Number(value),
    [AGENT_SETTING.sound]: sound,
    [AGENT_SETTING.desktopNotification]: desktop,
    [AGENT_SETTING.doNotDisturbUntil]: quietUntil === null ? null : dateTime(quietUntil),
  };
}

/** The column has the same name in both tables. */
function cornerOf(row: Row | undefined): Corner | null {
  const value = row?.[CONFIGURATION.bubbleCorner];
  return typeof value === "number" && value in CORNERS ? CORNERS[value as keyof typeof CORNERS] : null;
}
