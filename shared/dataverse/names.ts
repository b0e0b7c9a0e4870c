/**
 * What the tables, columns, choices and privileges are called: the one place of the product that spells them. A test holds every name
 * against the packed solution (tests/solution/names.test.ts), and lint refuses a `msgn_` name anywhere else.
 *
 * `table` is the logical name, `set` the entity set's name, `id` the primary key, `name` the primary column; the rest are columns.
 */

/** The conversation with one contact number on one business number. */
export const SESSION = {
  table: "msgn_session",
  set: "msgn_sessions",
  id: "msgn_sessionid",
  name: "msgn_name",
  status: "msgn_sessionstatus",
  contactNumber: "msgn_contactnumberid",
  businessNumber: "msgn_businessnumber",
  acceptedOn: "msgn_acceptedon",
  acceptedBy: "msgn_acceptedby",
} as const;

/** One SMS, in or out. */
export const MESSAGE = {
  table: "msgn_message",
  set: "msgn_messages",
  id: "msgn_messageid",
  name: "msgn_name",
  session: "msgn_sessionid",
  direction: "msgn_direction",
  body: "msgn_body",
  receivedOn: "msgn_receivedon",
  readOn: "msgn_readon",
  providerId: "msgn_providermessageid",
} as const;

/** A phone number that wrote to us. Inactive: blocked. `optedOutOn`: the customer wants no more messages; empty: may be written to. */
export const CONTACT_NUMBER = {
  table: "msgn_contactnumber",
  set: "msgn_contactnumbers",
  id: "msgn_contactnumberid",
  phoneNumber: "msgn_phonenumber",
  customer: "msgn_customerid",
  blockedOn: "msgn_blockedon",
  blockedBy: "msgn_blockedby",
  optedOutOn: "msgn_optedouton",
} as const;

/** "Its owner dismissed this session up to then." */
export const DISMISSAL = {
  table: "msgn_dismissal",
  set: "msgn_dismissals",
  id: "msgn_dismissalid",
  name: "msgn_name",
  session: "msgn_sessionid",
  upTo: "msgn_dismissedupto",
  count: "msgn_dismissedcount",
} as const;

/** Its owner's settings; its form hosts the control. The last three carry values between the form's script and the control, and are never saved. */
export const AGENT_SETTING = {
  table: "msgn_agentsetting",
  set: "msgn_agentsettings",
  id: "msgn_agentsettingid",
  name: "msgn_name",
  bubbleCorner: "msgn_bubblecorner",
  sound: "msgn_sound",
  desktopNotification: "msgn_desktopnotification",
  doNotDisturbUntil: "msgn_donotdisturbuntil",
  unreadCount: "msgn_unreadcount",
  panelOpen: "msgn_panelopen",
  page: "msgn_page",
} as const;

/** The configuration record. */
export const CONFIGURATION = {
  table: "msgn_configuration",
  set: "msgn_configurations",
  id: "msgn_configurationid",
  name: "msgn_name",
  idleTimeoutMinutes: "msgn_idletimeoutminutes",
  refreshSeconds: "msgn_refreshseconds",
  bubbleCorner: "msgn_bubblecorner",
  floatingBubble: "msgn_floatingbubble",
  apps: "msgn_apps",
  agentsMayBlock: "msgn_agentsmayblock",
  soundAllowed: "msgn_soundallowed",
  desktopAllowed: "msgn_desktopallowed",
} as const;

/** How the Web API spells a lookup column that is read: its value is the id of the row that it points to. */
export function lookupValue<Column extends string>(column: Column): `_${Column}_value` {
  return `_${column}_value`;
}

/** How the Web API spells a lookup column that is written: its value is the path of the row that it is to point to. */
export function bound<Column extends string>(column: Column): `${Column}@odata.bind` {
  return `${column}@odata.bind`;
}

/** Values of the choice *session status*. */
export const SESSION_STATUS = { new: 864500000, accepted: 864500001 } as const;

/** Value of the choice *direction* for a message from the customer. */
export const INBOUND = 864500000;

/** Values of the choice *bubble corner*. "End" is the right in a left-to-right language. */
export const CORNERS = { 864500000: "bottom-end", 864500001: "bottom-start", 864500002: "top-end", 864500003: "top-start" } as const;

/** A row that is not deactivated, in every table. */
export const ACTIVE = { statecode: 0, statuscode: 1 } as const;

/** For a contact number: blocked. */
export const INACTIVE = { statecode: 1, statuscode: 2 } as const;

/** Privileges that decide what the product offers. */
export const PRIVILEGES = {
  readSession: "prvReadmsgn_session",
  readMessage: "prvReadmsgn_message",
  writeContactNumber: "prvWritemsgn_contactnumber",
  createConfiguration: "prvCreatemsgn_configuration",
  createAgentSetting: "prvCreatemsgn_agentsetting",
} as const;
