/** Renders the panel as an agent would see it, with the texts of one of the resx files. */
import { render } from "@testing-library/react";
import type { RenderResult } from "@testing-library/react";
import { ThemeProvider, createTheme } from "@fluentui/react";
import * as React from "react";
import "../withoutStyleSheets";
import { NotificationPanel } from "../../NotificationPanel/NotificationPanel";
import type { NotificationPanelProps } from "../../NotificationPanel/NotificationPanel";
import type { PanelStrings } from "../../NotificationPanel/panelStrings";
import { createTimes } from "../../shared/ui/times";
import type { InboxSnapshot } from "../../shared/inbox/snapshot";
import { AMERICAN, buildActions, buildSeveral, buildSnapshot, NO_REPLY_CODE } from "./fixtures";
import { readResx } from "./readResx";
import { SILENT_SERVER } from "../shared/inbox/silentServer";

export interface RenderedPanel extends RenderResult {
  /** What the panel asked for: the name of the property and its arguments. */
  readonly calls: unknown[][];
  /** @param isVisible whether the pane around it is open; left out: it is */
  show(snapshot: InboxSnapshot, pane?: { readonly isVisible: boolean }): void;
}

export interface RenderPanelOptions {
  readonly languageCode?: number;
  readonly onClose?: () => void;
  /** Nothing around the panel has a title; as by default. */
  readonly hasTitle?: boolean;
  readonly onWantPreviews?: NotificationPanelProps["onWantPreviews"];
  readonly settingsPort?: NotificationPanelProps["settingsPort"];
  readonly server?: NotificationPanelProps["server"];
  /** What a card answers with. */
  readonly replyCode?: NotificationPanelProps["replyCode"];
  /** Called when an action is performed, to change what is shown as the inbox would. */
  readonly onPerform?: NotificationPanelProps["onPerform"];
}

export function renderPanel(snapshot: InboxSnapshot = buildSnapshot(), options: RenderPanelOptions = {}): RenderedPanel {
  const {
    languageCode = 1033,
    hasTitle = true,
    onClose,
    onPerform,
    onWantPreviews = () => undefined,
    settingsPort = buildActions().settings,
    server = SILENT_SERVER,
    replyCode = NO_REPLY_CODE,
  } = options;
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) =>
      void calls.push([name, ...given]);
  const texts = readResx(languageCode);
  const theme = createTheme({ rtl: languageCode === 1025 });
  const times = createTimes(texts["Culture"] ?? "", () => 60, AMERICAN);
  const several = buildSeveral();
  const heading = React.createRef<HTMLDivElement>();
  // The same each time, as the product's: what did not change is not drawn again.
  const perform: NotificationPanelProps["onPerform"] = (...given) => {
    note("perform")(...given);
    onPerform?.(...given);
  };
  const panel = (shown: InboxSnapshot, { isVisible } = { isVisible: true }) => (
    <ThemeProvider theme={theme} dir={languageCode === 1025 ? "rtl" : "ltr"}>
      <NotificationPanel
        snapshot={shown}
        strings={texts as PanelStrings}
        times={times}
        heading={heading}
        onPerform={perform}
        onChanged={note("changed")}
        onUndo={note("undo")}
        onCloseNotice={note("closeNotice")}
        onHoldNotice={note("holdNotice")}
        onRetry={note("retry")}
        onWantPreviews={onWantPreviews}
        onReached={note("reached")}
        isVisible={isVisible}
        settingsPort={settingsPort}
        server={server}
        several={several}
        onRead={note("read")}
        replyCode={replyCode}
        onBug={(bug) => {
          throw bug;
        }}
        onClose={onClose ?? note("close")}
        hasCloseButton={onClose !== undefined}
        hasTitle={hasTitle}
      />
    </ThemeProvider>
  );
  const result = render(panel(snapshot));
  return {
    ...result,
    calls,
    show(next, pane) {
      result.rerender(panel(next, pane));
    },
  };
}
