/** The conversation with one contact number on one business number. */

export const table = "msgn_session";
export const set = "msgn_sessions";
export const id = "msgn_sessionid";
export const name = "msgn_name";
export const status = "msgn_sessionstatus";
export const contactNumber = "msgn_contactnumberid";
export const businessNumber = "msgn_businessnumber";
export const acceptedOn = "msgn_acceptedon";
export const acceptedBy = "msgn_acceptedby";
export const givenBy = "msgn_givenby";
export const givenOn = "msgn_givenon";
export const givenNote = "msgn_givennote";
