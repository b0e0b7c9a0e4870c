/**
 * One SMS, in or out. `media` is what the gateway notes of pictures and other files that came with an inbound one. The last four are of an outbound one: `deliveryError` is a word of ours where it is one of `notOwner`, `blocked`, `optedOut`, `closed`, `noNumber`,
 * `tooLong`, `empty`, else the provider's own words; `sendingSince` is when the gateway last began to send it, empty while it is *Sending*: it is to find out what became of it.
 */

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
export const media = "msgn_media";
export const sequence = "msgn_sequence";
export const deliveryStatus = "msgn_deliverystatus";
export const deliveryError = "msgn_deliveryerror";
export const segments = "msgn_segments";
export const sendingSince = "msgn_sendingsince";
