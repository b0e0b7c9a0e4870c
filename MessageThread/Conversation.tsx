import * as React from "react";
import { PrimaryButton, Spinner, useTheme } from "@fluentui/react";
import { customerName } from "../shared/domain/session";
import type { ThreadMessage } from "../shared/domain/message";
import type { CustomerRecord } from "../shared/thread/threadPorts";
import type { ThreadAction, ThreadSnapshot } from "../shared/thread/threadSnapshot";
import type { Days } from "../shared/ui/days";
import { Notices } from "../shared/ui/Notices";
import { ProblemBar } from "../shared/ui/ProblemBar";
import type { Times } from "../shared/ui/times";
import { ThreadHeader } from "./ThreadHeader";
import type { ThreadHeaderProps } from "./ThreadHeader";
import { ThreadLog } from "./ThreadLog";
import type { ThreadStrings } from "./threadStrings";
import { threadStyles } from "./threadStyles";
import { useLostFocus } from "../shared/ui/useLostFocus";
import { useArrivals } from "./useArrivals";
import { useMeantPresses } from "./useMeantPresses";

/** What a {@link Conversation} shows, and whom it tells what the agent does. */
export interface ConversationProps {
  readonly snapshot: ThreadSnapshot;
  /** With those that the server does not have yet. */
  readonly messages: readonly ThreadMessage[];
  readonly strings: ThreadStrings;
  readonly times: Times;
  readonly days: Days;
  /** What became of a text of ours, and what can be done about it. */
  readonly stateOf: (message: ThreadMessage) => React.ReactNode;
  /** The pictures and other files that came with a text. */
  readonly mediaOf: (message: ThreadMessage) => React.ReactNode;
  /** The box to answer in. */
  readonly reply: React.ReactNode;
  /** The search for the number's customer, and what came of it. */
  readonly linking: React.ReactNode;
  /** What is asked before it is done. */
  readonly question: React.ReactNode;
  readonly onAction: (action: ThreadAction) => void;
  readonly onUndo: (noticeId: number) => void;
  readonly onCloseNotice: (noticeId: number) => void;
  readonly onHoldNotice: (noticeId: number, isHeld: boolean) => void;
  readonly onRetry: () => void;
  readonly onOlder: () => void;
  readonly onView: (messageIds: readonly string[]) => void;
  readonly onOpenCustomer: (customer: CustomerRecord) => void;
  /** The agent has pressed a link of a text. */
  readonly onOpenLink: (address: string) => void;
  readonly onLink: ThreadHeaderProps["onLink"];
}

/** One conversation: whom it is with, its texts, the box to answer in; or why there is nothing of it. */
export function Conversation(props: ConversationProps): React.ReactElement {
  const { snapshot, messages, strings, times, days, stateOf, mediaOf, reply } = props;
  const { head, phase } = snapshot;
  const styles = threadStyles(useTheme());
  const customer = head ? customerName(head.session) : "";
  const arrival = useArrivals(snapshot, customer, strings);
  const above = React.useRef<HTMLDivElement>(null);
  const heading = React.useRef<HTMLDivElement>(null);
  const guard = useMeantPresses(above, snapshot);
  const keeper = useLostFocus(above, heading, snapshot);
  const isThere = phase === "ready" && head !== null;
  return (
    <section className={styles.root} role="region" aria-label={customer || strings.Messages} aria-busy={phase === "loading"}>
      <div role="status" className={styles.hidden}>
        {arrival}
      </div>
      <div ref={above} className={styles.above} onClickCapture={guard} {...keeper}>
        {isThere && (
          <ThreadHeader
            head={head}
            heading={heading}
            snapshot={snapshot}
            strings={strings}
            onAction={props.onAction}
            onOpenCustomer={props.onOpenCustomer}
            onLink={props.onLink}
          />
        )}
        {isThere && <ProblemBar problem={snapshot.problem} strings={strings} times={times} onRetry={props.onRetry} />}
        <Notices
          notices={snapshot.notices}
          strings={strings}
          onUndo={props.onUndo}
          onClose={props.onCloseNotice}
          onHold={props.onHoldNotice}
        />
        {/* Whoever has given it to another business unit may not read it any more: what came of giving is said all the same. */}
        {(isThere || phase === "denied") && props.linking}
      </div>
      {!isThere && <ThreadState snapshot={snapshot} strings={strings} onRetry={props.onRetry} />}
      {isThere && messages.length === 0 && snapshot.events.length === 0 && <div className={styles.state}>{strings.ThreadEmpty}</div>}
      {isThere && (messages.length > 0 || snapshot.events.length > 0) && (
        <ThreadLog
          snapshot={snapshot}
          messages={messages}
          customer={customer}
          strings={strings}
          times={times}
          days={days}
          stateOf={stateOf}
          mediaOf={mediaOf}
          onLink={props.onOpenLink}
          onView={props.onView}
          onOlder={props.onOlder}
        />
      )}
      {isThere && reply}
      {props.question}
    </section>
  );
}

function ThreadState({ snapshot, strings, onRetry }: Pick<ConversationProps, "snapshot" | "strings" | "onRetry">) {
  const styles = threadStyles(useTheme());
  const { phase, problem } = snapshot;
  if (phase === "loading" || phase === "ready") {
    return (
      <div className={styles.state} role="status">
        <Spinner label={strings.ThreadLoading} />
      </div>
    );
  }
  const text = { failed: strings.ThreadFailed, denied: strings.ThreadDenied, gone: strings.ThreadGone }[phase];
  return (
    <div className={styles.state} role="alert">
      <div>{text}</div>
      {phase === "failed" && problem && <div>{strings[`Problem_${problem.kind}` as const]}</div>}
      {phase === "failed" && <PrimaryButton text={strings.Retry} onClick={onRetry} />}
    </div>
  );
}
