import * as React from "react";
import type { AnswerStrings } from "../ReplyBox/answerStrings";
import type { BoxAnswers } from "../ReplyBox/boxAnswers";
import type { ReplyParts } from "../ReplyBox/replyParts";
import { PICTURE_MARK, wordsOf } from "../shared/domain/mediaMark";
import type { ThreadMessage } from "../shared/domain/message";
import { plainName } from "../shared/domain/plainName";
import type { Thread } from "../shared/thread/thread";
import type { ThreadSnapshot } from "../shared/thread/threadSnapshot";
import { withPending } from "../shared/thread/withPending";
import type { LazyPart } from "../shared/ui/lazyPart";
import { useStore } from "../shared/ui/useStore";
import { MissingPart } from "../shared/ui/MissingPart";
import type { ThreadStrings } from "./threadStrings";

/** Whose conversation is answered, by whom, and with what code. */
export interface Answering {
  readonly thread: Pick<Thread, "changed">;
  readonly sessionId: string | null;
  readonly userId: string;
  readonly userName: string;
  readonly replyCode: LazyPart<ReplyParts>;
  readonly strings: AnswerStrings & Pick<ThreadStrings, "PartLoading">;
  readonly onBug: (bug: unknown) => void;
}

/** What answering adds to a thread. */
export interface Answered {
  /** The thread's texts, and those of the agent's that the server does not have yet. */
  readonly messages: readonly ThreadMessage[];
  /** What became of a text of ours, and what can be done about it. */
  readonly stateOf: (message: ThreadMessage) => React.ReactNode;
  /** The pictures and other files that came with a text. */
  readonly mediaOf: (message: ThreadMessage) => React.ReactNode;
  readonly reply: React.ReactNode;
}

const NONE: readonly ThreadMessage[] = [];
const noSubscription = () => () => undefined;

/** Loads what answering takes, and shows the states of texts in words until it is there. Thread and answers hear of each other: what one writes, the other asks for. */
export function useAnswers(answering: Answering, { messages, head, closedBecause }: ThreadSnapshot): Answered {
  const { thread, sessionId, userId, userName, replyCode, strings, onBug } = answering;
  const loaded = useStore(replyCode.subscribe, replyCode.get);
  const parts = loaded.kind === "ready" ? loaded.part : null;
  const [answers, setAnswers] = React.useState<BoxAnswers | null>(null);
  React.useEffect(() => replyCode.want(), [replyCode]);
  React.useEffect(() => {
    if (!parts || sessionId === null) return undefined;
    const lease = parts.leaseAnswers({ sessionId, userId, userName });
    setAnswers(lease.answers);
    return lease.release;
  }, [parts, sessionId, userId, userName]);

  const getPending = React.useCallback(() => answers?.getSnapshot().pending ?? NONE, [answers]);
  const pending = useStore(answers?.subscribe ?? noSubscription, getPending);
  React.useEffect(() => answers?.follow(messages), [answers, messages]);
  React.useEffect(() => answers?.onWritten(() => thread.changed()), [answers, thread]);
  const mayAnswer = closedBecause === null;
  const stateOf = React.useCallback(
    (message: ThreadMessage) => {
      if (parts && answers) return <parts.DeliveryState message={message} answers={answers} mayAnswer={mayAnswer} strings={strings} />;
      return message.delivery && strings[`Delivery_${message.delivery}` as const];
    },
    [parts, answers, mayAnswer, strings],
  );
  const mediaOf = React.useCallback(
    (message: ThreadMessage) =>
      parts ? (
        <parts.MessageMedia message={message} files={parts.noteFiles} strings={strings} />
      ) : (
        strings[wordsOf("", message.media) === PICTURE_MARK ? "Picture" : "File"]
      ),
    [parts, strings],
  );
  const { contactName, businessNumber } = head?.session ?? { contactName: "", businessNumber: "" };
  const customer = plainName(contactName ?? "");
  const values = React.useMemo(
    () => ({ customer, agent: plainName(userName), businessnumber: plainName(businessNumber) }),
    [customer, userName, businessNumber],
  );
  return {
    messages: React.useMemo(() => withPending(messages, pending), [messages, pending]),
    stateOf,
    mediaOf,
    reply:
      parts && answers ? (
        <parts.ReplyBox
          answers={answers}
          closedBecause={closedBecause}
          owner={plainName(head?.session.owner.name ?? "")}
          values={values}
          strings={strings}
          onBug={onBug}
        />
      ) : (
        <MissingPart kind={loaded.kind} failed={strings.ReplyFailed} strings={strings} onRetry={replyCode.want} />
      ),
  };
}
