/** The control's texts, from its resx files. */
import type { PanelStrings } from "../NotificationPanel/panelStrings";

/** Keys of the resx files that the bubble uses beside the panel's. */
export const BUBBLE_STRING_KEYS = [
  "BubbleUnread_zero",
  "BubbleUnread_one",
  "BubbleUnread_two",
  "BubbleUnread_few",
  "BubbleUnread_many",
  "BubbleUnread_other",
  "BubbleNone",
  "BubbleUnknown",
  "BubbleOffline",
  "BubbleAsOf",
  "Announcement",
  "NewsOne",
  "NewsMore_zero",
  "NewsMore_one",
  "NewsMore_two",
  "NewsMore_few",
  "NewsMore_many",
  "NewsMore_other",
  "Opened",
  "BubbleQuiet",
  "BubbleHint",
  "BubbleMoved_start",
  "BubbleMoved_end",
  "BubbleNotKept",
  "PanelFailed",
  "ConversationPane",
] as const;

/** A text for every key that the control uses, in the agent's language. */
export type BubbleStrings = PanelStrings & Readonly<Record<(typeof BUBBLE_STRING_KEYS)[number], string>>;
