/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import { useQuestions } from "../../MessageThread/useQuestions";
import type { ThreadQuestionStrings } from "../../ReplyBox/threadQuestionStrings";
import type { ReplyParts } from "../../ReplyBox/replyParts";
import { ThreadQuestion } from "../../ReplyBox/ThreadQuestion";
import { createLazyPart } from "../../shared/ui/lazyPart";
import { readThreadTexts } from "../ReplyBox/renderReply";
import { head, threadSnapshot } from "../shared/thread/messages";

const strings = readThreadTexts(1033) as unknown as ThreadQuestionStrings;

it("waits with a question until the bundle of the box is there, and tries to load it again at a press", async () => {
  let isThere = false;
  const replyCode = createLazyPart({
    find: () => (isThere ? ({ ThreadQuestion } as unknown as ReplyParts) : undefined),
    ways: [() => Promise.resolve()],
    report: () => undefined,
    after: () => undefined,
  });
  const performed: unknown[] = [];
  function Asking() {
    const asked = { replyCode, strings, perform: (action: string) => void performed.push(action), openAddress: () => undefined };
    const { onAction, question } = useQuestions(asked, threadSnapshot({ head: head() }));
    return (
      <>
        <button type="button" onClick={() => onAction("block")}>
          Press
        </button>
        {question}
      </>
    );
  }
  render(<Asking />);
  await act(async () => {
    replyCode.want();
    await Promise.resolve();
  });
  isThere = true;
  expect([replyCode.get().kind, screen.queryByRole("dialog")]).toEqual(["failed", null]);
  fireEvent.click(screen.getByRole("button", { name: "Press" }));
  expect(await screen.findByRole("dialog", { name: "Block Number" })).not.toBeNull();
  expect(performed).toEqual([]);
});
