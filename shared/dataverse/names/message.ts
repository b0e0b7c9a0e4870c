/** One SMS, in or out. */

export const table = "msgn_message";
export const set = "msgn_messages";
export const id = "msgn_messageid";
export const name = "msgn_name";
export const session = "msgn_sessionid";
export const direction = "msgn_direction";
export const body = "msgn_body";
export const receivedOn = "msgn_receivedon";
export const readOn = "msgn_readon";
export const providerId = "msgn_providermessageid";
export const sequence = "msgn_sequence";
