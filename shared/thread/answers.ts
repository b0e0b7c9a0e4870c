/** The answers of one conversation: what is in the box, what is on its way to the server, and what was asked about texts that are there. */
import { answerText, faultOf } from "../domain/answerText";
import { RequestFailed } from "../domain/failure";
import type { ThreadMessage } from "../domain/message";
import { smsSegmentsOf } from "../domain/smsSegments";
import type { Template } from "../domain/templateText";
import type { Browser, Channel } from "../inbox/ports";
import { createStore } from "../inbox/store";
import type { AnswerGateway } from "./answerPorts";
import { createAnswerQueue } from "./answerQueue";
import { NO_ANSWERS, notDoneBecause } from "./answerState";
import type { AnswerProblem, AnswerState } from "./answerState";

/** What is shown of it: the same object until something changes, in which what did not change is the same object, too. */
export interface AnswersSnapshot {
  readonly draft: string;
  /** What the agent has sent and the server's list does not have yet, in the order in which it was sent. Its `etag` is empty. */
  readonly pending: readonly ThreadMessage[];
  readonly problem: AnswerProblem | null;
}

/**
 * What is to be known of a text of ours besides its state. `writing`: the server may not have it yet; `busy`: it is being asked about; `mayBeEdited`: it is not written
 * for certain, and can go back into the box; `isSentAgain`: another text has taken its place.
 */
export type Standing = "plain" | "writing" | "busy" | "mayBeEdited" | "isSentAgain";

/** What the user interface may ask. Nothing here throws or rejects but `readTemplates`: what goes wrong is in the snapshot, and a bug is reported. */
export interface Answers {
  readonly getSnapshot: () => AnswersSnapshot;
  /** Calls `listener` after every change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Calls `listener` when the server has something new of this conversation's; returns the way to stop. */
  readonly onWritten: (listener: () => void) => () => void;
  /** The agent has changed what is in the box. */
  write(draft: string): void;
  /** Sends what is in the box, and empties it; where it cannot be sent as it is, or there is no network, it stays. */
  send(): void;
  /** Sends a text that is not written, or has failed, once more; one of which nobody knows what became of it goes out as another text. */
  sendAgain(message: ThreadMessage): void;
  /** Has it found out what became of a text. */
  check(message: ThreadMessage): void;
  /** Takes a text that is not written back into the box. */
  edit(id: string): void;
  standingOf(message: ThreadMessage): Standing;
  /** The server's list of texts, whenever it has changed. */
  follow(messages: readonly ThreadMessage[]): void;
  /** @throws RequestFailed where the server or the network fails */
  readonly readTemplates: () => Promise<readonly Template[]>;
  /** Whether something would be lost with it: a draft, or a text that is not written. */
  isNeeded(): boolean;
  destroy(): void;
}

/** What they are made of. */
export interface AnswersParts {
  readonly sessionId: string;
  readonly gateway: AnswerGateway;
  readonly browser: Browser;
  readonly channel: Pick<Channel, "post">;
  /** The agent's. */
  readonly authorName: string;
}

