import type { FindingKind, Severity } from "./finding";
import type { Topic } from "./findingsOf";

/** What is so, and what to do; a finding that asks for nothing has the first one alone. `{0}`, `{1}` … are places for values. */
export type Sentences = readonly [says: string, todo?: string];

/** The texts of one language. */
export interface DiagnosticsTexts {
  /** As Intl names the language. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly intro: string;
  readonly nameOrLogin: string;
  readonly search: string;
  readonly lookAtMe: string;
  readonly people: string;
  readonly searching: string;
  readonly nobody: string;
  /** {0}: how many. */
  readonly found: string;
  /** {0}: how many are shown. */
  readonly more: string;
  readonly disabled: string;
  readonly reading: string;
  /** {0}: why. */
  readonly failed: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyByHand: string;
  /** What is copied, as a field. */
  readonly report: string;
  readonly nothingHoldsBack: string;
  /** {0}: how many findings hold back; {1}: are worth knowing; {2}: are fine. */
  readonly summary: string;
  /** Headings of the report. */
  readonly severities: Readonly<Record<Severity, string>>;
  readonly topics: Readonly<Record<Topic, string>>;
  readonly findings: Readonly<Record<FindingKind, Sentences>>;
}

/** What the diagnostics say in English. */
export const diagnosticsEnglish: DiagnosticsTexts = {
  tag: "en",
  direction: "ltr",
  title: "Messaging Diagnostics",
  intro: "Says what keeps a person from being notified of text messages, and what to do about it.",
  nameOrLogin: "Name or user name",
  search: "Search",
  lookAtMe: "Look at Myself",
  people: "People",
  searching: "Searching…",
  nobody: "Nobody was found.",
  found: "People found: {0}",
  more: "These are the first {0}. Enter more of the name.",
  disabled: "disabled",
  reading: "Reading…",
  failed: "This could not be read: {0}",
  copy: "Copy Report",
  copied: "The report was copied.",
  copyByHand: "Press Ctrl+C to copy the report.",
  report: "Report",
  nothingHoldsBack: "The server knows of nothing that holds this person back.",
  summary: "Holds back: {0}. Worth knowing: {1}. Fine: {2}.",
  severities: { holdsBack: "Holds this person back", worthKnowing: "Worth knowing", fine: "Fine" },
  topics: {
    roles: "Security roles",
    privileges: "Privileges",
    apps: "Apps",
    configurations: "Configurations",
    settings: "Agent settings",
    inbox: "Unread conversations",
    version: "Version of the solution",
    clockOffset: "The server’s clock",
  },
  findings: {
    enabled: ["The user is enabled."],
    disabled: ["The user is disabled.", "Enable the user in the Power Platform admin center."],
    roles: ["Security roles: {0}."],
    noRoles: ["The person has no security role.", "Assign Basic User and SMS Agent."],
    privileges: ["The person has all privileges of SMS Agent."],
    missingForStart: [
      "There is no bubble and no panel, because privileges are missing: {0}.",
      "Assign SMS Agent and Basic User to the person, or to a team of theirs.",
    ],
    missingForWork: [
      "Parts of the work are refused, because privileges are missing: {0}.",
      "Assign SMS Agent, or add these privileges to the role that the person has instead.",
    ],
    ownRowsOnly: [
      "Some conversations are neither shown nor counted, because privileges do not reach all rows: {0}.",
      "Give them at organization level, unless this is meant.",
    ],
    apps: ["Apps that the person may open: {0}."],
    noApp: ["There is no app that the person may open.", "Share an app with one of the person’s roles."],
    inactiveApps: ["These apps are deactivated: {0}.", "Activate them if people are to work in them."],
    appsLeftOut: [
      "The configuration leaves these apps out; there is no bubble in them: {0}.",
      "Add them to Apps in the configuration, or empty that column.",
    ],
    unknownApps: ["The configuration names apps that do not exist: {0}.", "Correct the unique names in the configuration."],
    noConfiguration: ["No configuration is active: the defaults apply, in all apps.", "Create a configuration, or activate one."],
    configuration: ["The configuration “{0}” applies: it is the oldest active one."],
    otherConfigurations: ["These configurations have no effect: {0}.", "Deactivate the ones that are not meant."],
    takeoverAfter: ["Colleagues are offered a conversation when its customer has waited for {0} minutes."],
    takeoverOff: [
      "Nobody is offered a colleague’s conversation, however long its customer waits.",
      "Enter minutes in Idle timeout in the configuration, unless this is meant.",
    ],
    refreshEvery: ["The list is read anew every {0} seconds."],
    refreshOff: [
      "The list is read when the page changes, and not in between.",
      "Enter seconds in Refresh in the configuration, unless this is meant.",
    ],
    bubbleOff: [
      "The floating bubble is turned off for everyone; the side pane’s icon shows the number.",
      "Turn it on in the configuration, unless this is meant.",
    ],
    blockOff: ["The configuration lets nobody but administrators block numbers.", "Change it in the configuration, unless this is meant."],
    ownRow: ["The person has a row of agent settings: the product has started for them before."],
    noOwnRow: [
      "The person has no row of agent settings: the product has never started for them.",
      "Once nothing above holds them back, let them load the app anew.",
    ],
    inactiveOwnRow: ["The person’s agent settings are deactivated.", "Nothing: the next start of an app activates them."],
    severalOwnRows: ["The person owns {0} rows of agent settings; the oldest counts.", "Delete the others."],
    strangersRow: [
      "Others own agent settings in this person’s name or place: {0}.",
      "They have no effect. Ask who made them, and delete them.",
    ],
    quiet: ["The person has turned off sound and desktop notifications until {0}.", "Nothing: the bubble shows the number all the same."],
    started: ["The product last started on {0}, by the hook “{1}”."],
    startedByTable: [
      "The product last started on {0}, by the hook “{1}” of tables: the one for every page was later, or did not run.",
      "If there is no bubble on dashboards and custom pages, see the deployment guide.",
    ],
    startedLongAgo: [
      "The product last started on {0}, by the hook “{1}”.",
      "If the person has worked in an app since, no hook reaches their pages: see the deployment guide.",
    ],
    noStartTold: [
      "The person’s browser has told of no start.",
      "Let them load the app anew. If this stays, they may not write their agent settings.",
    ],
    oldScript: [
      "The person’s browser ran {0} of version {1} on {2}; the solution is of version {3}.",
      "If the solution was older on that day, nothing. Else the browser keeps old files: load the app anew with Ctrl+F5.",
    ],
    listRead: ["The person’s list was read on {0}, as their browser told: once a day."],
    noListSince: [
      "The product started on {0}, and no list has been read since.",
      "Look at the person’s screen: the pane is there, and its form or control is not.",
    ],
    failed: ["The list could not be read from {0} until {1}. Tries: {2}. Cause: {3}."],
    failing: [
      "The list cannot be read since {0}. Tries when this was told: {1}. Cause: {2}.",
      "Look at what the server logged at that time.",
    ],
    unread: ["Conversations with unread texts: {0}. The person is offered {1} of them, has dismissed {2}, and {3} are with colleagues."],
    nothingUnread: ["There is no conversation with unread texts."],
    nothingOffered: [
      "Conversations with unread texts: {0}. The person is offered none of them: they have dismissed {2}, and {3} are with colleagues.",
      "Nothing, unless a customer waits: see the idle timeout.",
    ],
    version: ["The solution is of version {0}."],
    noVersion: [
      "The environment lists no solution of the name MessageNotification; this page is of version {0}.",
      "Import the solution as it was delivered.",
    ],
    otherVersion: [
      "The solution is of version {0}, and this page of version {1}: a browser keeps old files.",
      "Load the app anew with Ctrl+F5. If that does not help, publish all customizations.",
    ],
    clock: ["This browser’s clock and the server’s are {0} seconds apart."],
    clockOff: [
      "This browser’s clock and the server’s are {0} seconds apart.",
      "Set this computer’s clock. Who waits too long is judged by the server’s clock all the same.",
    ],
    paneHere: ["In this window the side pane answers."],
    noPaneHere: [
      "In this window no side pane of the product answers.",
      "If nothing holds you back, load the app anew. Pages that no hook reaches are told in the deployment guide.",
    ],
    readHere: ["In this browser the list was read last at {0}."],
    notReadHere: [
      "In this browser the list has not been read for {0} seconds.",
      "Look at what the panel says, and at the browser’s developer tools.",
    ],
    noPictures: ["Pictures in texts are not shown to this person.", "Assign SMS Pictures, unless this is meant."],
    notRead: ["{0} could not be read ({1}).", "Ask somebody with the role System Administrator to open this page."],
  },
};
