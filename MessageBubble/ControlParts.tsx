import * as React from "react";
import { Panel, PanelType, ThemeProvider } from "@fluentui/react";
import type { IPanelStyles, ITheme } from "@fluentui/react";
import type { PanelParts } from "../NotificationPanel/panelParts";
import type { LazyBundle, LazyPart } from "../shared/ui/lazyPart";
import type { Times } from "../shared/ui/times";
import type { BlockTerms } from "../shared/domain/numberBlock";
import type { Action } from "../shared/domain/session";
import type { Inbox } from "../shared/inbox/inbox";
import type { InboxSnapshot } from "../shared/inbox/snapshot";
import { Boundary } from "../shared/ui/Boundary";
import { BUBBLE_ROOM } from "../shared/ui/bubblePlace";
import { useStore } from "../shared/ui/useStore";
import { Bubble } from "./Bubble";
import type { Seat } from "./seats";
import type { BubbleStrings } from "./bubbleStrings";
import { PanelPart } from "./PanelPart";
import { usePaneBox } from "./usePaneBox";
import { useShortcut } from "./useShortcut";

/** What the parts are drawn from. */
export interface ControlPartsProps {
  readonly snapshot: InboxSnapshot;
  readonly inbox: Inbox;
  readonly seat: Pick<Seat, "isFirst" | "subscribe">;
  readonly strings: BubbleStrings;
  readonly times: Times;
  readonly theme: ITheme;
  /** The panel's code: loaded when the panel is opened for the first time, or about to be. */
  readonly panelCode: LazyPart<PanelParts>;
  /** Loads what the panel needs besides. */
  readonly lazyBundle: LazyBundle;
  readonly isRtl: boolean;
  /** In the side pane: the panel is in the control's own box. Otherwise the bubble opens it as a panel of the page. */
  readonly isHosted: boolean;
  /** How much of the window's end a conversation beside the page takes (px), off which the bubble keeps; 0: there is none. */
  readonly beside: { readonly get: () => number; readonly subscribe: (listener: () => void) => () => void };
  /** Takes a bug in what is drawn. */
  readonly onBug: (bug: unknown) => void;
}

/** Width of the panel where it has no pane (px). */
const PANEL_WIDTH = 380;
/** The app behind the panel stays usable, so it is not hidden from assistive technology either. */
const POPUP = { enableAriaHiddenSiblings: false };
/** The notification panel brings its own header and scrolls itself. */
const PANEL_STYLES: Partial<IPanelStyles> = {
  commands: { display: "none" },
  scrollableContent: { height: "100%", overflow: "hidden" },
  content: { height: "100%", padding: 0, boxSizing: "border-box" },
};

