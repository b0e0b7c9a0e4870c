/** The code of answering over a server in memory, as the panel loads it. */
import { createReplyParts } from "../../ReplyBox/createReplyParts";
import type { ReplyParts } from "../../ReplyBox/replyParts";
import type { ReplyCode } from "../../NotificationPanel/replyCode";
import type { ClosedBecause } from "../../shared/domain/message";
import type { RequestFailed } from "../../shared/domain/failure";
import { createWindowAnswers } from "../../shared/thread/windowAnswers";
import { createLazyPart } from "../../shared/ui/lazyPart";
import { createWorld } from "../shared/inbox/laboratory";
import { createAnswerServer, openAnswers } from "../shared/thread/answerServer";

/** Code of answering that is there as soon as it is wanted. */
export function replyCodeOf(parts: ReplyParts): ReplyCode {
  let isLoaded = false;
  const part = createLazyPart<ReplyParts>({
    find: () => (isLoaded ? parts : undefined),
    ways: [() => Promise.resolve((isLoaded = true))],
    report: (bug) => {
      throw bug;
    },
    after: () => undefined,
  });
  return { ...part, isLoaded: () => isLoaded };
}

/** A window with one conversation's answers, and a server whose answers a test decides about. */
export function setUpCard() {
  const world = createWorld();
  const server = createAnswerServer();
  const windowAnswers = createWindowAnswers();
  const opened = openAnswers(server, world);
  const marked: (readonly string[])[] = [];
  const state = {
    /** What becomes of the next questions to mark texts read; undefined: they are marked. */
    refusals: [] as (RequestFailed | undefined)[],
    closedBecause: null as ClosedBecause | null,
    /** How often it was asked why a conversation cannot be answered. */
    asked: 0,
  };
  const parts = createReplyParts({
    windowAnswers,
    connect: () => opened.answers,
    cardGateway: {
      markRead(_session, _user, ids) {
        const refusal = state.refusals.shift();
        if (refusal) return Promise.reject(refusal);
        marked.push(ids);
        return Promise.resolve();
      },
      readClosedBecause() {
        state.asked += 1;
        return Promise.resolve(state.closedBecause);
      },
    },
    connectActions() {
      throw new Error("a card has no actions of a conversation");
    },
    noteFiles: { read: () => Promise.reject(new Error("no files here")) },
    browser: opened.tab,
  });
  return { world, server, windowAnswers, ...opened, marked, state, parts, replyCode: replyCodeOf(parts) };
}
