/** The answers of a window's conversations: what is written in one is still there when the agent comes back to it, in whatever pane or page. */
import type { Answers } from "./answers";
import { createStore } from "../inbox/store";

/** One control's share of a conversation's answers. */
export interface AnswersLease {
  readonly answers: Answers;
  /** Ends the share. What is written stays, and what is on its way goes on. */
  readonly release: () => void;
}

/** Keeps the answers of each conversation for as long as somebody uses them, or something would be lost with them. */
export interface WindowAnswers {
  /** @param create is called where there are none of this conversation */
  lease(sessionId: string, create: () => Answers): AnswersLease;
  /** Whether anything would be lost with the window. */
  isNeeded(): boolean;
  /** The conversations in which something is written and not sent; the same object until that changes. */
  readonly getDrafts: () => ReadonlySet<string>;
  /** Calls `listener` when that changes; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface Kept {
  readonly answers: Answers;
  readonly stop: () => void;
  leases: number;
}

/** Makes it; a window has one. */
export function createWindowAnswers(): WindowAnswers {
  const all = new Map<string, Kept>();
  const store = createStore<{ readonly drafts: ReadonlySet<string> }>({ drafts: new Set() });

  function look(sessionId: string): void {
    const { drafts } = store.get();
    const isDraft = all.get(sessionId)?.answers.isNeeded() === true;
    if (isDraft !== drafts.has(sessionId)) {
      const others = [...drafts].filter((id) => id !== sessionId);
      store.set({ drafts: new Set(isDraft ? [...others, sessionId] : others) });
    }
    endIfIdle(sessionId);
  }

  function endIfIdle(sessionId: string): void {
    const kept = all.get(sessionId);
    if (!kept || kept.leases > 0 || kept.answers.isNeeded()) return;
    all.delete(sessionId);
    kept.stop();
    kept.answers.destroy();
  }

  return {
    lease(sessionId, create) {
      let kept = all.get(sessionId);
      if (!kept) {
        const answers = create();
        kept = { answers, stop: answers.subscribe(() => look(sessionId)), leases: 0 };
        all.set(sessionId, kept);
      }
      const { answers } = kept;
      const held = kept;
      let isReleased = false;
      held.leases += 1;
      return {
        answers,
        release() {
          if (isReleased) return;
          isReleased = true;
          held.leases -= 1;
          endIfIdle(sessionId);
        },
      };
    },
    isNeeded: () => store.get().drafts.size > 0,
    getDrafts: () => store.get().drafts,
    subscribe: store.subscribe,
  };
}