/** The bubble, if this instance is the one that shows it, and the panel. A user without a part in the product sees nothing. */
export function ControlParts(props: ControlPartsProps): React.ReactElement {
  const { snapshot, inbox, seat, strings, times, theme, panelCode, lazyBundle, isRtl, isHosted, beside, onBug } = props;
  const isFirst = useStore(seat.subscribe, seat.isFirst);
  const loaded = useStore(panelCode.subscribe, panelCode.get);
  const host = React.useRef<HTMLDivElement>(null);
  const heading = React.useRef<HTMLDivElement>(null);
  const bubble = React.useRef<HTMLButtonElement>(null);
  /** Where the focus goes as soon as that is there. */
  const focusDue = React.useRef<React.RefObject<HTMLElement> | null>(null);
  /** Where the focus was when the shortcut opened the panel: it goes back there. */
  const cameFrom = React.useRef<Element | null>(null);
  const { phase, panelOpen, problem } = snapshot;
  const box = usePaneBox(host, isRtl, isHosted && phase !== "hidden", snapshot);

  // The same functions every time: what did not change is not rendered again.
  const perform = React.useCallback(
    (action: Action, sessionId: string, terms?: BlockTerms) => void inbox.perform(action, sessionId, terms),
    [inbox],
  );
  const onWantPreviews = React.useCallback((sessionIds: readonly string[]) => inbox.wantPreviews(sessionIds), [inbox]);
  const onChanged = React.useCallback((id: string) => inbox.changed(id), [inbox]);
  const onCloseNotice = React.useCallback((noticeId: number) => inbox.closeNotice(noticeId), [inbox]);

  const onReached = React.useCallback(() => inbox.reached(), [inbox]);

  const endInset = !isHosted && panelOpen ? PANEL_WIDTH : box.endInset;
  const isShown = isHosted ? box.isVisible : panelOpen;
  const conversationInset = useStore(beside.subscribe, beside.get);
  const isCovered = isShown && box.windowWidth - endInset < BUBBLE_ROOM;
  const isDue = isShown || panelOpen;
  React.useEffect(() => {
    if (isDue) panelCode.want();
  }, [isDue, panelCode]);
  // The heading is there when the pane has opened, the bubble when nothing covers it any more.
  React.useEffect(() => {
    const target = focusDue.current;
    if (!target?.current || (target === heading && !box.isVisible)) return;
    focusDue.current = null;
    target.current.focus();
  }, [panelOpen, isCovered, box.isVisible, loaded]);

  const close = () => {
    const back = cameFrom.current;
    cameFrom.current = null;
    focusDue.current = !panelOpen ? null : back instanceof HTMLElement && back.isConnected ? { current: back } : bubble;
    inbox.setPanelOpen(false);
  };
  const toggle = () => {
    // Asked now: a bubble that stayed after a bug shows what was there before.
    const willOpen = !inbox.getSnapshot().panelOpen;
    cameFrom.current = null;
    focusDue.current = isHosted && willOpen ? heading : null;
    inbox.setPanelOpen(willOpen);
  };
  const isInPanel = (element: Element | null) => heading.current?.closest('[role="region"]')?.contains(element) === true;
  const isOwn = (element: Element) => element === bubble.current || isInPanel(element);
  useShortcut(isFirst && phase !== "hidden" ? (snapshot.settings?.chosen.shortcut ?? null) : null, isOwn, () => {
    const { activeElement } = document;
    if (panelOpen && isInPanel(activeElement)) {
      close();
      return;
    }
    if (panelOpen) {
      cameFrom.current = activeElement;
      heading.current?.focus();
      return;
    }
    toggle();
    cameFrom.current = activeElement;
  });

  if (phase === "hidden") return <></>;
  const panel = (
    <Boundary shown={snapshot} onBug={onBug}>
      <PanelPart
        loaded={loaded}
        onBug={onBug}
        onLoad={panelCode.want}
        snapshot={snapshot}
        strings={strings}
        times={times}
        heading={heading}
        onPerform={perform}
        onChanged={onChanged}
        onUndo={(noticeId) => void inbox.undo(noticeId)}
        onCloseNotice={onCloseNotice}
        onHoldNotice={(noticeId, isHeld) => inbox.holdNotice(noticeId, isHeld)}
        onRetry={() => inbox.retry()}
        onWantPreviews={onWantPreviews}
        onReached={onReached}
        isVisible={isShown}
        getActions={inbox.getActions}
        lazyBundle={lazyBundle}
        onClose={close}
        hasCloseButton={!isHosted || isCovered}
        hasTitle={!isHosted}
      />
    </Boundary>
  );
  // Nothing is shown before the server has said that this user takes part in the product, except that it could not be asked.
  const isKnown = phase === "ready" || problem !== null;
  return (
    <ThemeProvider theme={theme} dir={isRtl ? "rtl" : "ltr"} style={{ width: "100%" }}>
      {isHosted && (
        <div ref={host} style={{ height: `calc(100vh - ${box.top}px)`, minHeight: 240 }}>
          {panel}
        </div>
      )}
      {!isHosted && isFirst && (
        <Panel
          isOpen={panelOpen}
          onDismiss={close}
          type={PanelType.custom}
          customWidth={`${PANEL_WIDTH}px`}
          isBlocking={false}
          hasCloseButton={false}
          styles={PANEL_STYLES}
          popupProps={{ ...POPUP, ariaLabel: strings.PanelTitle }}
          onRenderHeader={renderNothing}
        >
          {panel}
        </Panel>
      )}
      {isFirst && isKnown && (
        <Boundary shown={snapshot} onBug={onBug}>
          <Bubble
            snapshot={snapshot}
            strings={strings}
            times={times}
            isRtl={isRtl}
            endInset={Math.max(endInset, conversationInset)}
            button={bubble}
            isCovered={isCovered || box.windowWidth - conversationInset < BUBBLE_ROOM}
            getActions={inbox.getActions}
            createMover={loaded.kind === "ready" ? loaded.part.createBubbleMover : null}
            onToggle={toggle}
            onApproach={panelCode.want}
          />
        </Boundary>
      )}
    </ThemeProvider>
  );
}

function renderNothing(): null {
  return null;
}
