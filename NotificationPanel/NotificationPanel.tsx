import * as React from "react";
import { IconButton, useTheme } from "@fluentui/react";
import type { Action } from "../shared/domain/session";
import { nullOnFailure } from "../shared/domain/failure";
import type { SettingsPort } from "../shared/inbox/ownSettings";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import type { InboxSnapshot, Notification } from "../shared/inbox/snapshot";
import { renderDismiss } from "../shared/ui/Bar";
import { Icon } from "../shared/ui/Icon";
import { KeySheet } from "./KeySheet";
import { Notices } from "./Notices";
import { NotificationList } from "./NotificationList";
import { EmptyState, LoadingState, ProblemBar } from "./PanelStates";
import { AskFirst, isAskedFirst } from "./Questions";
import type { Question } from "./Questions";
import { SettingsDialog } from "./SettingsDialog";
import type { PanelStrings } from "./panelStrings";
import type { Fates } from "./goneReason";
import { isTyping, letterOf } from "./panelKeys";
import { PLACE_ATTRIBUTE } from "./useRenderedLines";
import { panelStyles } from "./panelStyles";
import type { Times } from "../shared/ui/times";
import { useFocusKeeper } from "../shared/ui/useFocusKeeper";

/** What a {@link NotificationPanel} shows, and whom it tells what the agent does. */
export interface NotificationPanelProps {
  readonly snapshot: InboxSnapshot;
  readonly strings: PanelStrings;
  readonly times: Times;
  /** The panel's heading: where the focus goes when the panel was opened by keyboard. */
  readonly heading: React.RefObject<HTMLDivElement>;
  /** Called once the agent said yes, where the action is asked about first. */
  readonly onPerform: (action: Action, sessionId: string) => void;
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
  readonly server?: PanelGateway;
  /** The agent pressed Escape, or the panel's own button. */
  readonly onClose: () => void;
  /** Whether the panel has a button to close it: where nothing around it has one. */
  readonly hasCloseButton: boolean;
}

/** The focus stays within the cards. */
const CARDS = `[${PLACE_ATTRIBUTE}]`;

/** The notification panel: what is unread, what can be done about it, what came of it. */
export function NotificationPanel(props: NotificationPanelProps): React.ReactElement {
  const { snapshot, strings, times, heading, onUndo, onCloseNotice, onHoldNotice, onRetry, onReached, settingsPort, server, onClose } =
    props;
  const { onPerform: perform, hasCloseButton } = props;
  const styles = panelStyles(useTheme());
  const root = React.useRef<HTMLElement>(null);
  const [question, setQuestion] = React.useState<Question | null>(null);
  const [isSettingUp, setSettingUp] = React.useState(false);
  const [hasSheet, setSheet] = React.useState(false);
  const isAsking = question !== null || isSettingUp || hasSheet;
  const [ownDoings] = React.useState(() => new Map<string, Action>());
  const keeper = useFocusKeeper({ root, fallback: heading, selector: CARDS, isPaused: isAsking, shown: snapshot });

  const onPerform = React.useCallback(
    (action: Action, sessionId: string) => {
      ownDoings.set(sessionId, action);
      perform(action, sessionId);
    },
    [ownDoings, perform],
  );
  const onAskFates = React.useCallback(
    // A line that does not say who is better than none.
    async (sessionIds: readonly string[]): Promise<Fates> => (await server?.readFates(sessionIds).catch(nullOnFailure)) ?? new Map(),
    [server],
  );
  const onAction = React.useCallback(
    (action: Action, notification: Notification) => {
      if (isAskedFirst(action)) setQuestion({ action, notification });
      else onPerform(action, notification.session.id);
    },
    [onPerform],
  );
  const giveUpLead = () => {
    if (snapshot.leadTo !== null) onReached();
  };
  // A dialog's events come here too: its Escape is an answer.
  const onKeyDown = (event: React.KeyboardEvent) => {
    giveUpLead();
    if (isAsking || event.defaultPrevented) return;
    if (event.key === "Escape") onClose();
    else if (!isTyping(event.target) && !event.repeat && pressLetter(letterOf(event.nativeEvent))) event.preventDefault();
  };
  const pressLetter = (letter: string): boolean => {
    const undoable = [...snapshot.notices].reverse().find(({ canUndo }) => canUndo);
    if (letter === "U" && undoable) onUndo(undoable.id);
    else if (letter === "/") root.current?.querySelector<HTMLElement>("[role=searchbox], [type=search]")?.focus();
    else if (letter === "?") setSheet(true);
    else return false;
    return true;
  };
  return (
    <section
      ref={root}
      className={styles.root}
      role="region"
      aria-label={strings.PanelTitle}
      onKeyDown={onKeyDown}
      onMouseDown={giveUpLead}
      {...keeper}
    >
      <div className={styles.header}>
        {/* Not an h2: the app's own style of headings would apply. */}
        <div ref={heading} role="heading" aria-level={2} className={styles.title} tabIndex={-1}>
          {strings.PanelTitle}
        </div>
        {snapshot.settings && (
          <IconButton
            ariaLabel={strings.Settings}
            title={strings.Settings}
            onRenderIcon={renderOptions}
            onClick={() => setSettingUp(true)}
          />
        )}
        {hasCloseButton && <IconButton ariaLabel={strings.Close} title={strings.Close} onRenderIcon={renderDismiss} onClick={onClose} />}
      </div>
      <NotificationList
        {...props}
        listed={snapshot.notifications}
        view="all"
        empty={<NoCards snapshot={snapshot} strings={strings} />}
        foot={
          <>
            <ProblemBar problem={snapshot.problem} strings={strings} times={times} onRetry={onRetry} />
            <Notices notices={snapshot.notices} strings={strings} onUndo={onUndo} onClose={onCloseNotice} onHold={onHoldNotice} />
          </>
        }
        onAction={onAction}
        ownDoings={ownDoings}
        onAskFates={onAskFates}
        isAsking={isAsking}
      />
      {question && (
        <AskFirst
          question={question}
          strings={strings}
          onAnswer={(isYes) => {
            setQuestion(null);
            if (isYes) onPerform(question.action, question.notification.session.id);
          }}
        />
      )}
      {hasSheet && <KeySheet strings={strings} onClose={() => setSheet(false)} />}
      {isSettingUp && snapshot.settings && (
        <SettingsDialog
          settings={snapshot.settings}
          port={settingsPort}
          strings={strings}
          times={times}
          onClose={() => setSettingUp(false)}
        />
      )}
    </section>
  );
}

function renderOptions(): React.ReactElement {
  return <Icon name="Options20Regular" />;
}

/** Why there is no list. Without one nothing is claimed to be empty. */
function NoCards({ snapshot: { phase, problem, isLoading }, strings }: Pick<NotificationPanelProps, "snapshot" | "strings">) {
  if (phase === "ready") return <EmptyState strings={strings} />;
  return problem && !isLoading ? null : <LoadingState strings={strings} />;
}
