import * as React from "react";
import type { PanelParts } from "../NotificationPanel/panelParts";
import { createLazyPart } from "../shared/ui/lazyPart";
import type { LazyBundle, LazyPart } from "../shared/ui/lazyPart";
import { createTimes } from "../shared/ui/times";
import type { Times } from "../shared/ui/times";
import { bundleTools } from "../shared/browser/bundleTools";
import { watchConversationInset } from "../shared/browser/conversationInset";
import { watchBrowser } from "../shared/browser/watchBrowser";
import { openChannel } from "../shared/browser/channel";
import { openControlEnd } from "../shared/browser/hostChannel";
import { findLibrary, PANEL_LIBRARY } from "../shared/browser/libraries";
import { createTabTitle } from "../shared/browser/tabTitle";
import { watchPages } from "../shared/browser/watchPages";
import { report } from "../shared/browser/report";
import { createClient } from "../shared/dataverse/client";
import { createParsedOnce } from "../shared/dataverse/parsedOnce";
import type { ApiClient } from "../shared/dataverse/client";
import { createGateway } from "../shared/dataverse/gateway";
import { heedBusy } from "../shared/dataverse/heedBusy";
import * as SESSION from "../shared/dataverse/names/session";
import { guid } from "../shared/dataverse/values";
import { createInbox } from "../shared/inbox/inbox";
import type { Inbox } from "../shared/inbox/inbox";
import type { Alerter } from "../shared/inbox/ports";
import { createAlerter } from "./alerter";
import { ControlView } from "./ControlView";
import { createFormLink } from "./formLink";
import type { FormLink } from "./formLink";
import { createHostLink } from "./hostLink";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import { PANEL_CONTROL, readForm, writeForm } from "./manifest";
import { windowSeats } from "./seats";
import type { Seat } from "./seats";
import { readStrings } from "../shared/ui/readStrings";
import type { BubbleStrings } from "./bubbleStrings";
import { themeOf } from "../shared/ui/theme";
import { titleCount } from "./titleCount";
import { windowInbox } from "./windowInbox";
import type { Lease } from "./windowInbox";

/** The conversation beside the page, whatever control shows it. */
const beside = watchConversationInset(window);

type Context = ComponentFramework.Context<IInputs>;

/** The message bubble as a control of the Power Apps component framework: builds the parts, and turns the context into their input. */
export class MessageBubble implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private context!: Context;
  private strings!: BubbleStrings;
  private times!: Times;
  private lease!: Lease;
  private link!: FormLink;
  private seat!: Seat;
  private panelCode!: LazyPart<PanelParts>;
  private readonly lazyBundle: LazyBundle = (control, library) =>
    createLazyPart(bundleTools(window, control, library, (name) => this.context.utils.loadDependency?.(name)));

  /** Called once, before the first {@link updateView}. */
  init(context: Context, notifyOutputChanged: () => void): void {
    this.context = context;
    const { resources, userSettings } = context;
    this.strings = readStrings((key) => resources.getString(key));
    this.times = createTimes(this.strings.Culture, (at) => userSettings.getTimeZoneOffsetMinutes(at), userSettings.dateFormattingInfo);
    this.seat = windowSeats.take();
    this.panelCode = this.lazyBundle(PANEL_CONTROL, PANEL_LIBRARY) as LazyPart<PanelParts>;
    this.lease = windowInbox.lease(
      (openSession) =>
        connectInbox(guid(userSettings.userId), userSettings.userName, createAlerter(window, this.strings.Announcement), openSession),
      (sessionId) => this.openSession(sessionId),
    );
    this.link = createFormLink({
      inbox: this.lease.inbox,
      notify: notifyOutputChanged,
      openHost: (token) => createHostLink(openControlEnd(token)),
    });
  }

  /** Called whenever a bound column or something around the control changed. */
  updateView(context: Context): React.ReactElement {
    this.context = context;
    const { isRTL } = context.userSettings;
    const form = readForm(context);
    const isHosted = form.host !== null;
    this.seat.setHosted(isHosted);
    this.link.receive(form);
    return React.createElement(ControlView, {
      inbox: this.lease.inbox,
      seat: this.seat,
      strings: this.strings,
      times: this.times,
      theme: themeOf(context.fluentDesignLanguage, isRTL),
      panelCode: this.panelCode,
      lazyBundle: this.lazyBundle,
      isRtl: isRTL,
      isHosted,
      beside,
      onBug: report,
    });
  }

  /** Called after the control asked to be asked. */
  getOutputs(): IOutputs {
    return writeForm(this.link.take());
  }

  /**
   * Called once: the manifest says that a part is loaded on demand. It is loaded when the agent needs it, not because the page is there
   * (https://learn.microsoft.com/power-apps/developer/component-framework/manifest-schema-reference/platform-action).
   */
  getActions(): { readonly afterPageLoad: () => Promise<void> } {
    return { afterPageLoad: () => Promise.resolve() };
  }

  /** Called when the form goes away. */
  destroy(): void {
    this.link.destroy();
    this.seat.leave();
    this.lease.release();
  }

  /** Of the pane in which a conversation opens; null: it opens as a page. */
  private paneTitle(): string | null {
    return this.lease.inbox.getSnapshot().openIn === "pane" ? this.strings.ConversationPane : null;
  }

  /**
   * By the host form's script, which opens it in the app; where there is none, by the control, which some platforms open in the pane. The
   * platform rejects where the agent stays on a page with unsaved changes.
   */
  private async openSession(sessionId: string): Promise<boolean> {
    const answer = await this.link.openSession(sessionId, this.paneTitle());
    if (answer !== null) return answer;
    return this.context.navigation.openForm({ entityName: SESSION.table, entityId: sessionId }).then(
      () => true,
      () => false,
    );
  }
}

/**
 * Puts an inbox together that runs in this window until `destroy`: it asks the page's own environment, and hears the page change.
 * @param openSession resolves to whether the conversation opened
 */
function connectInbox(userId: string, userName: string, alerter: Alerter, openSession: (sessionId: string) => Promise<boolean>): Inbox {
  const browser = watchBrowser(window, userId);
  const channel = openChannel(userId);
  const client = heedBusy(
    createClient((url, init) => fetch(url, init), "", createParsedOnce()),
    (ms) => inbox.leaveAlone(ms),
  );
  const inbox = createInbox({
    gateway: createGateway(client, userId, browser.now),
    browser,
    channel,
    alerter,
    openSession,
    createActions: (tools) => findPanel()?.createActions(tools, { client, userId, userName }) ?? null,
  });
  const stopWatching = watchPages(window, (isRewrite) => inbox.navigated(isRewrite ? "rewrite" : "history"));
  const title = createTabTitle(window);
  const stopCounting = inbox.subscribe(() => title.show(titleCount(inbox.getSnapshot())));
  return {
    ...inbox,
    destroy() {
      stopWatching();
      stopCounting();
      title.show("");
      inbox.destroy();
      channel.close();
    },
  };
}

/** The panel's code, where it is in the page already. */
function findPanel(): PanelParts<ApiClient> | undefined {
  return findLibrary(window, PANEL_LIBRARY) as PanelParts<ApiClient> | undefined;
}
