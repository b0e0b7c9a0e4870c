/** A number of the business: who is notified of its messages, and how long its customers wait. */

export const table = "msgn_businessnumber";
export const set = "msgn_businessnumbers";
export const id = "msgn_businessnumberid";
export const name = "msgn_name";
export const phoneNumber = "msgn_phonenumber";
export const team = "msgn_teamid";
export const ownedByTeam = "msgn_ownedbyteam";
export const idleTimeoutMinutes = "msgn_idletimeoutminutes";
