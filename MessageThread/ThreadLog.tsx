import * as React from "react";
import { ActionButton, PrimaryButton, Spinner, SpinnerSize, useTheme } from "@fluentui/react";
import type { IButtonStyles } from "@fluentui/react";
import type { ThreadMessage } from "../shared/domain/message";
import type { ThreadSnapshot } from "../shared/thread/threadSnapshot";
import { counted } from "../shared/ui/fill";
import { ThreadLineView } from "./ThreadLineView";
import type { ThreadLineViewProps } from "./ThreadLineView";
import { threadLines, UNREAD_LINE } from "./threadLines";
import { threadStyles } from "./threadStyles";
import { LINE_ATTRIBUTE, useThreadWindow } from "./useThreadWindow";

/** What a {@link ThreadLog} shows. */
export interface ThreadLogProps extends Omit<ThreadLineViewProps, "line" | "isTabStop" | "now"> {
  readonly snapshot: ThreadSnapshot;
  /** With those that the server does not have yet. */
  readonly messages: readonly ThreadMessage[];
  /** The texts in view have changed: their ids. */
  readonly onView: (messageIds: readonly string[]) => void;
  /** The reader is near the oldest text, or wants to try again to load older ones. */
  readonly onOlder: () => void;
}

const PILL: IButtonStyles = {
  root: { minWidth: 0, height: 28, minHeight: 28, padding: "0 14px", borderRadius: 14, pointerEvents: "auto" },
};
const ARTICLE = '[role="article"]';

/** The texts, the oldest first, and what happened between them. */
export function ThreadLog(props: ThreadLogProps): React.ReactElement {
  const { snapshot, messages, onView, onOlder, ...line } = props;
  const { strings, days } = line;
  const { events, unreadFrom, older, now } = snapshot;
  const styles = threadStyles(useTheme());
  const lines = React.useMemo(() => threadLines(messages, events, unreadFrom, days), [messages, events, unreadFrom, days]);
  const ids = React.useMemo(() => lines.map(({ id }) => id), [lines]);
  /** The furthest line that has been in view. */
  const [furthest, setFurthest] = React.useState("");
  /** The text that Tab comes to; empty: the last one. */
  const [stop, setStop] = React.useState("");
  const furthestAt = ids.indexOf(furthest);
  const look = (seen: readonly string[]) => {
    onView(seen);
    const last = seen[seen.length - 1] ?? "";
    if (ids.indexOf(last) > furthestAt) setFurthest(last);
  };
  const onNearStart = () => {
    if (older === "idle") onOlder();
  };
  const last = messages[messages.length - 1];
  const lastText = last?.id ?? "";
  const tabStop = ids.includes(stop) ? stop : lastText;
  const thread = useThreadWindow({
    ids,
    shown: snapshot,
    tabStop,
    startAt: unreadFrom !== "" && ids.includes(UNREAD_LINE) ? UNREAD_LINE : "",
    onView: look,
    onNearStart,
  });
  // Whoever has just answered sees what becomes of it. What the server has not taken has no etag; what was there already is no reason to go anywhere.
  const { goTo: scrollTo } = thread;
  const written = last?.etag === "" ? lastText : "";
  const known = React.useRef(written);
  React.useEffect(() => {
    if (written && written !== known.current) scrollTo(null);
    known.current = written;
  }, [written, scrollTo]);
  const isNews = (at: number) => {
    const other = lines[at];
    return at > furthestAt && other?.kind === "message" && other.message.direction === "in";
  };
  const news = thread.isAtEnd || furthestAt < 0 ? [] : lines.filter((_, at) => isNews(at));

  const onFocus = ({ target }: React.FocusEvent) => {
    thread.onFocus();
    const text = target.closest(ARTICLE)?.getAttribute(LINE_ATTRIBUTE);
    if (text) setStop(text);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key, target, currentTarget } = event;
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    if (step === 0 || !(target instanceof HTMLElement) || !target.matches(ARTICLE)) return;
    const texts = Array.from(currentTarget.querySelectorAll<HTMLElement>(ARTICLE));
    const next = texts[texts.indexOf(target) + step];
    // What of a long text is out of view is scrolled to first.
    const view = currentTarget.getBoundingClientRect();
    const own = target.getBoundingClientRect();
    if (!next || (step > 0 ? own.bottom > view.bottom : own.top < view.top)) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div className={styles.body}>
      {/* What comes is read aloud by the line below: what is only scrolled to is no news. */}
      <div
        ref={thread.scroller}
        role="log"
        aria-label={strings.Messages}
        aria-live="off"
        className={styles.scroller}
        tabIndex={messages.length === 0 ? 0 : -1}
        onScroll={thread.onScroll}
        onFocus={onFocus}
        onBlur={thread.onFocus}
        onKeyDown={onKeyDown}
        data-is-scrollable="true"
      >
        <OlderState older={older} strings={strings} onOlder={onOlder} />
        {thread.segments.flatMap((segment) =>
          "gap" in segment
            ? [<div key={`gap-${segment.before}`} role="presentation" style={{ height: segment.gap }} />]
            : lines
                .slice(segment.from, segment.to)
                .map((shown) => <ThreadLineView key={shown.id} {...line} line={shown} now={now} isTabStop={shown.id === tabStop} />),
        )}
      </div>
      {news.length > 0 && (
        <div className={styles.news}>
          <PrimaryButton
            styles={PILL}
            text={counted(strings, "CountNew", news.length, String(news.length))}
            onClick={() => thread.goTo(news[0]?.id ?? null)}
          />
        </div>
      )}
    </div>
  );
}

function OlderState({ older, strings, onOlder }: Pick<ThreadSnapshot, "older"> & Pick<ThreadLogProps, "strings" | "onOlder">) {
  const styles = threadStyles(useTheme());
  if (older === "none") return null;
  return (
    <div className={styles.older}>
      {older === "loading" && <Spinner size={SpinnerSize.small} label={strings.OlderLoading} labelPosition="right" />}
      {older === "failed" && <span role="status">{strings.OlderFailed}</span>}
      {older !== "loading" && <ActionButton text={older === "failed" ? strings.Retry : strings.OlderShow} onClick={onOlder} />}
    </div>
  );
}
