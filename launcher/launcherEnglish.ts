/** What the launcher says, in one language. */
export interface LauncherTexts {
  /** The pane's title; the same words as the command's. */
  readonly title: string;
}

/** What the launcher says in English. */
export const launcherEnglish: LauncherTexts = { title: "Messages" };
