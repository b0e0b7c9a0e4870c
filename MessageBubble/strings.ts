/** The control's texts, from its resx files. */
import { PANEL_STRING_KEYS } from "../NotificationPanel/panelStrings";
import type { PanelStrings } from "../NotificationPanel/panelStrings";

/** Keys of the resx files that the bubble uses beside the panel's. */
export const BUBBLE_STRING_KEYS = ["Culture", "BubbleUnread", "BubbleNone", "BubbleUnknown", "Announcement"] as const;

/** A text for every key that the control uses, in the agent's language. */
export type BubbleStrings = PanelStrings & Readonly<Record<(typeof BUBBLE_STRING_KEYS)[number], string>>;

/** Reads all texts once. */
export function readStrings(getString: (key: string) => string): BubbleStrings {
  return Object.fromEntries([...PANEL_STRING_KEYS, ...BUBBLE_STRING_KEYS].map((key) => [key, getString(key)])) as BubbleStrings;
}
