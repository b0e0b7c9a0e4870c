/** Renders a conversation as an agent would see it, with the texts of one of the resx files. */
import { render } from "@testing-library/react";
import type { RenderResult } from "@testing-library/react";
import { createTheme, ThemeProvider } from "@fluentui/react";
import * as React from "react";
import { Conversation } from "../../MessageThread/Conversation";
import { useQuestions } from "../../MessageThread/useQuestions";
import type { ThreadQuestionStrings } from "../../ReplyBox/threadQuestionStrings";
import type { ReplyParts } from "../../ReplyBox/replyParts";
import { ThreadQuestion } from "../../ReplyBox/ThreadQuestion";
import { createLazyPart } from "../../shared/ui/lazyPart";
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

/** The bundle of the box, loaded: of it a conversation takes its questions. */
const QUESTIONS = createLazyPart({
  find: () => ({ ThreadQuestion, drafts: { getDrafts: () => new Set() } }) as unknown as ReplyParts,
  ways: [],
  report: () => undefined,
  after: () => undefined,
});

export function renderConversation(snapshot: ThreadSnapshot, languageCode = 1033): RenderedConversation {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) =>
      void calls.push([name, ...given]);
  const strings = readThreadTexts(languageCode) as unknown as ThreadStrings & ThreadQuestionStrings;
  const isRtl = languageCode === 1025;
  const theme = createTheme({ rtl: isRtl });
  const times = createTimes(strings.Culture, () => 0, AMERICAN);
  const days = createDays(strings.Culture, () => 0, AMERICAN);
  function Asking({ shown }: { readonly shown: ThreadSnapshot }) {
    const asked = { replyCode: QUESTIONS, strings, perform: note("perform"), openAddress: note("openAddress") };
    const asking = useQuestions(asked, shown);
    return (
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
        {...asking}
        onAction={(action) => (action === "give" ? note("link")(action) : asking.onAction(action))}
        onUndo={note("undo")}
        onCloseNotice={note("closeNotice")}
        onHoldNotice={note("holdNotice")}
        onRetry={note("retry")}
        onOlder={note("older")}
        onView={note("view")}
        onOpenCustomer={note("openCustomer")}
      />
    );
  }
  const conversation = (shown: ThreadSnapshot) => (
    <ThemeProvider theme={theme} dir={isRtl ? "rtl" : "ltr"}>
      <Asking shown={shown} />
    </ThemeProvider>
  );
  const view = render(conversation(snapshot));
  return { ...view, calls, show: (next) => view.rerender(conversation(next)) };
}
