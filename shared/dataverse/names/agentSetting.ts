/**
 * Its owner's settings; its form hosts the control. `unreadCount`, `panelOpen` and `page` carry values between the form's script and the control, and are never
 * saved. The last two are what the owner's browser tells of itself.
 */

export const table = "msgn_agentsetting";
export const set = "msgn_agentsettings";
export const id = "msgn_agentsettingid";
export const name = "msgn_name";
export const bubbleCorner = "msgn_bubblecorner";
export const bubbleSide = "msgn_bubbleside";
export const bubbleHeight = "msgn_bubbleheight";
export const listFilter = "msgn_listfilter";
export const listOrder = "msgn_listorder";
export const density = "msgn_density";
export const shortcut = "msgn_shortcut";
export const countInTitle = "msgn_countintitle";
export const sound = "msgn_sound";
export const desktopNotification = "msgn_desktopnotification";
export const openIn = "msgn_openin";
export const doNotDisturbUntil = "msgn_donotdisturbuntil";
export const unreadCount = "msgn_unreadcount";
export const panelOpen = "msgn_panelopen";
export const page = "msgn_page";
export const lastStart = "msgn_laststart";
export const lastList = "msgn_lastlist";
