/**
 * What choices and privileges are called, and how the Web API spells lookups. The tables and their columns are in `names/`, a file each: `table` is the logical
 * name, `set` the entity set's name, `id` the primary key, `name` the primary column; the rest are columns. They are constants of modules, not members of
 * objects, so that a bundle holds the names that it uses and no other.
 *
 * Together they are the one place of the product that spells these names. A test holds every one of them against the packed solution
 * (tests/solution/names.test.ts), and lint refuses a `msgn_` name anywhere else.
 */

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

/** Value of the choice *direction* for a message from the business. */
export const OUTBOUND = 864500001;

/** Values of the choice *delivery status*: what became of an outbound message. */
export const DELIVERY_STATUS = {
  queued: 864500000,
  sending: 864500001,
  sent: 864500002,
  delivered: 864500003,
  failed: 864500004,
  unconfirmed: 864500005,
} as const;

/** Values of the choice *event kind*: what happened to a session. */
export const EVENT_KIND = {
  accepted: 864500000,
  takenOver: 864500001,
  givenBack: 864500002,
  closed: 864500003,
  reopened: 864500004,
  given: 864500005,
  takenBack: 864500006,
} as const;

/** The value of the first option of every choice of the publisher; the others follow it one by one. */
export const FIRST_OPTION = 864500000;

// The options of choices, in the order of their values. "End" is the right in a left-to-right language.
/** Options of the choice *bubble corner*. */
export const CORNERS = ["bottom-end", "bottom-start", "top-end", "top-start"] as const;
/** Options of the choice *bubble side*. */
export const SIDES = ["end", "start"] as const;
/** Options of the choice *list filter*. */
export const FILTERS = ["all", "new", "mine", "waiting"] as const;
/** Options of the choice *list order*. */
export const ORDERS = ["newest", "longest"] as const;
/** Options of the choice *list density*. */
export const DENSITIES = ["compact", "roomy"] as const;
/** Options of the choice *open conversations in*. */
export const OPEN_IN = ["pane", "page"] as const;

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

/** Privileges that decide who may say whose a number is. */
export const LINK_PRIVILEGES = {
  appendContactNumber: "prvAppendmsgn_contactnumber",
  appendToContact: "prvAppendToContact",
  appendToAccount: "prvAppendToAccount",
  createContact: "prvCreateContact",
} as const;

/** Privileges that giving a conversation away takes: on the session, which need not reach further than what is one's own where it is one's own, and on other rows. */
export const GIVE_PRIVILEGES = {
  ofSession: ["prvAssignmsgn_session", "prvWritemsgn_session", "prvAppendmsgn_session", "prvAppendTomsgn_session"],
  besides: ["prvAppendToUser", "prvCreatemsgn_sessionevent", "prvAppendmsgn_sessionevent"],
  /** A text that is made unread is the gateway's. */
  ofMessage: "prvWritemsgn_message",
} as const;

/** What the solution is called in the environment. */
export const SOLUTION = "MessageNotification";

/** Without one of these the product does not start for a user, or cannot read the list of notifications. */
export const START_PRIVILEGES = [
  "prvReadmsgn_session",
  "prvReadmsgn_message",
  "prvCreatemsgn_agentsetting",
  "prvReadmsgn_agentsetting",
  "prvReadmsgn_configuration",
  "prvReadmsgn_contactnumber",
  "prvReadmsgn_dismissal",
  "prvReadUser",
] as const;

/** What the role *SMS Pictures* grants: the files of messages are notes. */
export const PICTURES_PRIVILEGE = "prvReadNote";

/** What the role *SMS Agent* grants besides {@link START_PRIVILEGES}: without one of these a part of the work is refused. */
export const WORK_PRIVILEGES = [
  "prvAppendToUser",
  "prvAppendTomsgn_session",
  "prvAppendmsgn_contactnumber",
  "prvAppendmsgn_dismissal",
  "prvAppendmsgn_message",
  "prvAppendmsgn_session",
  "prvAppendmsgn_sessionevent",
  "prvAssignmsgn_session",
  "prvCreatemsgn_dismissal",
  "prvCreatemsgn_message",
  "prvCreatemsgn_sessionevent",
  "prvDeletemsgn_dismissal",
  "prvReadTeam",
  "prvReadmsgn_businessnumber",
  "prvReadmsgn_sessionevent",
  "prvReadmsgn_template",
  "prvWritemsgn_agentsetting",
  "prvWritemsgn_contactnumber",
  "prvWritemsgn_dismissal",
  "prvWritemsgn_message",
  "prvWritemsgn_session",
  "prvWritemsgn_sessionevent",
] as const;
