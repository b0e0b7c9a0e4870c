import * as React from "react";
import type { LinkParts } from "../CustomerLink/linkParts";
import type { ReplyParts } from "../ReplyBox/replyParts";
import { bundleTools } from "../shared/browser/bundleTools";
import { openChannel } from "../shared/browser/channel";
import { tellConversationInset } from "../shared/browser/conversationInset";
import { CUSTOMER_LIBRARY, REPLY_LIBRARY } from "../shared/browser/libraries";
import { report } from "../shared/browser/report";
import { watchBrowser } from "../shared/browser/watchBrowser";
import { createClient } from "../shared/dataverse/client";
import * as SESSION from "../shared/dataverse/names/session";
import { heedBusy } from "../shared/dataverse/heedBusy";
import { createThreadGateway } from "../shared/dataverse/threadGateway";
import { guid } from "../shared/dataverse/values";
import { createThread } from "../shared/thread/thread";
import type { Thread } from "../shared/thread/thread";
import { createDays } from "../shared/ui/days";
import type { Days } from "../shared/ui/days";
import { createLazyPart } from "../shared/ui/lazyPart";
import type { LazyPart } from "../shared/ui/lazyPart";
import { readStrings } from "../shared/ui/readStrings";
import { themeOf } from "../shared/ui/theme";
import { createTimes } from "../shared/ui/times";
import type { Times } from "../shared/ui/times";
import { whenLoaded } from "../shared/ui/whenLoaded";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import { loadedGateway } from "./loadedGateway";
import { CUSTOMER_CONTROL, readRecord, REPLY_CONTROL } from "./manifest";
import { ThreadView } from "./ThreadView";
import type { ThreadViewStrings } from "./ThreadView";

type Context = ComponentFramework.Context<IInputs>;

/** A thread that runs, and whose it is. */
interface Running {
  readonly sessionId: string;
  readonly thread: Thread;
  readonly stop: () => void;
}

/** The thread of a conversation as a control of the Power Apps component framework: builds the parts, and turns the context into their input. */
export class MessageThread implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private context!: Context;
  private strings!: ThreadViewStrings;
  private replyCode!: LazyPart<ReplyParts>;
  private linkCode!: LazyPart<LinkParts>;
  private times!: Times;
  private days!: Days;
  private running: Running | null = null;

  /** Called once, before the first {@link updateView}. */
  init(context: Context): void {
    const { resources, userSettings } = context;
    this.strings = readStrings((key) => resources.getString(key));
    const { Culture } = this.strings;
    const offset = (at: Date) => userSettings.getTimeZoneOffsetMinutes(at);
    this.times = createTimes(Culture, offset, userSettings.dateFormattingInfo);
    this.days = createDays(Culture, offset, userSettings.dateFormattingInfo);
    this.replyCode = this.partOf<ReplyParts>(REPLY_LIBRARY, REPLY_CONTROL);
    this.linkCode = this.partOf<LinkParts>(CUSTOMER_LIBRARY, CUSTOMER_CONTROL);
  }

  /** Called whenever the bound column or something around the control changed. */
  updateView(context: Context): React.ReactElement {
    this.context = context;
    const { isRTL, userId, userName } = context.userSettings;
    const record = readRecord(context);
    const sessionId = record?.table === SESSION.table ? guid(record.id) : null;
    if (sessionId !== (this.running?.sessionId ?? null)) {
      this.running?.stop();
      this.running = sessionId === null ? null : run(sessionId, guid(userId), this.replyCode);
    }
    return React.createElement(ThreadView, {
      // Another conversation begins anew.
      key: sessionId,
      thread: this.running?.thread ?? null,
      sessionId,
      userId: guid(userId),
      userName,
      replyCode: this.replyCode,
      linkCode: this.linkCode,
      openForm: (options, parameters) => this.context.navigation.openForm(options, parameters),
      strings: this.strings,
      times: this.times,
      days: this.days,
      theme: themeOf(context.fluentDesignLanguage, isRTL),
      isRtl: isRTL,
      onInset: tellInset,
      onBug: report,
      onOpenCustomer: ({ table, id }) =>
        void this.context.navigation.openForm({ entityName: table, entityId: id }).then(undefined, ignoreAnswer),
      onOpenAddress: (address) => this.context.navigation.openUrl(address),
    });
  }

  /** A part that is a bundle of its own. */
  private partOf<Part>(library: string, control: string): LazyPart<Part> {
    const tools = bundleTools(window, control, library, (name) => this.context.utils.loadDependency?.(name));
    return createLazyPart(tools) as LazyPart<Part>;
  }

  /** Called once: the manifest says that a part is loaded on demand. It is loaded when there is a conversation to show. */
  getActions(): { readonly afterPageLoad: () => Promise<void> } {
    return { afterPageLoad: () => Promise.resolve() };
  }

  /** The thread writes no column. */
  getOutputs(): IOutputs {
    return {};
  }

  /** Called when the form goes away. */
  destroy(): void {
    this.running?.stop();
    this.running = null;
  }
}

/** The bubble keeps off the conversation. */
const tellInset = (inset: number) => tellConversationInset(window, inset);

/** The platform rejects where the agent stays on a page with unsaved changes: that is their own wish. */
function ignoreAnswer(): void {
  // There is nothing to say.
}

/** Puts a thread together that runs until `stop`: it asks the page's own environment. */
function run(sessionId: string, userId: string, replyCode: LazyPart<ReplyParts>): Running {
  const browser = watchBrowser(window, userId);
  const channel = openChannel(userId);
  const leaveAlone = (ms: number) => thread.leaveAlone(ms);
  const client = heedBusy(
    createClient((url, init) => fetch(url, init)),
    leaveAlone,
  );
  const thread = createThread({
    sessionId,
    gateway: createThreadGateway(client, userId, browser.now),
    actionGateway: loadedGateway(async () => (await whenLoaded(replyCode)).connectActions(userId, browser.now, leaveAlone)),
    browser,
    channel,
  });
  return {
    sessionId,
    thread,
    stop() {
      void thread.destroy().finally(() => channel.close());
    },
  };
}
