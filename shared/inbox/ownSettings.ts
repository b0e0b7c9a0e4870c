/** The agent's own settings: written, and in effect at once in every tab of theirs. */
import { RequestFailed } from "../domain/failure";
import type { AgentSettings } from "../domain/settings";
import type { InboxState } from "./inboxState";
import type { Notices } from "./notices";
import type { Alerter, Browser, Channel, InboxGateway, Profile } from "./ports";
import { problemKind } from "./problemKind";
import type { ProblemKind } from "./snapshot";
import type { Store } from "./store";

/** What the user interface may ask of the agent's own settings. Nothing here throws or rejects. */
export interface SettingsPort extends Pick<Alerter, "ring" | "askPermission" | "permission"> {
  /** Changes some of them. Resolves to null when they are saved, and in effect; otherwise to why they are not. */
  saveSettings(changes: Partial<AgentSettings>): Promise<ProblemKind | null>;
  /**
   * Changes some of them by the way, without a dialog: in effect at once in this window, and in the others when they are saved. Where they
   * cannot be saved, a notice says so, and they stay in effect in this window.
   */
  chooseSettings(changes: Partial<AgentSettings>): void;
  /** The server's clock (ms), as far as it is known: since the first list. */
  serverNow(): number;
}

/** What the settings work with. */
export interface OwnSettingsTools {
  readonly store: Store<Pick<InboxState, "profile" | "reading">>;
  readonly gateway: Pick<InboxGateway, "writeSettings">;
  readonly browser: Pick<Browser, "report" | "now" | "isOnline">;
  readonly channel: Pick<Channel, "post">;
  readonly alerter: Alerter;
  readonly notices: Pick<Notices, "say">;
}

/** The settings of one inbox. */
export interface OwnSettings {
  /** A bug is reported. */
  readonly port: SettingsPort;
  /** Another tab has saved these. */
  savedElsewhere(changes: Partial<AgentSettings>): void;
  /** Called before the server is asked for a profile; what it returns puts in what was saved or chosen meanwhile, which the answer may not know of. */
  keepNewer(): (profile: Profile) => Profile;
}

/** Makes the settings of an inbox. */
export function createOwnSettings({ store, gateway, browser, channel, alerter, notices }: OwnSettingsTools): OwnSettings {
  /** What was saved, here or in another tab, one save after the other. */
  const saves: Partial<AgentSettings>[] = [];
  /** What was chosen in this window and the server does not have. */
  let unsaved: Partial<AgentSettings> = {};
  /** Ends with the last write: a later one must not be overtaken. */
  let writing: Promise<unknown> = Promise.resolve();

  function show(changes: Partial<AgentSettings>): void {
    const { profile } = store.get();
    if (profile) store.set({ profile: { ...profile, settings: { ...profile.settings, ...changes, ...unsaved } } });
  }

  function apply(changes: Partial<AgentSettings>): void {
    saves.push(changes);
    show(changes);
  }

  /** Writes these, and what was chosen before and could not be written. */
  async function write(changes: Partial<AgentSettings>): Promise<ProblemKind | null> {
    if (!store.get().profile) return "failed";
    const chosen = unsaved;
    const written = { ...chosen, ...changes };
    try {
      await gateway.writeSettings(written);
      // What was chosen while it was being written is still to be written, and is no other tab's before that.
      if (unsaved === chosen) unsaved = {};
      apply(written);
      channel.post({ type: "settings", settings: written });
      return null;
    } catch (error) {
      if (error instanceof RequestFailed) return problemKind(error.kind, browser);
      browser.report(error);
      return "failed";
    }
  }

  function afterOthers<Result>(task: () => Promise<Result>): Promise<Result> {
    const result = writing.then(task);
    writing = result;
    return result;
  }

  return {
    port: {
      saveSettings: (changes) => afterOthers(() => write(changes)),
      chooseSettings(changes) {
        unsaved = { ...unsaved, ...changes };
        const chosen = unsaved;
        show(changes);
        void afterOthers(async () => {
          // A later choice writes this one, too; or an earlier write has.
          if (unsaved === chosen && (await write({})) !== null) notices.say("unsaved", "");
        });
      },
      ring: () => alerter.ring(),
      permission: () => alerter.permission(),
      askPermission: () => alerter.askPermission(),
      serverNow() {
        const { reading } = store.get();
        return reading ? reading.now + browser.now() - reading.sentAt : 0;
      },
    },
    savedElsewhere: apply,
    keepNewer() {
      const known = saves.length;
      return (profile) => {
        const newer = [...saves.slice(known), unsaved].reduce((all, one) => ({ ...all, ...one }), {});
        return Object.keys(newer).length > 0 ? { ...profile, settings: { ...profile.settings, ...newer } } : profile;
      };
    },
  };
}
