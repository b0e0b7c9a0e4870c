/** From the rows that change seldom to what they mean: roles, configuration record, the agent's own settings. */
import { DEFAULT_CONFIGURATION, readConfiguration } from "../domain/configuration";
import type { Configuration, Corner, OpenIn } from "../domain/configuration";
import { NO_SETTINGS } from "../domain/settings";
import type { AgentSettings, BubblePlace } from "../domain/settings";
import type { Profile } from "../inbox/ports";
import { CORNERS, DENSITIES, FILTERS, FIRST_OPTION, OPEN_IN, ORDERS, SIDES } from "./names";
import * as AGENT_SETTING from "./names/agentSetting";
import * as CONFIGURATION from "./names/configuration";
import { OWNER } from "./queries";
import { dateOf, numberOf, textOf } from "./rows";
import type { Row } from "./rows";
import { dateTimeOrNull } from "./values";
import { VIEWER_COLUMNS, viewerProfileOf } from "./viewerProfile";

/** What the product reads of the configuration record. */
export const CONFIGURATION_COLUMNS = [
  VIEWER_COLUMNS,
  CONFIGURATION.bubbleCorner,
  CONFIGURATION.floatingBubble,
  CONFIGURATION.soundAllowed,
  CONFIGURATION.desktopAllowed,
  CONFIGURATION.openIn,
].join();

/** What the product reads of the agent's own row. */
export const SETTINGS_COLUMNS = [
  OWNER,
  AGENT_SETTING.bubbleCorner,
  AGENT_SETTING.bubbleSide,
  AGENT_SETTING.bubbleHeight,
  AGENT_SETTING.listFilter,
  AGENT_SETTING.listOrder,
  AGENT_SETTING.density,
  AGENT_SETTING.shortcut,
  AGENT_SETTING.countInTitle,
  AGENT_SETTING.sound,
  AGENT_SETTING.desktopNotification,
  AGENT_SETTING.doNotDisturbUntil,
  AGENT_SETTING.openIn,
  AGENT_SETTING.lastList,
].join();
/** In the column of the shortcut: none. Dataverse keeps no empty text, and no text at all means that the agent has chosen nothing. */
const NO_SHORTCUT = "None";

/**
 * @param configuration the configuration record; undefined where there is none
 * @param settings the agent's own row; undefined where there is none
 */
export function profileOf(userId: string, privileges: ReadonlySet<string>, configuration?: Row, settings?: Row): Profile {
  return {
    ...viewerProfileOf(userId, privileges, configuration),
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
    openIn: openInOf(row),
  });
}

/** A value that cannot be understood is as if the agent had chosen nothing. */
function settingsOf(row: Row | undefined): AgentSettings {
  if (!row) return NO_SETTINGS;
  const keys = textOf(row, AGENT_SETTING.shortcut);
  return {
    corner: cornerOf(row),
    place: placeOf(row),
    filter: optionOf(FILTERS, row[AGENT_SETTING.listFilter]) ?? NO_SETTINGS.filter,
    order: optionOf(ORDERS, row[AGENT_SETTING.listOrder]) ?? NO_SETTINGS.order,
    density: optionOf(DENSITIES, row[AGENT_SETTING.density]) ?? NO_SETTINGS.density,
    shortcut: keys === NO_SHORTCUT ? "" : keys || NO_SETTINGS.shortcut,
    countInTitle: row[AGENT_SETTING.countInTitle] !== false,
    sound: row[AGENT_SETTING.sound] === true,
    desktop: row[AGENT_SETTING.desktopNotification] === true,
    quietUntil: dateOf(row, AGENT_SETTING.doNotDisturbUntil),
    openIn: openInOf(row),
    lastList: textOf(row, AGENT_SETTING.lastList),
  };
}

/** The columns of the agent's own row that hold these settings. Of a setting that is not given they are undefined, which JSON leaves out. */
export function settingsColumns(settings: Partial<AgentSettings>): Row {
  const { corner, place, filter, order, density, shortcut, countInTitle, sound, desktop, quietUntil, openIn } = settings;
  return {
    [AGENT_SETTING.bubbleCorner]: valueOf(CORNERS, corner),
    [AGENT_SETTING.bubbleSide]: place && valueOf(SIDES, place.side),
    [AGENT_SETTING.bubbleHeight]: place && place.permille,
    [AGENT_SETTING.listFilter]: valueOf(FILTERS, filter),
    [AGENT_SETTING.listOrder]: valueOf(ORDERS, order),
    [AGENT_SETTING.density]: valueOf(DENSITIES, density),
    [AGENT_SETTING.shortcut]: shortcut === "" ? NO_SHORTCUT : shortcut,
    [AGENT_SETTING.countInTitle]: countInTitle,
    [AGENT_SETTING.sound]: sound,
    [AGENT_SETTING.desktopNotification]: desktop,
    [AGENT_SETTING.doNotDisturbUntil]: quietUntil === undefined ? undefined : dateTimeOrNull(quietUntil),
    [AGENT_SETTING.openIn]: valueOf(OPEN_IN, openIn),
  };
}

/** The column has the same name in both tables. */
function cornerOf(row: Row | undefined): Corner | null {
  return optionOf(CORNERS, row?.[CONFIGURATION.bubbleCorner]);
}

/** So has this. */
function openInOf(row: Row): OpenIn | null {
  return optionOf(OPEN_IN, row[CONFIGURATION.openIn]);
}

function placeOf(row: Row): BubblePlace | null {
  const side = optionOf(SIDES, row[AGENT_SETTING.bubbleSide]);
  const permille = numberOf(row, AGENT_SETTING.bubbleHeight);
  return side && permille !== null && permille <= 1000 ? { side, permille } : null;
}

/** The option of a choice that has this value; null where none has. */
function optionOf<Option extends string>(options: readonly Option[], value: unknown): Option | null {
  return (typeof value === "number" && options[value - FIRST_OPTION]) || null;
}

/** What a choice's column holds for an option; null and undefined stay what they are. */
function valueOf<Option extends string>(options: readonly Option[], option: Option | null | undefined): number | null | undefined {
  return option && FIRST_OPTION + options.indexOf(option);
}
