import * as React from "react";
import { getId, useTheme } from "@fluentui/react";
import type { BlockTerms } from "../shared/domain/numberBlock";
import type { Action, InboxSession, Mark } from "../shared/domain/session";
import { nullOnFailure } from "../shared/domain/failure";
import type { SettingsPort } from "../shared/inbox/settingsPort";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import type { Several } from "../shared/inbox/several";
import type { InboxSnapshot, Notification } from "../shared/inbox/snapshot";
import { ActionTips } from "./ActionTips";
import type { CardAction } from "./cardActionsOf";
import { KeySheet } from "./KeySheet";
import { Notices } from "../shared/ui/Notices";
import { PanelContent } from "./PanelContent";
import { PanelHeader } from "./PanelHeader";
import { ProblemBar } from "../shared/ui/ProblemBar";
import { AskFirst, isAskedFirst } from "../shared/ui/Questions";
import type { Question } from "../shared/ui/Questions";
import { SettingsDialog } from "./SettingsDialog";
import type { PanelStrings } from "./panelStrings";
import type { Fates } from "./goneReason";
import type { ReplyCode } from "./replyCode";
import { useAnswering } from "./useAnswering";
import type { OpenBoxes } from "./useAnswering";
import { isTyping, letterOf, moveOf } from "./panelKeys";
import { PLACE_ATTRIBUTE } from "./useRenderedLines";
import { panelStyles } from "./panelStyles";
import { useTypingEcho } from "./useTypingEcho";
import { useOtherList } from "./useOtherList";
import { useFinding } from "./useFinding";
import type { News } from "./useNews";
import { usePeeks } from "./usePeeks";
import type { Times } from "../shared/ui/times";
import { useFocusKeeper } from "../shared/ui/useFocusKeeper";

/** What a {@link NotificationPanel} shows, and whom it tells what the agent does. */
export interface NotificationPanelProps {
  readonly snapshot: InboxSnapshot;
  readonly strings: PanelStrings;
  readonly times: Times;
  /** Where the focus goes when the panel was opened by keyboard: its title, or without one the panel itself. */
  readonly heading: React.RefObject<HTMLDivElement>;
  /** Called once the agent said yes, where the action is asked about first. `terms`: how to block. */
  readonly onPerform: (action: Action, sessionId: string, terms?: BlockTerms) => void;
  /** The panel has restored a session, or (the number's id) unblocked a number. */
  readonly onChanged: (id: string) => void;
  readonly onUndo: (noticeId: number) => void;
  readonly onCloseNotice: (noticeId: number) => void;
  readonly onHoldNotice: (noticeId: number, isHeld: boolean) => void;
  readonly onRetry: () => void;
  readonly onWantPreviews: (sessionIds: readonly string[]) => void;
  /** The agent has been led to where `snapshot.leadTo` says, or has gone elsewhere of themselves. */
  readonly onReached: () => void;
  /** The pane or panel around it is open. */
  readonly isVisible: boolean;
  readonly settingsPort: SettingsPort;
  /** What only the open panel asks. */
  readonly server: PanelGateway;
  readonly several: Several;
  /** A conversation of the viewer's is answered, and its texts up to the mark are read. */
  readonly onRead: (session: InboxSession, mark: Mark) => void;
  readonly replyCode: ReplyCode;
  /** Takes a bug that is none of the drawing's. */
  readonly onBug: (bug: unknown) => void;
  /** The agent pressed Escape, or the panel's own button. */
  readonly onClose: () => void;
  /** Whether the panel has a button to close it: where nothing around it has one. */
  readonly hasCloseButton: boolean;
  /** Whether the panel shows its title: where nothing around it has one. */
  readonly hasTitle: boolean;
}

const NO_BOXES: OpenBoxes = new Map();
/** The focus stays within the cards. */
const CARDS = `[${PLACE_ATTRIBUTE}]`;

