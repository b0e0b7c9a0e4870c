/** What the tables and columns are called: the one place, kept true by a test against the packed solution. */

/** Entity set names. */
export const SETS = {
  configuration: "msgn_configurations",
  contactNumber: "msgn_contactnumbers",
  session: "msgn_sessions",
  message: "msgn_messages",
  dismissal: "msgn_dismissals",
  agentSetting: "msgn_agentsettings",
} as const;

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
