/** Renders the box to answer in, and the states of texts, as an agent would see them: in front of the real store, with the texts of one of the resx files. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { createTheme, ThemeProvider } from "@fluentui/react";
import * as React from "react";
import { createBoxAnswers } from "../../ReplyBox/boxAnswers";
import { DeliveryState } from "../../ReplyBox/DeliveryState";
import { ReplyBox } from "../../ReplyBox/ReplyBox";
import type { ReplyBoxProps } from "../../ReplyBox/ReplyBox";
import type { AnswerStrings } from "../../ReplyBox/answerStrings";
import type { ThreadMessage } from "../../shared/domain/message";
import { setUpAnswers } from "../shared/thread/answerServer";

/** The control's texts in a language, by key. */
export function readThreadTexts(languageCode: number): AnswerStrings {
  const xml = readFileSync(join(__dirname, `../../MessageThread/strings/MessageThread.${languageCode}.resx`), "utf8");
  const found = xml.matchAll(/<data name="([^"]+)"[^>]*>\s*<value>([^<]*)<\/value>/g);
  return Object.fromEntries(Array.from(found, ([, key = "", value = ""]) => [key, value])) as AnswerStrings;
}

/** A text of ours, delivered, as the server lists it. */
export function buildMessage(overrides: Partial<ThreadMessage> = {}): ThreadMessage {
  return {
    id: "11111111-1111-4111-8111-111111111111",
    etag: 'W/"1"',
    direction: "out",
    text: "Hello",
    at: Date.UTC(2026, 10, 22, 12),
    sequence: "1",
    isUnread: false,
    delivery: "delivered",
    error: "",
    authorName: "Ana Ruiz",
    segments: 1,
    media: "",
    ...overrides,
  };
}

export interface RenderReplyOptions extends Partial<Pick<ReplyBoxProps, "closedBecause" | "owner" | "values">> {
  readonly languageCode?: number;
}

const noBug = (bug: unknown) => {
  throw bug;
};

function Frame({ languageCode, children }: { readonly languageCode: number; readonly children: React.ReactNode }) {
  const isRtl = languageCode === 1025;
  return (
    <ThemeProvider theme={createTheme({ rtl: isRtl })} dir={isRtl ? "rtl" : "ltr"}>
      {children}
    </ThemeProvider>
  );
}

/** The box in front of a server in memory. */
export function renderReply(options: RenderReplyOptions = {}) {
  const { languageCode = 1033, values = { customer: "Jane Doe", agent: "Ana Ruiz", businessnumber: "+15550999" } } = options;
  const scene = setUpAnswers();
  const strings = readThreadTexts(languageCode);
  const answers = createBoxAnswers(scene.answers);
  const view = (closedBecause: ReplyBoxProps["closedBecause"]) => (
    <Frame languageCode={languageCode}>
      <ReplyBox
        answers={answers}
        closedBecause={closedBecause}
        owner={options.owner ?? ""}
        values={values}
        strings={strings}
        onBug={noBug}
      />
    </Frame>
  );
  const rendered = render(view(options.closedBecause ?? null));
  const box = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: strings.Reply });
  return {
    ...scene,
    ...rendered,
    strings,
    box,
    sendButton: () => screen.getByRole("button", { name: strings.Send }),
    type: (text: string) => fireEvent.change(box(), { target: { value: text } }),
    press: (name: string) => fireEvent.click(screen.getByRole("button", { name })),
    close: (why: ReplyBoxProps["closedBecause"]) => rendered.rerender(view(why)),
    /** What a screen reader says by itself. */
    said: () => [...screen.queryAllByRole("status"), ...screen.queryAllByRole("alert")].map(({ textContent }) => textContent).join(" "),
    /** Lets the server answer. */
    settle: () => act(() => scene.world.settle()),
  };
}

/** The state of a text. */
export function renderState(message: ThreadMessage, { languageCode = 1033, mayAnswer = true, scene = setUpAnswers() } = {}) {
  const strings = readThreadTexts(languageCode);
  let renders = 0;
  const view = (shown: ThreadMessage) => (
    <Frame languageCode={languageCode}>
      <React.Profiler id="state" onRender={() => renders++}>
        <DeliveryState message={shown} answers={scene.answers} mayAnswer={mayAnswer} strings={strings} />
      </React.Profiler>
    </Frame>
  );
  const rendered = render(view(message));
  return {
    ...scene,
    ...rendered,
    strings,
    renders: () => renders,
    show: (next: ThreadMessage) => rendered.rerender(view(next)),
    buttons: () => screen.queryAllByRole("button").map(({ textContent }) => textContent),
    settle: () => act(() => scene.world.settle()),
  };
}
