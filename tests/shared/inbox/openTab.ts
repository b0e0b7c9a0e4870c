/** An agent's tab with a running inbox, and two sessions to have in it. */
import type { Owner } from "../../../shared/domain/session";
import type { Alerter } from "../../../shared/inbox/ports";
import { createActions } from "../../../shared/inbox/actions";
import { createInbox } from "../../../shared/inbox/inbox";
import { ben, MINUTE, NOON, session } from "../sessions";
import { createWorld } from "./laboratory";
import type { BrowserWorld } from "./laboratory";
import { SILENT_SERVER } from "./silentServer";
import { createServer } from "./server";
import { withSettings } from "./withSettings";
import type { InboxSession } from "../../../shared/domain/session";
import type { Server } from "./server";

/** First contact, two messages. */
export const jane = session({ unread: 2 });
/** Another number, nobody known, an older message. */
export const omar = session({
  id: jane.id.replace(/1$/, "2"),
  contactNumberId: jane.contactNumberId.replace(/1$/, "2"),
  contactName: null,
  phoneNumber: "+15550101",
  newestUnreadAt: NOON - 2 * MINUTE,
});

/** An agent's tab with an inbox that has its first list. */
export async function openTab(server: Server, world: BrowserWorld, owner: Owner = ben, open = () => Promise.resolve(true)) {
  const tab = openTabNow(server, world, owner, open);
  await world.settle();
  return tab;
}

/** An agent's tab whose inbox still waits for its first list. */
export function openTabNow(server: Server, world: BrowserWorld, owner: Owner = ben, open = () => Promise.resolve(true)) {
  const tab = world.tab(owner.id);
  const opened: string[] = [];
  const alerts: string[] = [];
  const clicks: (() => void)[] = [];
  const alerter: Alerter = {
    ring: () => alerts.push("ring"),
    notify(unread, names, onClick) {
      alerts.push(`${unread}: ${names.join()}`);
      clicks.push(onClick);
    },
    askPermission: () => {
      alerts.push("ask");
      return Promise.resolve(true);
    },
    permission: () => "default",
  };
  const gateway = server.gatewayOf(owner, tab);
  const inbox = createInbox({
    gateway,
    createActions: (tools) => createActions(tools, { agent: gateway, panel: SILENT_SERVER }),
    browser: tab,
    channel: tab.channel,
    alerter,
    openSession: (id) => {
      opened.push(id);
      return open();
    },
  });
  const shown = () => inbox.getSnapshot().notifications.map(({ session: { phoneNumber } }) => phoneNumber);
  const notices = () => inbox.getSnapshot().notices;
  return { inbox: withSettings(inbox), opened, alerts, clicks, shown, notices, tab, unread: () => inbox.getSnapshot().unread };
}

/** One tab of Ben's, and the server behind it. */
export async function setUp(...sessions: readonly InboxSession[]) {
  const world = createWorld();
  const server = createServer(...sessions);
  return { world, server, ...(await openTab(server, world)) };
}
