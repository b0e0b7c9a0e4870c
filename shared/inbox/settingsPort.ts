/** How the agent's own settings are changed: written, and in effect at once in every tab of theirs. */
import { RequestFailed } from "../domain/failure";
import type { AgentSettings } from "../domain/settings";
import type { InboxState } from "./inboxState";
import type { Notices } from "./notices";
import type { OwnSettings } from "./ownSettings";
import type { AgentGateway, Alerter, Browser, Channel } from "./ports";
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
export interface SettingsTools {
  readonly store: Pick<Store<Pick<InboxState, "profile" | "reading">>, "get">;
  readonly own: OwnSettings;
  readonly gateway: Pick<AgentGateway, "writeSettings">;
  readonly browser: Pick<Browser, "report" | "now" | "isOnline">;
  readonly channel: Pick<Channel, "post">;
  readonly alerter: Alerter;
  readonly notices: Pick<Notices, "say">;
}

/** Makes the way to change the settings of an inbox. A bug is reported. */
export function createSettingsPort({ store, own, gateway, browser, channel, alerter, notices }: SettingsTools): SettingsPort {
  /** Ends with the last write: a later one must not be overtaken. */
  let writing: Promise<unknown> = Promise.resolve();

  /** Writes these, and what was chosen before and could not be written. */
  async function write(changes: Partial<AgentSettings>): Promise<ProblemKind | null> {
    if (!store.get().profile) return "failed";
    const chosen = own.unsaved();
    const written = { ...chosen, ...changes };
    try {
      await gateway.writeSettings(written);
      // What was chosen while it was being written is still to be written, and is no other tab's before that.
      if (own.unsaved() === chosen) own.choose({});
      own.saved(written);
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
    saveSettings: (changes) => afterOthers(() => write(changes)),
    chooseSettings(changes) {
      const chosen = { ...own.unsaved(), ...changes };
      own.choose(chosen);
      void afterOthers(async () => {
        // A later choice writes this one, too; or an earlier write has.
        if (own.unsaved() === chosen && (await write({})) !== null) notices.say("unsaved", "");
      });
    },
    ring: () => alerter.ring(),
    permission: () => alerter.permission(),
    askPermission: () => alerter.askPermission(),
    serverNow() {
      const { reading } = store.get();
      return reading ? reading.now + browser.now() - reading.sentAt : 0;
    },
  };
}
