/** Giving a conversation to a colleague or a team, and taking that back. */
import type { InboxSession } from "../domain/session";
import type { Browser, Channel } from "../inbox/ports";
import { createStore } from "../inbox/store";
import { whyNotDone } from "./answerState";
import type { NotDone } from "./answerState";
import type { FoundReceivers, Gift, GiveGateway, Receiver } from "./givePorts";
import { giveTo, takeBackGift } from "./giveTo";
import { createPassingNotice } from "./passingNotice";

/**
 * What came of it. `given`: `name` has the conversation now; `undone`: it was taken back; `taken`: it was not given, because it is `name`'s by now; `overtaken`: it
 * was not taken back, because `name` has changed it since (an empty name: it is not known who); `failed`: it could not be taken back, `why` says more.
 */
export type GiveNotice =
  | { readonly kind: "given"; readonly name: string; readonly canUndo: boolean }
  | { readonly kind: "undone" }
  | { readonly kind: "taken" | "overtaken"; readonly name: string }
  | { readonly kind: "failed"; readonly why: NotDone; readonly canUndo: boolean };

/** Why a conversation was not given, where something else can be chosen, or it can be tried again. `unsent` and `refused`: see `GiveResult`. */
export type GiveTrouble =
  { readonly kind: "unsent" } | { readonly kind: "refused"; readonly name: string } | { readonly kind: "failed"; readonly why: NotDone };

/** What is shown of it. */
export interface GiveSnapshot {
  readonly notice: GiveNotice | null;
  readonly trouble: GiveTrouble | null;
  /** Something is being written. */
  readonly isBusy: boolean;
}

/** What the user interface may ask. What goes wrong in giving is in the snapshot, and a bug is reported. */
export interface Gifts {
  readonly getSnapshot: () => GiveSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** @throws RequestFailed */
  readonly findReceivers: (words: string) => Promise<FoundReceivers>;
  /** Whether the receiver would not be notified: the customer has written nothing that could be unread. @throws RequestFailed */
  readonly isSilent: (shown: Pick<InboxSession, "id" | "unread">) => Promise<boolean>;
  /** Gives it away. Resolves to whether the question is settled: it is given, or somebody else has it by now. @param shown as the giver sees it */
  readonly give: (shown: Pick<InboxSession, "id" | "status" | "owner">, to: Receiver, note: string) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  /** The agent is at the notice, or has left it: meanwhile it does not go by itself. */
  readonly hold: (isHeld: boolean) => void;
  readonly closeNotice: () => void;
  /** The agent chooses, or writes, something else: what was in the way is not any more. */
  readonly closeTrouble: () => void;
  /** No timer runs after this. What is being written goes on. */
  readonly destroy: () => void;
}

/** What they are made of. */
export interface GiftsParts {
  readonly userId: string;
  readonly gateway: GiveGateway;
  readonly browser: Pick<Browser, "after" | "isOnline" | "report">;
  readonly channel: Pick<Channel, "post">;
  /** The conversation is somebody else's now, or may be. */
  readonly onChanged: () => void;
}

/** Makes them for the conversations of one agent. */
export function createGifts({ userId, gateway, browser, channel, onChanged }: GiftsParts): Gifts {
  const store = createStore<GiveSnapshot>({ notice: null, trouble: null, isBusy: false });
  const { say, hold, destroy } = createPassingNotice<GiveNotice>(store, browser);
  let made: { readonly sessionId: string; readonly gift: Gift; readonly etag: string } | null = null;

  function tell(sessionId: string): void {
    // Lists and conversations of this user's other tabs ask for how it is now.
    channel.post({ type: "takenBack", sessionId });
    onChanged();
  }

  return {
    getSnapshot: () => store.get(),
    subscribe: store.subscribe,
    findReceivers: (words) => gateway.findReceivers(words),
    isSilent: async ({ id, unread }) => unread === 0 && (await gateway.readNewestText(id)) === null,

    async give(shown, to, note) {
      // A double press is one.
      if (store.get().isBusy) return false;
      store.set({ isBusy: true, trouble: null });
      try {
        const result = await giveTo(gateway, shown, to, note);
        if (result.kind === "given") {
          const { gift, etag } = result;
          made = etag === null ? null : { sessionId: shown.id, gift, etag };
          say({ kind: "given", name: to.name, canUndo: made !== null });
        } else if (result.kind === "taken") {
          say({ kind: "taken", name: result.by });
        } else {
          store.set({ trouble: { kind: result.kind, name: to.name } });
          return false;
        }
        tell(shown.id);
        return true;
      } catch (error) {
        store.set({ trouble: { kind: "failed", why: whyNotDone(error, browser) } });
        onChanged();
        return false;
      } finally {
        store.set({ isBusy: false });
      }
    },

    async undo() {
      if (!made || store.get().isBusy) return;
      const { sessionId, gift, etag } = made;
      store.set({ isBusy: true });
      hold(true);
      try {
        const changed = await takeBackGift(gateway, sessionId, gift, etag, userId);
        made = null;
        say(changed ? { kind: "overtaken", name: changed.by } : { kind: "undone" });
        tell(sessionId);
      } catch (error) {
        say({ kind: "failed", why: whyNotDone(error, browser), canUndo: true });
      } finally {
        store.set({ isBusy: false });
      }
    },

    hold,
    closeNotice: () => say(null),
    closeTrouble: () => store.set({ trouble: null }),
    destroy,
  };
}
