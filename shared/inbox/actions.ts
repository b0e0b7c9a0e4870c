/** What an agent does in the open panel: to one notification, or to several at once, and to their own settings. */
import type { InboxSession, Mark } from "../domain/session";
import type { OwnSettings } from "./ownSettings";
import type { InboxState } from "./inboxState";
import type { PanelGateway } from "./panelPorts";
import { createNotices } from "./notices";
import type { Notices } from "./notices";
import type { AgentGateway, Alerter } from "./ports";
import { createPreviews } from "./previews";
import type { Previews } from "./previews";
import { createReplyWatch } from "./replyWatch";
import { createSessionActions } from "./sessionActions";
import type { ActionTools, SessionActions } from "./sessionActions";
import { createSettingsPort } from "./settingsPort";
import type { SettingsPort } from "./settingsPort";
import { createSeveral } from "./several";
import type { Several } from "./several";
import type { InboxSnapshot } from "./snapshot";
import type { Store } from "./store";

/** What an inbox lends to what is done with it. */
export interface InboxTools extends Omit<ActionTools, "notices"> {
  readonly store: Store<InboxState>;
  /** What is shown now. */
  readonly getSnapshot: () => InboxSnapshot;
  /** Whether the server may be asked now. */
  readonly mayAsk: () => boolean;
  readonly own: OwnSettings;
  readonly alerter: Alerter;
}

/** What an agent's panel asks and writes to. */
export interface AgentServer {
  readonly agent: AgentGateway;
  readonly panel: PanelGateway;
}

/** The actions of one inbox. Nothing here rejects: what goes wrong becomes a notice, and a bug is reported besides. */
export interface Actions extends SessionActions {
  /** The same for several notifications at once. */
  readonly several: Several;
  readonly settings: SettingsPort;
  /** What came of the actions. */
  readonly notices: Notices;
  /** The newest texts of what the panel shows. */
  readonly previews: Previews;
  /** What the open panel asks by itself. */
  readonly server: PanelGateway;
  /** The viewer has answered a conversation of theirs, and its texts up to the mark are read: it leaves the list here and in the other tabs, unless there are others. A reply is looked for. */
  readonly answered: (session: InboxSession, mark: Mark) => void;
}

/** Makes the actions of an inbox. Their code is the panel's: nobody acts before that is there. */
export function createActions(lent: InboxTools, { agent, panel }: AgentServer): Actions {
  const { store, browser, overlays, channel, refresh } = lent;
  const notices = createNotices(store, browser);
  const tools = { ...lent, notices };
  const previews = createPreviews({ ...lent, gateway: agent });
  // The panel was opened before its code was there.
  void Promise.resolve().then(() => previews.load());
  const single = createSessionActions(tools, agent);
  const several = createSeveral({ ...tools, gateway: { ...agent, readInbox: tools.readInbox } });
  const replies = createReplyWatch(tools);
  return {
    ...single,
    several,
    settings: createSettingsPort({ ...tools, gateway: agent }),
    notices,
    previews,
    server: panel,
    answered({ id: sessionId, contactNumberId }, mark) {
      const begun = { action: "view", sessionId, contactNumberId, mark } as const;
      overlays.moveTo(overlays.begin(begun, "elsewhere").id, "done");
      channel.post({ type: "begun", ...begun });
      channel.post({ type: "done", sessionId });
      refresh();
      replies.begin();
    },
    destroy() {
      single.destroy();
      several.destroy();
      replies.destroy();
      notices.destroy();
    },
  };
}
