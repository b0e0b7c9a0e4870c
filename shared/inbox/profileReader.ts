/** What changes seldom, roles, configuration and the agent's own settings: read at the start, and again now and then, apart from the list. */
import { RequestFailed } from "../domain/failure";
import type { InboxState } from "./inboxState";
import type { Browser, InboxGateway, Profile } from "./ports";
import type { Refresher } from "./refresher";
import { share } from "../domain/sharing";
import type { Store } from "./store";

/** Reads the profile of one inbox. */
export interface ProfileReader {
  /** The known one; the server's where none is known that lets the user in: a role may be given at any time. @throws RequestFailed */
  current(): Promise<Profile>;
  /** Where the known one is old, it is read soon, at a moment of its own. What is known stays where that fails, until the next call. */
  keepYoung(): void;
  /** No timer runs after this. */
  destroy(): void;
}

/** What it works with. */
export interface ProfileReaderTools {
  readonly store: Store<Pick<InboxState, "profile" | "isDenied">>;
  readonly gateway: Pick<InboxGateway, "readProfile">;
  readonly browser: Pick<Browser, "now" | "after" | "random" | "report">;
  readonly refresher: Pick<Refresher, "mayAsk" | "request">;
  /** Called before the server is asked: what it returns puts into the answer what the agent has saved meanwhile. */
  readonly keepNewer: () => (read: Profile) => Profile;
}

/** A profile is old at this age (ms) … */
const AGE = 360_000;
/** … and read within so long (ms). Clients that have all been without a server for a while do not also read their profiles together. */
const SPREAD = 480_000;

/** Makes it. */
export function createProfileReader({ store, gateway, browser, refresher, keepNewer }: ProfileReaderTools): ProfileReader {
  let readAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;
  let isDestroyed = false;

  async function read(): Promise<Profile> {
    const withNewer = keepNewer();
    const profile = withNewer(await gateway.readProfile());
    readAt = browser.now();
    return share(store.get().profile, profile);
  }

  async function renew(): Promise<void> {
    cancel = null;
    if (!refresher.mayAsk()) return;
    try {
      const profile = await read();
      if (isDestroyed) return;
      store.set({ profile });
      // The roles have been taken away: the inbox shows that as it does at the start.
      if (!profile.mayUse) refresher.request("action");
    } catch (error) {
      if (!(error instanceof RequestFailed)) browser.report(error);
    }
  }

  return {
    current() {
      const { profile, isDenied } = store.get();
      return profile?.mayUse && !isDenied ? Promise.resolve(profile) : read();
    },
    keepYoung() {
      if (browser.now() - readAt >= AGE) cancel ??= browser.after(Math.ceil(SPREAD * browser.random()), () => void renew());
    },
    destroy() {
      isDestroyed = true;
      cancel?.();
    },
  };
}