/** The notification panel: what is unread, what can be done about it, what came of it. */
export function NotificationPanel(props: NotificationPanelProps): React.ReactElement {
  const { snapshot, strings, times, heading, onUndo, onCloseNotice, onHoldNotice, onRetry, onReached, settingsPort, server, onClose } =
    props;
  const { onPerform: perform, onRead, replyCode, onBug, hasCloseButton, hasTitle } = props;
  const styles = panelStyles(useTheme());
  const own = React.useRef<HTMLDivElement>(null);
  const root = hasTitle ? own : heading;
  const searchBox = React.useRef<HTMLInputElement>(null);
  const newsBox = React.useRef<HTMLDivElement>(null);
  const [news, setNews] = React.useState<News | null>(null);
  const [listId] = React.useState(() => getId("msgn-list"));
  const finding = useFinding(snapshot, settingsPort, server, onBug);
  const others = useOtherList(snapshot);
  const [boxes, setBoxes] = React.useState(NO_BOXES);
  const peeks = usePeeks(snapshot, server, boxes, onBug);
  const [question, setQuestion] = React.useState<Question | null>(null);
  const [isSettingUp, setSettingUp] = React.useState(false);
  const [hasSheet, setSheet] = React.useState(false);
  const isAsking = question !== null || isSettingUp || hasSheet;
  const [ownDoings] = React.useState(() => new Map<string, CardAction>());
  const { answering, said, drafts } = useAnswering({
    snapshot,
    isVisible: props.isVisible,
    boxes,
    setBoxes,
    peeks,
    replyCode,
    ownDoings,
    onRead,
    strings,
    onBug,
  });
  const keeper = useFocusKeeper({ root, fallback: heading, selector: CARDS, isPaused: isAsking, shown: snapshot });

  const onPerform = React.useCallback(
    (action: Action, sessionId: string, ...terms: readonly BlockTerms[]) => {
      ownDoings.set(sessionId, action);
      perform(action, sessionId, ...terms);
    },
    [ownDoings, perform],
  );
  const onAskFates = React.useCallback(
    // A line that does not say who is better than none.
    async (sessionIds: readonly string[]): Promise<Fates> => (await server.readFates(sessionIds).catch(nullOnFailure)) ?? new Map(),
    [server],
  );
  const onAction = React.useCallback(
    (action: CardAction, notification: Notification) => {
      if (action === "answer") answering.toggle(notification.session);
      else if (isAskedFirst(action)) setQuestion({ action, session: notification.session });
      else onPerform(action, notification.session.id);
    },
    [answering, onPerform],
  );
  const onKeyDownFirst = useTypingEcho();
  const openSettings = React.useCallback(() => setSettingUp(true), []);
  const giveUpLead = () => {
    if (snapshot.leadTo !== null) onReached();
  };
  // A dialog's events come here too: its Escape is an answer.
  const onKeyDown = (event: React.KeyboardEvent) => {
    giveUpLead();
    if (isAsking || event.defaultPrevented) return;
    const isBeforeList =
      [root, heading, searchBox].some(({ current }) => current === event.target) || newsBox.current?.contains(event.target as Element);
    if (isBeforeList && moveOf(event.nativeEvent, false) === "next") {
      root.current?.querySelector<HTMLElement>(`${CARDS}[tabindex="0"]`)?.focus();
      event.preventDefault();
    } else if (event.key === "Escape") {
      if (!answering.closeLast() && !peeks.closeLast()) onClose();
    } else if (!isTyping(event.target) && !event.repeat && pressLetter(letterOf(event.nativeEvent))) event.preventDefault();
  };
  const pressLetter = (letter: string): boolean => {
    const undoable = [...snapshot.notices].reverse().find(({ canUndo }) => canUndo);
    if (letter === "U" && undoable) onUndo(undoable.id);
    else if (letter === "/") searchBox.current?.focus();
    else if (letter === "?") setSheet(true);
    else return false;
    return true;
  };
  return (
    <div
      ref={root}
      tabIndex={hasTitle ? undefined : -1}
      className={styles.root}
      role="region"
      aria-label={strings.PanelTitle}
      onKeyDownCapture={onKeyDownFirst}
      onKeyDown={onKeyDown}
      onMouseDown={giveUpLead}
      {...keeper}
    >
      <PanelHeader
        title={hasTitle ? heading : null}
        finding={snapshot.phase === "ready" ? finding : null}
        others={others}
        searchBox={searchBox}
        news={news}
        newsBox={newsBox}
        listId={listId}
        strings={strings}
        onSettings={snapshot.settings && openSettings}
        onClose={hasCloseButton ? onClose : null}
      />
      <PanelContent
        {...props}
        finding={finding}
        others={others}
        listId={listId}
        searchBox={searchBox}
        newsBox={newsBox}
        onNews={setNews}
        foot={
          <>
            <ProblemBar problem={snapshot.problem} strings={strings} times={times} onRetry={onRetry} />
            <Notices notices={snapshot.notices} strings={strings} onUndo={onUndo} onClose={onCloseNotice} onHold={onHoldNotice} />
          </>
        }
        onAction={onAction}
        peeks={peeks}
        boxes={boxes}
        drafts={drafts}
        answering={answering}
        ownDoings={ownDoings}
        onAskFates={onAskFates}
        isAsking={isAsking}
      />
      <div role="status" className={styles.hidden}>
        {said}
      </div>
      <ActionTips area={root} shown={snapshot} strings={strings} />
      {question && (
        <AskFirst
          question={question}
          strings={strings}
          onAnswer={(isYes, ...terms) => {
            setQuestion(null);
            if (isYes) onPerform(question.action, question.session.id, ...terms);
          }}
        />
      )}
      {hasSheet && <KeySheet shortcut={snapshot.settings?.chosen.shortcut ?? ""} strings={strings} onClose={() => setSheet(false)} />}
      {isSettingUp && snapshot.settings && (
        <SettingsDialog
          settings={snapshot.settings}
          port={settingsPort}
          strings={strings}
          times={times}
          onClose={() => setSettingUp(false)}
        />
      )}
    </div>
  );
}
