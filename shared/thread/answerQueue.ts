/** The texts that the agent has sent, written one after the other: a customer reads them in the order in which they were sent. */
import { RequestFailed } from "../domain/failure";
import type { ThreadMessage } from "../domain/message";
import type { Browser } from "../inbox/ports";
import type { Store } from "../inbox/store";
import type { AnswerGateway } from "./answerPorts";
import { notDoneBecause } from "./answerState";
import type { AnswerState, Pending } from "./answerState";

/** What the queue works with. */
export interface AnswerQueueParts {
  readonly sessionId: string;
  readonly store: Store<AnswerState>;
  readonly gateway: Pick<AnswerGateway, "queue" | "serverNow">;
  readonly browser: Pick<Browser, "now" | "after" | "watch" | "isOnline" | "report">;
  /** The server has one of them. */
  readonly onWritten: () => void;
}

/** Nothing here throws or rejects: what goes wrong is in the store, and a bug is reported besides. */
export interface AnswerQueue {
  /** Writes it as soon as those before it are written, or could not be. */
  add(message: ThreadMessage): void;
  /** Tries one that could not be written once more, under the id that it has. */
  again(id: string): void;
  /** Writes no more, and waits for nothing. */
  destroy(): void;
}

/** For how long a text is tried by itself (ms): a text that goes out an hour after the press may be wrong by then. */
const TRY_FOR = 60_000;
/** The wait before the second try (ms); each is twice as long as the one before. */
const FIRST_WAIT = 1_000;
/** A server that says no without a reason is asked so often: mostly it says the same again. */
const MOST_REFUSALS = 3;

/** Makes it. */
export function createAnswerQueue({ sessionId, store, gateway, browser, onWritten }: AnswerQueueParts): AnswerQueue {
  /** By id: until when (browser time) it is tried. */
  const limits = new Map<string, number>();
  /** End the pauses under way. */
  const pauses = new Set<() => void>();
  let isWorking = false;
  let isDestroyed = false;

  function change(id: string, to: Partial<Pending>): void {
    store.set({ pending: store.get().pending.map((one) => (one.message.id === id ? { ...one, ...to } : one)) });
  }

  async function work(): Promise<void> {
    if (isWorking) return;
    isWorking = true;
    for (;;) {
      const next = store.get().pending.find(({ phase }) => phase === "writing");
      if (!next || isDestroyed) break;
      await write(next);
    }
    isWorking = false;
  }

  async function write({ message }: Pending): Promise<void> {
    const { id, text, segments } = message;
    for (let tries = 1; ; tries++) {
      const failure = await gateway.queue({ id, sessionId, text, segments: segments ?? 1 }).then(() => null, failureOf);
      if (!failure) {
        // It is told first: whoever holds the answers may let go of them once nothing is left to be written.
        onWritten();
        change(id, { phase: "written" });
        return;
      }
      // What the server says plainly was not done; anything else may have been.
      if (failure.mayBeDone || failure.kind === "failed") change(id, { mayBeWritten: true });
      const wait = waitAfter(failure, tries);
      const limit = limits.get(id) ?? 0;
      if (wait === null || browser.now() + wait > limit || isDestroyed) {
        change(id, { phase: "notWritten", message: { ...message, delivery: "failed", error: notDoneBecause(failure, browser) } });
        return;
      }
      await pause(wait);
    }
  }

  function failureOf(error: unknown): RequestFailed {
    if (error instanceof RequestFailed) return error;
    browser.report(error);
    return new RequestFailed("failed", { cause: error });
  }

  /** Ends when the time is over, or the network is back. */
  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      let wasOnline = browser.isOnline();
      const end = () => {
        pauses.delete(end);
        cancel();
        stop();
        resolve();
      };
      const cancel = browser.after(ms, end);
      const stop = browser.watch(() => {
        const isBack = !wasOnline && browser.isOnline();
        wasOnline = browser.isOnline();
        if (isBack) end();
      });
      pauses.add(end);
    });
  }

  function begin(id: string): void {
    limits.set(id, browser.now() + TRY_FOR);
    void work();
  }

  return {
    add(message) {
      store.set({ pending: [...store.get().pending, { message, phase: "writing", mayBeWritten: false }] });
      begin(message.id);
    },
    again(id) {
      const { pending } = store.get();
      const found = pending.find(({ message, phase }) => message.id === id && phase === "notWritten");
      if (!found) return;
      const message: ThreadMessage = { ...found.message, delivery: "queued", error: "", at: gateway.serverNow() };
      store.set({ pending: [...pending.filter((one) => one !== found), { ...found, message, phase: "writing" }] });
      begin(id);
    },
    destroy() {
      isDestroyed = true;
      for (const end of [...pauses]) end();
    },
  };
}

/** How long to wait before the next try (ms); null: there is none, it would be answered the same. */
function waitAfter({ kind, retryAfter }: RequestFailed, tries: number): number | null {
  const wait = FIRST_WAIT * 2 ** (tries - 1);
  if (kind === "throttled") return retryAfter ?? wait;
  if (kind === "failed") return tries < MOST_REFUSALS ? wait : null;
  return kind === "offline" ? wait : null;
}
