/** The agent's own settings, as they are in effect in this window: what was saved, in whatever tab, and what was chosen here and is not saved yet. */
import type { AgentSettings } from "../domain/settings";
import type { InboxState } from "./inboxState";
import type { Profile } from "./ports";
import type { Store } from "./store";

/** The settings of one inbox. */
export interface OwnSettings {
  /** What was chosen in this window and the server does not have. */
  unsaved(): Partial<AgentSettings>;
  /** Replaces that; in effect at once. */
  choose(unsaved: Partial<AgentSettings>): void;
  /** These are saved, by whatever tab or part of this one; in effect at once, except where something else is chosen here. */
  readonly saved: (changes: Partial<AgentSettings>) => void;
  /** Called before the server is asked for a profile; what it returns puts in what was saved or chosen meanwhile, which the answer may not know of. */
  readonly keepNewer: () => (profile: Profile) => Profile;
}

/** Makes the settings of an inbox. */
export function createOwnSettings(store: Store<Pick<InboxState, "profile">>): OwnSettings {
  /** What was saved, here or in another tab, one save after the other. */
  const saves: Partial<AgentSettings>[] = [];
  let unsaved: Partial<AgentSettings> = {};

  function show(changes: Partial<AgentSettings>): void {
    const { profile } = store.get();
    if (profile) store.set({ profile: { ...profile, settings: { ...profile.settings, ...changes, ...unsaved } } });
  }

  return {
    unsaved: () => unsaved,
    choose(chosen) {
      unsaved = chosen;
      show({});
    },
    saved(changes) {
      saves.push(changes);
      show(changes);
    },
    keepNewer() {
      const known = saves.length;
      return (profile) => {
        const newer = [...saves.slice(known), unsaved].reduce((all, one) => ({ ...all, ...one }), {});
        return Object.keys(newer).length > 0 ? { ...profile, settings: { ...profile.settings, ...newer } } : profile;
      };
    },
  };
}
