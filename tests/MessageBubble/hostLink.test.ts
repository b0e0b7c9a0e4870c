import { createHostLink } from "../../MessageBubble/hostLink";
import type { ControlEnd, ControlMessage, ScriptMessage } from "../../shared/inbox/hostPort";

/** A link, and the script at its other end. */
function setUp() {
  const said: ControlMessage[] = [];
  let listener: (message: ScriptMessage) => void = () => undefined;
  let isClosed = false;
  const end: ControlEnd = {
    post: (message) => void said.push(message),
    listen(heard) {
      listener = heard;
      return () => undefined;
    },
    close: () => (isClosed = true),
  };
  return { link: createHostLink(end), said, answer: (message: ScriptMessage) => listener(message), isClosed: () => isClosed };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it("says when the control is on the form, what its outputs would say, and when it leaves", () => {
  const { link, said, isClosed } = setUp();
  link.tell({ unreadCount: null, panelOpen: true });
  link.close();
  expect(said).toEqual([{ type: "linked" }, { type: "values", unreadCount: null, panelOpen: true }, { type: "unlinked" }]);
  expect(isClosed()).toBe(true);
});

it("waits for a script that tries, however long the agent takes to answer the platform's question", async () => {
  const { link, said, answer } = setUp();
  const opened = link.openSession("a", "Conversation");
  expect(said[1]).toEqual({ type: "open", request: 1, sessionId: "a", paneTitle: "Conversation" });
  answer({ type: "opening", request: 1 });
  jest.advanceTimersByTime(3_600_000);
  answer({ type: "opened", request: 1, isOpen: false });
  expect(await opened).toBe(false);
});

it("waits a second for a script that does not say that it tries", async () => {
  const { link } = setUp();
  const opened = link.openSession("a", "Conversation");
  jest.advanceTimersByTime(1_000);
  expect(await opened).toBeNull();
});

it("keeps two requests apart", async () => {
  const { link, answer } = setUp();
  const both = Promise.all([link.openSession("a", "Conversation"), link.openSession("b", null)]);
  for (const request of [1, 2]) answer({ type: "opening", request });
  answer({ type: "opened", request: 2, isOpen: true });
  answer({ type: "opened", request: 1, isOpen: false });
  expect(await both).toEqual([false, true]);
});

it("ends what it waits for when the control leaves: opened, where the script was trying", async () => {
  const { link, answer } = setUp();
  const both = Promise.all([link.openSession("a", "Conversation"), link.openSession("b", null)]);
  answer({ type: "opening", request: 1 });
  link.close();
  expect([await both, jest.getTimerCount()]).toEqual([[true, false], 0]);
});

it("leaves everything to the control where the browser has no channel", async () => {
  const link = createHostLink(null);
  link.tell({ unreadCount: 1 });
  expect(await link.openSession("a", "Conversation")).toBeNull();
  link.close();
});
