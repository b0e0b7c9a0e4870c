/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from "@testing-library/react";
import * as React from "react";
import type { ThreadStrings } from "../../MessageThread/threadStrings";
import { useAnswers } from "../../MessageThread/useAnswers";
import type { AnswerStrings } from "../../ReplyBox/answerStrings";
import { createReplyParts } from "../../ReplyBox/createReplyParts";
import type { ReplyParts } from "../../ReplyBox/replyParts";
import { RequestFailed } from "../../shared/domain/failure";
import type { ClosedBecause, ThreadMessage } from "../../shared/domain/message";
import { createWindowAnswers } from "../../shared/thread/windowAnswers";
import type { ThreadSnapshot } from "../../shared/thread/threadSnapshot";
import { createLazyPart } from "../../shared/ui/lazyPart";
import { readThreadTexts } from "../ReplyBox/renderReply";
import type { CardAnswerGateway } from "../../shared/thread/cardAnswerPorts";
import { SESSION, setUpAnswers } from "../shared/thread/answerServer";
import { session } from "../shared/sessions";
import { message } from "../shared/thread/messages";

/** A thread asks for no card. */
const NO_CARDS = {} as CardAnswerGateway;
const strings = readThreadTexts(1033) as AnswerStrings & ThreadStrings;

/** A thread that shows its texts, one a line, with what answering adds. */
function setUp({ isThere = true, closedBecause = null as ClosedBecause | null, received = [] as readonly ThreadMessage[] } = {}) {
  const scene = setUpAnswers();
  const windowAnswers = createWindowAnswers();
  const noteFiles = { read: () => Promise.reject(new Error("no files here")) };
  const connectActions = () => {
    throw new Error("no actions here");
  };
  const parts = createReplyParts({
    windowAnswers,
    connect: () => scene.answers,
    cardGateway: NO_CARDS,
    connectActions,
    noteFiles,
    browser: scene.tab,
  });
  const page = { parts: isThere ? parts : undefined };
  const loads: string[] = [];
  const replyCode = createLazyPart<ReplyParts>({
    find: () => (loads.length > 0 ? page.parts : undefined),
    ways: [() => Promise.resolve(loads.push("load"))],
    report: (bug) => {
      throw bug;
    },
    after: () => undefined,
  });
  let changes = 0;
  const snapshotOf = () =>
    ({ messages: [...received, ...scene.server.list()], head: { session: session() }, closedBecause }) as unknown as ThreadSnapshot;
  function Thread({ snapshot }: { readonly snapshot: ThreadSnapshot }) {
    const [thread] = React.useState(() => ({
      changed() {
        changes++;
      },
    }));
    const answering = { thread, sessionId: SESSION, userId: "ana", userName: "Ana Ruiz", replyCode, strings };
    const { messages, stateOf, mediaOf, reply } = useAnswers({ ...answering, onBug: noBug }, snapshot);
    return (
      <>
        {messages.map((shown) => (
          <p key={shown.id}>
            {shown.text}, {shown.media === "" ? stateOf(shown) : mediaOf(shown)}
          </p>
        ))}
        {reply}
      </>
    );
  }
  const noBug = (bug: unknown) => {
    throw bug;
  };
  const rendered = render(<Thread snapshot={snapshotOf()} />);
  return {
    ...scene,
    ...rendered,
    page,
    parts,
    changes: () => changes,
    lines: () => [...rendered.container.querySelectorAll("p")].map(({ textContent }) => textContent),
    /** The thread has asked the server. */
    refresh: () => rendered.rerender(<Thread snapshot={snapshotOf()} />),
    settle: () => act(() => scene.world.settle()),
  };
}

it("shows a text of the agent's at once, asks the server when it is written, and then shows the server's own row", async () => {
  const { settle, lines, changes, refresh } = setUp();
  await settle();
  fireEvent.change(screen.getByRole("textbox", { name: "Reply" }), { target: { value: "Hello" } });
  fireEvent.click(screen.getByRole("button", { name: "Send" }));
  expect([lines(), changes()]).toEqual([["Hello, Not sent yet"], 0]);
  await settle();
  expect([lines(), changes()]).toEqual([["Hello, Queued"], 1]);
  refresh();
  expect(lines()).toEqual(["Hello, Queued"]);
});

it("tells the states of texts in words until the box is loaded; where it cannot be had, says so, and tries again", async () => {
  const { settle, lines, page, parts, say, refresh } = setUp({ isThere: false });
  act(() => say("Hello"));
  await settle();
  refresh();
  expect(lines()).toEqual(["Hello, Queued"]);
  expect(screen.getByRole("status").textContent).toContain("couldn’t be loaded");
  page.parts = parts;
  fireEvent.click(screen.getByRole("button", { name: "Retry" }));
  await settle();
  expect(screen.getByRole("textbox", { name: "Reply" })).not.toBeNull();
});

it.each([
  ["Picture", "image/jpeg"],
  ["File", "application/pdf"],
])("names what came with a text until the box, which shows it, is loaded: %s", async (word, type) => {
  const note = "e0000000-0000-4000-8000-000000000001";
  const received = [message({ text: "", media: JSON.stringify([{ id: note, type, name: "bike", size: 1 }]) })];
  const { lines, settle } = setUp({ isThere: false, received });
  expect(lines()).toEqual([`, ${word}`]);
  await settle();
});

it("gives its share of the answers back when the thread goes; what is written stays", async () => {
  const { settle, unmount, answers } = setUp();
  await settle();
  act(() => answers.write("Dear Jane"));
  unmount();
  expect(answers.getSnapshot().draft).toBe("Dear Jane");
});

it("offers nothing about a text to who cannot answer", async () => {
  const { settle, server, say, refresh } = setUp({ closedBecause: "notMine" });
  await settle();
  act(() => say("Hello"));
  await settle();
  const [id = ""] = server.rows.keys();
  server.deliver(id, "failed");
  refresh();
  expect(screen.queryByRole("button")).toBeNull();
});

it("leads who edits a text to the box beside it, not to another box of the same conversation", async () => {
  const { settle, server, parts } = setUp();
  await settle();
  const card = document.body.appendChild(document.createElement("div"));
  const lease = parts.leaseAnswers({ sessionId: SESSION, userId: "ana", userName: "Ana Ruiz" });
  const values = { customer: "", agent: "", businessnumber: "" };
  const elsewhere = render(
    <parts.ReplyBox
      answers={lease.answers}
      closedBecause={null}
      owner=""
      values={values}
      strings={strings}
      onBug={(bug) => expect(bug).toBeNull()}
    />,
    { container: card },
  );
  server.before = () => {
    throw new RequestFailed("denied");
  };
  const [box, other] = screen.getAllByRole<HTMLTextAreaElement>("textbox", { name: "Reply" });
  fireEvent.change(box as Element, { target: { value: "Hello" } });
  fireEvent.keyDown(box as Element, { key: "Enter", ctrlKey: true });
  act(() => box?.blur());
  await settle();
  fireEvent.click(screen.getByRole("button", { name: "Edit" }));
  expect([other?.value, box?.value, document.activeElement]).toEqual(["Hello", "Hello", box]);
  elsewhere.unmount();
  card.remove();
});
