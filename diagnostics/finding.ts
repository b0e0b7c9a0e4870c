/** What the diagnostics say of a person: a sentence each. */

/** Whether it keeps the person from working, is good to know, or is as it should be. */
export type Severity = "holdsBack" | "worthKnowing" | "fine";

/** What may be found. A language has two sentences for each: what is so, and what to do. */
export type FindingKind =
  | "enabled"
  | "disabled"
  | "roles"
  | "noRoles"
  | "privileges"
  | "missingForStart"
  | "missingForWork"
  | "ownRowsOnly"
  | "apps"
  | "noApp"
  | "inactiveApps"
  | "appsLeftOut"
  | "unknownApps"
  | "noConfiguration"
  | "configuration"
  | "otherConfigurations"
  | "takeoverAfter"
  | "takeoverOff"
  | "refreshEvery"
  | "refreshOff"
  | "bubbleOff"
  | "blockOff"
  | "ownRow"
  | "noOwnRow"
  | "inactiveOwnRow"
  | "severalOwnRows"
  | "strangersRow"
  | "quiet"
  | "started"
  | "startedByTable"
  | "startedLongAgo"
  | "noStartTold"
  | "oldScript"
  | "listRead"
  | "noListSince"
  | "failed"
  | "failing"
  | "unread"
  | "nothingUnread"
  | "nothingOffered"
  | "version"
  | "noVersion"
  | "otherVersion"
  | "clock"
  | "clockOff"
  | "paneHere"
  | "noPaneHere"
  | "readHere"
  | "notReadHere"
  | "noPictures"
  | "notRead";

/** One of them. */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** For the places {0}, {1} … of its sentences. */
  readonly values: readonly string[];
}

/** Something that is as it should be. */
export const fine = (kind: FindingKind, ...values: readonly string[]): Finding => ({ kind, severity: "fine", values });
/** Something that is good to know. */
export const worthKnowing = (kind: FindingKind, ...values: readonly string[]): Finding => ({ kind, severity: "worthKnowing", values });
/** Something that keeps the person from working. */
export const holdsBack = (kind: FindingKind, ...values: readonly string[]): Finding => ({ kind, severity: "holdsBack", values });
