/** An answer that is written in a card of the list: once the server has it, the texts that the agent saw when they sent it are read. */
import { RequestFailed } from "../domain/failure";
import type { Mark } from "../domain/session";
import type { UnreadText } from "../inbox/panelPorts";
import type { Browser } from "../inbox/ports";
import { createStore } from "../inbox/store";
import type { Answers } from "./answers";
import type { CardAnswerGateway } from "./cardAnswerPorts";
import type { AnswersLease } from "./windowAnswers";

/** Whose conversation it is, and who answers. */
export interface AnsweredBy {
  readonly sessionId: string;
  readonly userId: string;
  readonly userName: string;
}

/** An answer is stored, and what was seen of its conversation is read. */
export interface CardAnswered {
  /** Of the texts that were seen and are read now; null: none were seen. */
  readonly mark: Mark | null;
  /** Nothing else is written here, and nothing is on its way. */
  readonly isDone: boolean;
}

/** What it works with. */
export interface CardAnswerParts {
  readonly by: AnsweredBy;
  readonly lease: AnswersLease;
  readonly gateway: Pick<CardAnswerGateway, "markRead">;
  readonly browser: Pick<Browser, "after" | "report">;
  /** The unread texts that the agent has seen by now. */
  readonly seen: () => readonly UnreadText[];
  /** Called once for each answer that is stored, when what was seen is read, also when the card has gone meanwhile; never where that could not be marked. */
  readonly onAnswered: (answered: CardAnswered) => void;
}

/** A card's share of a conversation's answers. */
export interface CardAnswer {
  /** The conversation's, with a `send` that notes what was seen. */
  readonly answers: Answers;
  /** Whether an answer is stored whose texts could not be marked read yet. */
  readonly isUnmarked: () => boolean;
  /** Calls `listener` when that changes; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** The card's box has gone. What was sent is seen through to its end. */
  readonly release: () => void;
}

/** The wait before marking is tried again (ms); each is twice as long as the one before. */
const FIRST_WAIT = 2_000;
/** So often it is tried: for some twenty minutes. Then the texts stay unread, and the customer is still on the list. */
const MOST_TRIES = 10;
/** What the server says plainly, it says again. */
const FINAL: readonly RequestFailed["kind"][] = ["denied", "gone"];

/** Makes it. Nothing here throws: a bug is reported. */
export function createCardAnswer({ by, lease, gateway, browser, seen, onAnswered }: CardAnswerParts): CardAnswer {
  const { sessionId, userId } = by;
  const { answers } = lease;
  const store = createStore({ isUnmarked: false });
  /** What was sent from here and may not be stored yet, by id. `isEditable`: it could go back into the box when it was looked at last. */
  const sent = new Map<string, { readonly texts: readonly UnreadText[]; isEditable: boolean }>();
  let isReleased = false;
  const stop = answers.subscribe(look);

  function endIfIdle(): void {
    if (!isReleased || sent.size > 0) return;
    stop();
    lease.release();
  }

  /** A text that is not pending any more is in the server's list, unless the agent has taken it back into the box. */
  function look(): void {
    const { pending } = answers.getSnapshot();
    for (const [id, text] of [...sent]) {
      const message = pending.find((one) => one.id === id);
      const standing = message && answers.standingOf(message);
      const isWritten = message ? message.delivery === "queued" && standing !== "writing" : !text.isEditable;
      text.isEditable = standing === "mayBeEdited";
      if (message && !isWritten) continue;
      sent.delete(id);
      if (isWritten) void finish(text.texts);
      endIfIdle();
    }
  }

  async function finish(texts: readonly UnreadText[]): Promise<void> {
    if (texts.length > 0 && !(await mark(texts))) return;
    const { draft } = answers.getSnapshot();
    const upTo = Math.max(...texts.map(({ at }) => at));
    onAnswered({ mark: texts.length > 0 ? { upTo, count: texts.length } : null, isDone: draft.trim() === "" && sent.size === 0 });
  }

  /** Resolves to whether they are marked. What is not stays unread and counted. */
  async function mark(texts: readonly UnreadText[]): Promise<boolean> {
    const ids = texts.map(({ id }) => id);
    for (let tries = 1; ; tries++) {
      try {
        await gateway.markRead(sessionId, userId, ids);
        store.set({ isUnmarked: false });
        return true;
      } catch (error) {
        store.set({ isUnmarked: true });
        if (!(error instanceof RequestFailed)) browser.report(error);
        if (!(error instanceof RequestFailed) || FINAL.includes(error.kind) || tries >= MOST_TRIES) return false;
        const wait = error.retryAfter ?? FIRST_WAIT * 2 ** (tries - 1);
        await new Promise<void>((resolve) => browser.after(wait, resolve));
      }
    }
  }

  return {
    answers: {
      ...answers,
      send() {
        const before = new Set(answers.getSnapshot().pending.map(({ id }) => id));
        const texts = seen();
        answers.send();
        for (const { id } of answers.getSnapshot().pending) if (!before.has(id)) sent.set(id, { texts, isEditable: false });
        look();
      },
    },
    isUnmarked: () => store.get().isUnmarked,
    subscribe: store.subscribe,
    release() {
      isReleased = true;
      endIfIdle();
    },
  };
}
