/** What happened to a session: accepted, taken over, given away, given back, closed. Who did it and when are the platform's columns *created by* and *created on*. */

export const table = "msgn_sessionevent";
export const set = "msgn_sessionevents";
export const id = "msgn_sessioneventid";
export const name = "msgn_name";
export const session = "msgn_sessionid";
export const kind = "msgn_kind";
export const fromOwner = "msgn_fromownerid";
export const toName = "msgn_toname";
export const note = "msgn_note";
export const waitedMinutes = "msgn_waitedminutes";
