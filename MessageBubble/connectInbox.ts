/** Puts an inbox together for a page of the app. */
import { createInbox } from "../shared/inbox/inbox";
import type { Alerter } from "../shared/inbox/ports";
import type { Inbox } from "../shared/inbox/snapshot";
import { watchBrowser, watchPages } from "../shared/browser/browser";
import { openChannel } from "../shared/browser/channel";
import { createClient } from "../shared/dataverse/client";
import { createGateway } from "../shared/dataverse/gateway";

/** Whose inbox, and how a conversation is opened. */
export interface Connection {
  /** GUID, with or without braces. */
  readonly userId: string;
  /** Rejects when the conversation did not open. */
  readonly openSession: (sessionId: string) => Promise<void>;
  readonly alerter: Alerter;
}

/** An inbox that runs in this window until `destroy`: it asks the page's own environment, and hears the page change. */
export function connectInbox({ userId, openSession, alerter }: Connection): Inbox {
  const browser = watchBrowser(window, userId);
  const channel = openChannel(userId);
  const client = createClient((url, init) => fetch(url, init));
  const inbox = createInbox({ gateway: createGateway(client, userId, browser.now), browser, channel, alerter, openSession });
  const stopWatching = watchPages(window, () => inbox.navigated("history"));
  return {
    ...inbox,
    destroy() {
      stopWatching();
      inbox.destroy();
      channel.close();
    },
  };
}
