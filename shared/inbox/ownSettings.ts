/** The agent's own settings: written, and in effect at once in every tab of theirs. */
import { RequestFailed } from "../domain/failure";
import type { AgentSettings } from "../domain/settings";
import type { InboxState } from "./inboxState";
import type { Alerter, Browser, Channel, InboxGateway, Profile } from "./ports";
import { problemKind } from "./problemKind";
import type { ProblemKind } from "./snapshot";
import type { Store } from "./store";

/** What the dialog of the agent's own settings may ask for. Nothing here throws or rejects. */
export interface SettingsPort {
  /** Changes some of them. Resolves to null when they are saved, and in effect; otherwise to why they are not. */
  saveSettings(changes: Partial<AgentSettings>): Promise<ProblemKind | null>;
  /** Asks the browser for desktop notifications, from a press; resolves to whether it shows them. */
  askPermission(): Promise<boolean>;
  /** The server's clock (ms), as far as it is known: since the first list. */
  serverNow(): number;
}

/** What the settings work with. */
export interface OwnSettingsTools {
  readonly store: Store<Pick<InboxState, "profile" | "reading">>;
  readonly gateway: Pick<InboxGateway, "writeSettings">;
  readonly browser: Pick<Browser, "report" | "now" | "isOnline">;
  readonly channel: Pick<Channel, "post">;
  readonly alerter: Pick<Alerter, "askPermission">;
}

/** The settings of one inbox. */
export interface OwnSettings {
  /** A bug is reported. */
  readonly port: SettingsPort;
  /** Another tab has saved these. */
  savedElsewhere(settings: AgentSettings): void;
  /** Called before the server is asked for a profile; what it returns puts in what was saved meanwhile, which the answer may not know of. */
  keepNewer(): (profile: Profile) => Profile;
}

/** Makes the settings of an inbox. */
export function createOwnSettings({ store, gateway, browser, channel, alerter }: OwnSettingsTools): OwnSettings {
  let saved: AgentSettings | null = null;

  function apply(settings: AgentSettings): void {
    saved = settings;
    const { profile } = store.get();
    if (profile) store.set({ profile: { ...profile, settings } });
  }

  return {
    port: {
      async saveSettings(changes) {
        const { profile: known } = store.get();
        if (!known) return "failed";
        try {
          await gateway.writeSettings(changes);
          // Others may have been saved meanwhile.
          const settings = { ...(store.get().profile ?? known).settings, ...changes };
          apply(settings);
          channel.post({ type: "settings", settings });
          return null;
        } catch (error) {
          if (error instanceof RequestFailed) return problemKind(error.kind, browser);
          browser.report(error);
          return "failed";
        }
      },
      askPermission: () => alerter.askPermission(),
      serverNow() {
        const { reading } = store.get();
        return reading ? reading.now + browser.now() - reading.sentAt : 0;
      },
    },
    savedElsewhere: apply,
    keepNewer() {
      const before = saved;
      return (profile) => (saved && saved !== before ? { ...profile, settings: saved } : profile);
    },
  };
}