/** Makes the answers of a conversation. */
export function createAnswers({ sessionId, gateway, browser, channel, authorName }: AnswersParts): Answers {
  const store = createStore<AnswerState>(NO_ANSWERS);
  const written = createStore({});
  const queue = createAnswerQueue({ sessionId, store, gateway, browser, onWritten: tellWritten });
  /** The server's texts, as they were listed last. */
  let listed: readonly ThreadMessage[] = [];
  let shown: { readonly state: AnswerState; readonly snapshot: AnswersSnapshot } | null = null;
  let hadDraft = false;
  const stopTelling = store.subscribe(() => {
    if (isNeeded() === hadDraft) return;
    hadDraft = !hadDraft;
    channel.post({ type: "draft", sessionId, hasDraft: hadDraft });
  });

  function tellWritten(): void {
    written.set({});
    channel.post({ type: "answered", sessionId });
  }

  function isNeeded(): boolean {
    const { draft, pending } = store.get();
    return draft.trim() !== "" || pending.some(({ phase }) => phase !== "written");
  }

  function getSnapshot(): AnswersSnapshot {
    const state = store.get();
    if (shown?.state !== state) {
      const { draft, problem, pending } = state;
      const isSame = shown?.state.pending === pending;
      const next = { draft, problem, pending: isSame && shown ? shown.snapshot.pending : pending.map(({ message }) => message) };
      shown = { state, snapshot: next };
    }
    return shown.snapshot;
  }

  function add(id: string, text: string): void {
    queue.add({
      id,
      etag: "",
      direction: "out",
      text,
      at: gateway.serverNow(),
      sequence: "",
      isUnread: false,
      delivery: "queued",
      error: "",
      authorName,
      media: "",
      segments: smsSegmentsOf(text).count,
    });
  }

  /** Asks something about a text that the server has. It stays busy until the list shows it as it is then. */
  async function ask(about: AnswerProblem["about"], message: ThreadMessage, task: () => Promise<void>): Promise<void> {
    const { busy } = store.get();
    if (busy.has(message.id)) return;
    if (!browser.isOnline()) {
      store.set({ problem: { about, why: "offline" } });
      return;
    }
    store.set({ busy: new Set(busy).add(message.id), problem: null });
    try {
      await task();
    } catch (error) {
      letGo(message.id);
      if (!(error instanceof RequestFailed)) browser.report(error);
      // Another tab, or the gateway, was quicker: the list shows what it is now.
      else if (error.kind !== "stale") store.set({ problem: { about, why: notDoneBecause(error, browser) } });
    }
    tellWritten();
  }

  function letGo(id: string): void {
    const busy = new Set(store.get().busy);
    if (busy.delete(id)) store.set({ busy });
  }

  function hasText(id: string): boolean {
    return listed.some((message) => message.id === id) || store.get().pending.some(({ message }) => message.id === id);
  }

  return {
    getSnapshot,
    subscribe: store.subscribe,
    onWritten: written.subscribe,
    write: (draft) => store.set({ draft, problem: null }),
    send() {
      const { draft } = store.get();
      if (faultOf(draft) !== null) return;
      if (!browser.isOnline()) {
        store.set({ problem: { about: "kept", why: "offline" } });
        return;
      }
      // In this order, at no moment there is nothing that would be lost.
      add(gateway.newId(), answerText(draft));
      store.set({ draft: "", problem: null });
    },
    sendAgain(message) {
      const { id, etag, delivery, text } = message;
      if (etag === "") queue.again(id);
      else if (delivery === "failed") void ask("notSentAgain", message, () => gateway.sendAgain(id, etag));
      else if (delivery === "unconfirmed" && !hasText(gateway.idAfter(id))) add(gateway.idAfter(id), text);
    },
    check: (message) => void ask("notChecked", message, () => gateway.check(message.id, message.etag)),
    edit(id) {
      const { draft, pending } = store.get();
      const found = pending.find(({ message, phase, mayBeWritten }) => message.id === id && phase === "notWritten" && !mayBeWritten);
      if (!found) return;
      const both = [draft, found.message.text].filter((text) => text.trim() !== "").join("\n");
      store.set({ draft: both, pending: pending.filter((one) => one !== found) });
    },
    standingOf({ id, etag, delivery }) {
      const { pending, busy } = store.get();
      if (busy.has(id)) return "busy";
      if (etag === "") {
        const { phase, mayBeWritten } = pending.find(({ message }) => message.id === id) ?? {};
        if (phase === "writing") return "writing";
        return phase === "notWritten" && !mayBeWritten ? "mayBeEdited" : "plain";
      }
      return delivery === "unconfirmed" && hasText(gateway.idAfter(id)) ? "isSentAgain" : "plain";
    },
    follow(messages) {
      const before = listed;
      listed = messages;
      const { pending, busy } = store.get();
      if (pending.length > 0) {
        const ids = new Set(messages.map(({ id }) => id));
        if (pending.some(({ message }) => ids.has(message.id))) {
          store.set({ pending: pending.filter(({ message }) => !ids.has(message.id)) });
        }
      }
      const etagIn = (list: readonly ThreadMessage[], id: string) => list.find((message) => message.id === id)?.etag;
      for (const id of busy) if (etagIn(before, id) !== etagIn(messages, id)) letGo(id);
    },
    readTemplates: () => gateway.readTemplates(),
    isNeeded,
    destroy() {
      queue.destroy();
      stopTelling();
    },
  };
}
