import type { FindingKind, Severity } from "../finding";
import type { Topic } from "../findingsOf";

/** What is so, and what to do; a finding that asks for nothing has the first one alone. `{0}`, `{1}` … are places for values. */
export type Sentences = readonly [says: string, todo?: string];

/** The texts of one language. */
export interface Texts {
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
