/** What an agent has chosen for themselves, and what of it everyone may choose. */
import { NO_ALERTS } from "./alerts";
import type { AlertSettings } from "./alerts";
import type { Corner } from "./configuration";

/** An agent's own choice. */
export interface AgentSettings extends AlertSettings {
  /** Null: as the configuration record says. */
  readonly corner: Corner | null;
}

/** What the configuration record allows. */
export interface Allowed {
  readonly sound: boolean;
  readonly desktop: boolean;
}

/** Of an agent who has chosen nothing. */
export const NO_SETTINGS: AgentSettings = { corner: null, ...NO_ALERTS };

/** What the agent wants and everyone may have. */
export function alertsOf({ sound, desktop, quietUntil }: AgentSettings, allowed: Allowed): AlertSettings {
  return { sound: sound && allowed.sound, desktop: desktop && allowed.desktop, quietUntil };
}
