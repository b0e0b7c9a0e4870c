/** "Its owner dismissed this session up to then." */

export const table = "msgn_dismissal";
export const set = "msgn_dismissals";
export const id = "msgn_dismissalid";
export const name = "msgn_name";
export const session = "msgn_sessionid";
export const upTo = "msgn_dismissedupto";
export const count = "msgn_dismissedcount";
