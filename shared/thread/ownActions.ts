/** What an owner does to their conversation, and who may block to a blocked number: close it, unblock it. */
import { unblock } from "../inbox/block";
import { close } from "../inbox/close";
import type { ClosingGateway } from "../inbox/close";
import { giveBack } from "../inbox/giveBack";
import { noticeOf } from "../inbox/noticeOf";
import type { Notices } from "../inbox/notices";
import type { ActionGateway, Browser, Channel } from "../inbox/ports";
import type { SessionActions } from "../inbox/sessionActions";
import type { Store } from "../inbox/store";
import type { OwnAction, ThreadState } from "./threadState";

/** What they work with. */
export interface OwnActionTools {
  readonly store: Store<Pick<ThreadState, "head" | "doing" | "profile" | "network">>;
  readonly browser: Pick<Browser, "report" | "isOnline">;
  readonly channel: Pick<Channel, "post">;
  readonly notices: Pick<Notices, "say" | "offerUndo">;
  readonly gateway: Pick<ActionGateway, "readContactNumber" | "setBlocked" | "giveBack"> & ClosingGateway;
  readonly actions: Pick<SessionActions, "changed">;
  /** What to call the customer. */
  readonly subject: () => string;
  /** Asks the server for the conversation as it now is. */
  readonly refresh: () => void;
}

/** Makes the way to do one of them. It never rejects: what goes wrong becomes a notice, and a bug is reported besides. */
export function createOwnActions(tools: OwnActionTools): (action: OwnAction) => Promise<void> {
  const { store, browser, channel, notices, gateway, actions, subject, refresh } = tools;

  async function carryOut(action: OwnAction): Promise<void> {
    const { head, profile } = store.get();
    if (!head || !profile) return;
    const { id, contactNumberId } = head.session;
    if (action === "close") {
      const { userId } = profile.viewer;
      const closed = await close(gateway, id, userId);
      if ("owner" in closed) {
        notices.say("taken", subject(), closed.owner);
        return;
      }
      // Everything in it is read now: it leaves every list.
      channel.post({ type: "read", sessionId: id });
      const { won } = closed;
      if (won) {
        notices.offerUndo("closed", subject(), {
          sessionId: id,
          left: new Set([id]),
          async takeBack() {
            if (await giveBack(gateway, id, won, userId, "reopened")) notices.say("changed", subject());
          },
        });
      }
      return;
    }
    const { etag } = await gateway.readContactNumber(contactNumberId);
    await unblock(gateway, contactNumberId, { etag, before: null });
    actions.changed(contactNumberId);
  }

  return async (action) => {
    if (store.get().doing) return;
    if (store.get().network.state === "off") {
      notices.say("notSent", subject());
      return;
    }
    store.set({ doing: action });
    try {
      await carryOut(action);
    } catch (error) {
      notices.say(noticeOf(error, browser), subject());
    } finally {
      store.set({ doing: null });
      refresh();
    }
  };
}
