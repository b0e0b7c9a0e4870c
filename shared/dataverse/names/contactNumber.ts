/** A phone number that wrote to us. Inactive: blocked, until `blockedUntil` where that is set. `optedOutOn`: the customer wants no more messages; empty: may be written to.
 * `withoutCustomer`: the gateway is not to link it. */

export const table = "msgn_contactnumber";
export const set = "msgn_contactnumbers";
export const id = "msgn_contactnumberid";
export const phoneNumber = "msgn_phonenumber";
export const customer = "msgn_customerid";
export const withoutCustomer = "msgn_withoutcustomer";
export const blockedOn = "msgn_blockedon";
export const blockedBy = "msgn_blockedby";
export const blockReason = "msgn_blockreason";
export const blockedUntil = "msgn_blockeduntil";
export const optedOutOn = "msgn_optedouton";
