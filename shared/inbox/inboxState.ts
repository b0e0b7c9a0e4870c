/** Everything that an inbox remembers. */
import { NETWORK_ON } from "./network";
import type { Network } from "./network";
import type { Heard, News } from "./news";
import type { Overlay } from "./overlay";
import type { InboxReading, Profile, ViewerProfile } from "./ports";
import type { Notice, Problem } from "./snapshot";

/** What actions know of whoever acts. */
export interface ActsFor {
  readonly profile: ViewerProfile | null;
}

/** The state behind the snapshot; `project` makes the one of the other. */
export interface InboxState {
  /** Null until the first answer. */
  readonly profile: Profile | null;
  readonly reading: InboxReading | null;
  readonly overlays: readonly Overlay[];
  /** By session id: the text of the message that was newest at `at`. */
  readonly previews: ReadonlyMap<string, { readonly at: number; readonly text: string }>;
  readonly notices: readonly Notice[];
  /** Why the last refresh failed; what only the time or the network says is added in the snapshot. */
  readonly problem: Problem | null;
  readonly network: Network;
  /** When the clock was last looked at (browser time, ms): what is shown is as old as it was then. */
  readonly lookedAt: number;
  /** What came with the last reading that brought new messages. */
  readonly news: News | null;
  /** Of sessions that have changed or left since the first reading. */
  readonly heard: Heard;
  /** There is no list yet, and it is being asked for. */
  readonly isLoading: boolean;
  /** The server said that this user has no part in the product. */
  readonly isDenied: boolean;
  readonly panelOpen: boolean;
  /** See `InboxSnapshot`. */
  readonly leadTo: string | null;
  readonly opened: string | null;
}

/** What there is before the first answer. */
export const INITIAL_STATE: InboxState = {
  profile: null,
  reading: null,
  overlays: [],
  previews: new Map(),
  notices: [],
  problem: null,
  network: NETWORK_ON,
  lookedAt: Number.NEGATIVE_INFINITY,
  news: null,
  heard: new Map(),
  isLoading: false,
  isDenied: false,
  panelOpen: false,
  leadTo: null,
  opened: null,
};
