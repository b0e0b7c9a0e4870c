import * as React from "react";
import { DefaultButton, useTheme } from "@fluentui/react";
import { shownWords } from "../shared/domain/mediaMark";
import { plainName } from "../shared/domain/plainName";
import { customerName } from "../shared/domain/session";
import type { InboxSession } from "../shared/domain/session";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import { noticeOf } from "../shared/inbox/noticeOf";
import type { NoticeKind, Notification } from "../shared/inbox/snapshot";
import { Template } from "../shared/ui/Template";
import { previewText } from "../shared/ui/texts";
import type { Times } from "../shared/ui/times";
import { findNotifications } from "./findNotifications";
import { failureText } from "./failureText";
import { ListLine } from "./ListLine";
import { listStyles } from "./listStyles";
import { NothingState } from "./PanelStates";
import type { PanelStrings } from "./panelStrings";
import { useSearchTexts } from "./useSearchTexts";

/** What a {@link DismissedTab} works with. */
export interface DismissedTabProps {
  /** What the agent has dismissed, newest message first. */
  readonly sessions: readonly InboxSession[];
  /** The server's clock (ms). */
  readonly now: number;
  /** Whether the browser has a network. */
  readonly isOnline: () => boolean;
  readonly server: PanelGateway;
  /** What the agent looks for; empty: everything. */
  readonly words: string;
  readonly strings: PanelStrings;
  readonly times: Times;
  /** The agent wants a session that they restored dismissed again. */
  readonly onDismiss: (sessionId: string) => void;
  /** A session was restored: its id. */
  readonly onChanged: (id: string) => void;
  /** Takes a bug. */
  readonly onBug: (bug: unknown) => void;
}

/** What became of a line here. */
interface Doing {
  /** As it was when Restore was pressed. */
  readonly session: InboxSession;
  readonly what: "pending" | "done" | NoticeKind;
}

/** So many lines are drawn at first, and with each press more. */
const STEP = 100;

/** What the agent has dismissed, each with Restore, and then Undo. A line that was restored keeps its place until the tab is left: the next one does not move under the pointer. */
export function DismissedTab(props: DismissedTabProps): React.ReactElement {
  const { sessions, now, isOnline, server, words, strings, times, onDismiss, onChanged, onBug } = props;
  const styles = listStyles(useTheme());
  const [doings, setDoings] = React.useState<ReadonlyMap<string, Doing>>(new Map());
  const [most, setMost] = React.useState(STEP);
  const isOpen = React.useRef(true);
  React.useEffect(() => () => void (isOpen.current = false), []);

  const lines = React.useMemo(() => {
    const current = new Set(sessions.map(({ id }) => id));
    const restored = [...doings.values()].filter(({ session, what }) => what === "done" && !current.has(session.id));
    return [...sessions, ...restored.map(({ session }) => session)].sort((a, b) => b.newestUnreadAt - a.newestUnreadAt).map(lineOf);
  }, [sessions, doings]);
  const { notifications } = useSearchTexts(lines, true, { server, now: () => performance.now(), onBug });
  const found = React.useMemo(() => findNotifications(notifications, { filter: "all", order: "newest", words }), [notifications, words]);

  const restore = async (session: InboxSession) => {
    const note = (what: Doing["what"]) => {
      if (isOpen.current) setDoings((before) => new Map(before).set(session.id, { session, what }));
    };
    note("pending");
    try {
      await server.restore(session.id);
      note("done");
      onChanged(session.id);
    } catch (error) {
      note(noticeOf(error, { isOnline, report: onBug }));
    }
  };
  const renderLine = ({ session, preview }: Notification) => {
    const { id, newestUnreadAt, contactName } = session;
    const doing = doings.get(id);
    // Dismissed once more, it can be restored once more.
    const what = doing?.session === session ? doing.what : null;
    const isDone = what === "done";
    const failure = what === null || what === "pending" || what === "done" ? "" : failureText(what, customerName(session), strings);
    return (
      <ListLine
        key={id}
        name={customerName(session)}
        number={contactName ? plainName(session.phoneNumber) : ""}
        details={
          <>
            {preview !== null && (
              <div className={styles.preview} dir="auto">
                {shownWords(previewText(preview), strings)}
              </div>
            )}
            <time className={styles.detail} dateTime={times.iso(newestUnreadAt)} title={times.absolute(newestUnreadAt)}>
              {times.relative(newestUnreadAt, now)}
            </time>
          </>
        }
        state={isDone ? strings.Restored : ""}
        failure={failure}
        button={{
          text: isDone ? strings.Undo : strings.Restore,
          isPending: what === "pending",
          run: () => (isDone ? onDismiss(id) : void restore(session)),
        }}
        strings={strings}
      />
    );
  };
  return (
    <>
      {lines.length === 0 && <NothingState title={strings.DismissedEmptyTitle}>{strings.DismissedEmptyText}</NothingState>}
      {lines.length > 0 && found.notifications.length === 0 && (
        <NothingState title={strings.NothingFound}>
          <Template text={strings.NothingFoundText} values={[words.trim(), strings.Filter_dismissed]} />
        </NothingState>
      )}
      <div role="list">{found.notifications.slice(0, most).map(renderLine)}</div>
      {found.notifications.length > most && (
        <div className={styles.more}>
          <DefaultButton text={strings.ShowMore} onClick={() => setMost(most + STEP)} />
        </div>
      )}
    </>
  );
}

/** As the search takes it: with nothing to be done. */
function lineOf(session: InboxSession): Notification {
  const known = lineCache.get(session);
  if (known) return known;
  const line: Notification = { session, actions: [], preview: null, pending: null, isWaiting: false };
  lineCache.set(session, line);
  return line;
}
/** What did not change stays the same object. */
const lineCache = new WeakMap<InboxSession, Notification>();
