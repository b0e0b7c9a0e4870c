import * as React from "react";
import { ThemeProvider, useTheme } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";
import type { GiveStrings } from "../CustomerLink/giveStrings";
import type { LinkStrings } from "../CustomerLink/linkStrings";
import type { AnswerStrings } from "../ReplyBox/answerStrings";
import type { ThreadQuestionStrings } from "../ReplyBox/threadQuestionStrings";
import type { ReplyParts } from "../ReplyBox/replyParts";
import type { Thread } from "../shared/thread/thread";
import { Boundary } from "../shared/ui/Boundary";
import type { LazyPart } from "../shared/ui/lazyPart";
import { useStore } from "../shared/ui/useStore";
import { Conversation } from "./Conversation";
import type { ConversationProps } from "./Conversation";
import type { ThreadStrings } from "./threadStrings";
import { threadStyles } from "./threadStyles";
import { useAnswers } from "./useAnswers";
import { useLinking } from "./useLinking";
import type { Linking } from "./useLinking";
import { useBesideInset } from "./useBesideInset";
import { useQuestions } from "./useQuestions";
import type { Questioned } from "./useQuestions";
import { useRoom } from "./useRoom";

/** The control's texts; those of answering, questions and linking are of bundles that have none of their own. */
export type ThreadViewStrings = ThreadStrings & AnswerStrings & ThreadQuestionStrings & LinkStrings & GiveStrings;

/** Everything that one instance of the control renders from. */
export interface ThreadViewProps
  extends Pick<ConversationProps, "times" | "days" | "onOpenCustomer">, Pick<Linking, "linkCode" | "openForm"> {
  readonly strings: ThreadViewStrings;
  /** Null: the form shows no session, or does not say which. */
  readonly thread: Thread | null;
  readonly sessionId: string | null;
  /** The viewer. */
  readonly userId: string;
  readonly userName: string;
  /** What answering takes. */
  readonly replyCode: LazyPart<ReplyParts>;
  readonly theme: ITheme;
  readonly isRtl: boolean;
  readonly onOpenAddress: (address: string) => void;
  /** Takes how much of the window's end the conversation takes (px); 0: it is not beside the page. The same function every time. */
  readonly onInset: (inset: number) => void;
  /** Takes a bug in what is drawn. */
  readonly onBug: (bug: unknown) => void;
}

/** The control: as high as what is left of the window. */
export function ThreadView(props: ThreadViewProps): React.ReactElement {
  const { thread, theme, isRtl, onInset, onBug } = props;
  const box = React.useRef<HTMLDivElement>(null);
  const height = useRoom(box);
  useBesideInset(box, isRtl, onInset);
  return (
    <ThemeProvider theme={theme} dir={isRtl ? "rtl" : "ltr"} style={{ width: "100%" }}>
      <div ref={box} style={{ height }}>
        <Boundary shown={thread} onBug={onBug}>
          {thread ? <OpenThread {...props} thread={thread} /> : <NoThread {...props} />}
        </Boundary>
      </div>
    </ThemeProvider>
  );
}

function NoThread({ strings }: ThreadViewProps) {
  const styles = threadStyles(useTheme());
  return (
    <div className={styles.root}>
      <div className={styles.state}>{strings.ThreadNoRecord}</div>
    </div>
  );
}

/** What the thread shows, whenever that changes. A bug in drawing it stays here; without that it would take the form along. */
function OpenThread(props: ThreadViewProps & { readonly thread: Thread }) {
  const { thread, strings, times, days, replyCode, onBug, onOpenCustomer, onOpenAddress } = props;
  const snapshot = useStore(thread.subscribe, thread.getSnapshot);
  const { messages, stateOf, mediaOf, reply } = useAnswers(props, snapshot);
  const perform: Questioned["perform"] = (action, terms) => void thread.perform(action, terms);
  const asking = useQuestions({ replyCode, strings, perform, openAddress: onOpenAddress }, snapshot);
  const { onLink, linking } = useLinking({ ...props, thread }, snapshot);
  return (
    <Boundary shown={snapshot} onBug={onBug}>
      <Conversation
        snapshot={snapshot}
        messages={messages}
        strings={strings}
        times={times}
        days={days}
        stateOf={stateOf}
        mediaOf={mediaOf}
        reply={reply}
        linking={linking}
        onLink={onLink}
        {...asking}
        onAction={(action) => (action === "give" ? onLink(action) : asking.onAction(action))}
        onUndo={(noticeId) => void thread.undo(noticeId)}
        onCloseNotice={thread.closeNotice}
        onHoldNotice={thread.holdNotice}
        onRetry={thread.retry}
        onOlder={thread.loadOlder}
        onView={thread.inView}
        onOpenCustomer={onOpenCustomer}
      />
    </Boundary>
  );
}
