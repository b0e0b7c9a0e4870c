/** The configuration record. */

export const table = "msgn_configuration";
export const set = "msgn_configurations";
export const id = "msgn_configurationid";
export const name = "msgn_name";
export const idleTimeoutMinutes = "msgn_idletimeoutminutes";
export const refreshSeconds = "msgn_refreshseconds";
export const bubbleCorner = "msgn_bubblecorner";
export const floatingBubble = "msgn_floatingbubble";
export const apps = "msgn_apps";
export const agentsMayBlock = "msgn_agentsmayblock";
export const soundAllowed = "msgn_soundallowed";
export const desktopAllowed = "msgn_desktopallowed";
export const phoneColumns = "msgn_phonecolumns";
export const openIn = "msgn_openin";
