/** What an agent has chosen for themselves, and what of it everyone may choose. */
import { NO_ALERTS } from "./alerts";
import type { AlertSettings } from "./alerts";
import type { Corner, OpenIn } from "./configuration";

/** Which notifications the list shows: all, those that nobody has accepted, the viewer's own, those whose customer waits too long. */
export type ListFilter = "all" | "new" | "mine" | "waiting";

/** What stands first in the list: the newest message, or the customer who has waited longest. */
export type ListOrder = "newest" | "longest";

/** How much of a conversation a card shows at once. */
export type Density = "compact" | "roomy";

/** Where an agent has put the bubble: at the start or the end of the page's width, so far down its height. */
export interface BubblePlace {
  readonly side: "start" | "end";
  /** Thousandths of the height that is free, from the top: 0 to 1000. */
  readonly permille: number;
}

/** An agent's own choice. */
export interface AgentSettings extends AlertSettings {
  /** Null: as the configuration record says. */
  readonly corner: Corner | null;
  /** Where they have moved the bubble to; null: it is in its corner. */
  readonly place: BubblePlace | null;
  readonly filter: ListFilter;
  readonly order: ListOrder;
  readonly density: Density;
  /** The keys that open the panel from anywhere, such as "Alt+M"; empty: none. */
  readonly shortcut: string;
  /** The count stands in the title of the browser's tab, where the host allows it. */
  readonly countInTitle: boolean;
  /** Null: as the configuration record says. */
  readonly openIn: OpenIn | null;
  /** Nobody chooses this: the agent's browser tells how its lists could be read (shared/inbox/createSelfReport.ts). Empty: it has told nothing yet. */
  readonly lastList: string;
}

/** What the configuration record allows. */
export interface Allowed {
  readonly sound: boolean;
  readonly desktop: boolean;
}

/** Of an agent who has chosen nothing. */
export const NO_SETTINGS: AgentSettings = {
  corner: null,
  place: null,
  filter: "all",
  order: "newest",
  density: "compact",
  shortcut: "Alt+M",
  countInTitle: true,
  openIn: null,
  lastList: "",
  ...NO_ALERTS,
};

/** What the agent wants and everyone may have. */
export function alertsOf({ sound, desktop, quietUntil }: AgentSettings, allowed: Allowed): AlertSettings {
  return { sound: sound && allowed.sound, desktop: desktop && allowed.desktop, quietUntil };
}
