import type { FigureName } from "./figures";

/** The texts of one language. */
export interface OverviewTexts {
  /** As Intl names the language. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly figures: Readonly<Record<FigureName, string>>;
  /** {0}: a time of day. */
  readonly asOf: string;
  /** {0}: the time of day of what is shown. */
  readonly notRefreshed: string;
  readonly notRead: string;
  readonly retry: string;
  readonly reading: string;
  /** In place of a figure. */
  readonly noRight: string;
  readonly unknown: string;
  readonly tooMany: string;
}

/** What the figures of the overview say in English. */
export const overviewEnglish: OverviewTexts = {
  tag: "en",
  direction: "ltr",
  title: "Figures",
  figures: {
    waiting: "Waiting now",
    longest: "Longest wait",
    accepted: "Accepted today",
    takenOver: "Taken over today",
    failed: "Failed today",
    blocked: "Numbers blocked",
    optedOut: "Opted out",
  },
  asOf: "As of {0}",
  notRefreshed: "Could not refresh. These are the figures of {0}.",
  notRead: "The figures could not be read.",
  retry: "Try Again",
  reading: "Reading…",
  noRight: "Your roles do not let you read this.",
  unknown: "Could not be read.",
  tooMany: "More than 50,000: Dataverse does not count further.",
};
