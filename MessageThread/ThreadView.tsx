import * as React from "react";
import { ThemeProvider, useTheme } from "@fluentui/react";
import type { ITheme } from "@fluentui/react";
import type { Thread } from "../shared/thread/thread";
import { Boundary } from "../shared/ui/Boundary";
import { useStore } from "../shared/ui/useStore";
import { Conversation } from "./Conversation";
import type { ConversationProps } from "./Conversation";
import { threadStyles } from "./threadStyles";
import { useRoom } from "./useRoom";

/** Everything that one instance of the control renders from. */
export interface ThreadViewProps extends Pick<ConversationProps, "strings" | "times" | "days" | "onOpenCustomer" | "onOpenAddress"> {
  /** Null: the form shows no session, or does not say which. */
  readonly thread: Thread | null;
  readonly theme: ITheme;
  readonly isRtl: boolean;
  /** Takes a bug in what is drawn. */
  readonly onBug: (bug: unknown) => void;
}

/** The control: as high as what is left of the window. */
export function ThreadView(props: ThreadViewProps): React.ReactElement {
  const { thread, theme, isRtl, onBug } = props;
  const box = React.useRef<HTMLDivElement>(null);
  const height = useRoom(box);
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
function OpenThread({ thread, strings, times, days, onBug, onOpenCustomer, onOpenAddress }: ThreadViewProps & { readonly thread: Thread }) {
  const snapshot = useStore(thread.subscribe, thread.getSnapshot);
  return (
    <Boundary shown={snapshot} onBug={onBug}>
      <Conversation
        snapshot={snapshot}
        messages={snapshot.messages}
        strings={strings}
        times={times}
        days={days}
        stateOf={noState}
        reply={null}
        onPerform={(action, terms) => void thread.perform(action, terms)}
        onUndo={(noticeId) => void thread.undo(noticeId)}
        onCloseNotice={thread.closeNotice}
        onHoldNotice={thread.holdNotice}
        onRetry={thread.retry}
        onOlder={thread.loadOlder}
        onView={thread.inView}
        onOpenCustomer={onOpenCustomer}
        onOpenAddress={onOpenAddress}
      />
    </Boundary>
  );
}

const noState = () => null;
