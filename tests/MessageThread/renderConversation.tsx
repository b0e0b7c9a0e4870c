/** Renders a conversation as an agent would see it, with the texts of one of the resx files. */
import { render } from "@testing-library/react";
import type { RenderResult } from "@testing-library/react";
import { createTheme, ThemeProvider } from "@fluentui/react";
import * as React from "react";
import { Conversation } from "../../MessageThread/Conversation";
import type { ThreadStrings } from "../../MessageThread/threadStrings";
import type { ThreadSnapshot } from "../../shared/thread/threadSnapshot";
import { createDays } from "../../shared/ui/days";
import { createTimes } from "../../shared/ui/times";
import { AMERICAN } from "../NotificationPanel/fixtures";
import { readThreadTexts } from "../ReplyBox/renderReply";

export interface RenderedConversation extends RenderResult {
  /** What the conversation asked for: the name of the property and its arguments. */
  readonly calls: unknown[][];
  show(snapshot: ThreadSnapshot): void;
}

export function renderConversation(snapshot: ThreadSnapshot, languageCode = 1033): RenderedConversation {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) =>
      void calls.push([name, ...given]);
  const strings = readThreadTexts(languageCode) as unknown as ThreadStrings;
  const isRtl = languageCode === 1025;
  const theme = createTheme({ rtl: isRtl });
  const times = createTimes(strings.Culture, () => 0, AMERICAN);
  const days = createDays(strings.Culture, () => 0, AMERICAN);
  const conversation = (shown: ThreadSnapshot) => (
    <ThemeProvider theme={theme} dir={isRtl ? "rtl" : "ltr"}>
      <Conversation
        snapshot={shown}
        messages={shown.messages}
        strings={strings}
        times={times}
        days={days}
        stateOf={({ delivery }) => delivery}
        mediaOf={({ media }) => media}
        reply={null}
        linking={null}
        onLink={note("link")}
        onPerform={note("perform")}
        onUndo={note("undo")}
        onCloseNotice={note("closeNotice")}
        onHoldNotice={note("holdNotice")}
        onRetry={note("retry")}
        onOlder={note("older")}
        onView={note("view")}
        onOpenCustomer={note("openCustomer")}
        onOpenAddress={note("openAddress")}
      />
    </ThemeProvider>
  );
  const view = render(conversation(snapshot));
  return { ...view, calls, show: (next) => view.rerender(conversation(next)) };
}
