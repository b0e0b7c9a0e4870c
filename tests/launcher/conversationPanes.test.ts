/** Conversations beside the page, by the sandbox's own side panes. */
import { createConversationPanes } from "../../launcher/conversationPanes";
import type { AppSidePanes } from "../../launcher/platform";
import { SidePanes } from "../../sandbox/app/panes/sidePanes";
import { xrmSidePanes } from "../../sandbox/app/xrm/sidePanes";
import type { ChannelMessage } from "../../shared/inbox/ports";

const [JANE, OMAR, LI] = ["11111111", "22222222", "33333333"].map((head) => `${head}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
];

function setUp() {
  const panes = new SidePanes();
  const app = xrmSidePanes(panes) as AppSidePanes;
  let say: (message: ChannelMessage) => void = () => undefined;
  const conversations = createConversationPanes(() => ({
    listen(listener) {
      say = listener;
      return () => undefined;
    },
  }));
  conversations.listen();
  const open = (sessionId: string) => conversations.open(app, sessionId, "Conversation");
  /** What each pane shows, by its id. */
  const shown = () =>
    Object.fromEntries(panes.panes.map(({ paneId, page }) => [paneId, page?.pageType === "entityrecord" ? page.entityId : undefined]));
  const write = (sessionId: string, hasDraft: boolean) => say({ type: "draft", sessionId, hasDraft });
  return { panes, app, open, shown, write };
}

it("opens the first conversation in a pane of its own, which the agent can close", async () => {
  const { panes, open, shown } = setUp();
  await open(JANE);
  expect(shown()).toEqual({ msgn_Conversation: JANE });
  expect(panes.open).toMatchObject({ title: "Conversation", canClose: true, width: 440 });
});

it("shows the next conversation in the same pane", async () => {
  const { open, shown } = setUp();
  await open(JANE);
  await open(OMAR);
  expect(shown()).toEqual({ msgn_Conversation: OMAR });
});

it("keeps a conversation in which something is written, and opens the next one beside it", async () => {
  const { panes, open, shown, write } = setUp();
  await open(JANE);
  write(JANE, true);
  await open(OMAR);
  expect(shown()).toEqual({ msgn_Conversation: JANE, [`msgn_Conversation_${OMAR}`]: OMAR });
  expect(panes.open?.paneId).toBe(`msgn_Conversation_${OMAR}`);
});

it("knows of what was written in a card of the panel before any conversation was opened", async () => {
  const { open, shown, write } = setUp();
  write(JANE, true);
  await open(JANE);
  await open(OMAR);
  expect(shown()).toEqual({ msgn_Conversation: JANE, [`msgn_Conversation_${OMAR}`]: OMAR });
});

it("shows a conversation that is open already where it is, and does not load it again", async () => {
  const { panes, open, shown, write } = setUp();
  await open(JANE);
  write(JANE, true);
  await open(OMAR);
  const visits = panes.panes.map(({ visit }) => visit);
  panes.state = 0;
  await open(JANE);
  expect(panes.open?.paneId).toBe("msgn_Conversation");
  await open(OMAR);
  expect(panes.open?.paneId).toBe(`msgn_Conversation_${OMAR}`);
  expect(panes.panes.map(({ visit }) => visit)).toEqual(visits);
  expect(Object.values(shown())).toEqual([JANE, OMAR]);
});

it("takes the pane of conversations again once the answer is sent or given up", async () => {
  const { open, shown, write } = setUp();
  await open(JANE);
  write(JANE, true);
  write(JANE, false);
  await open(OMAR);
  expect(shown()).toEqual({ msgn_Conversation: OMAR });
});

it("makes the pane again after the agent has closed it, also for the same conversation", async () => {
  const { panes, app, open, shown, write } = setUp();
  await open(JANE);
  write(JANE, true);
  app.getPane("msgn_Conversation")?.close();
  await open(JANE);
  expect(shown()).toEqual({ msgn_Conversation: JANE });
  app.getPane("msgn_Conversation")?.close();
  await open(LI);
  expect(shown()).toEqual({ msgn_Conversation: LI });
  expect(panes.open?.paneId).toBe("msgn_Conversation");
});

it("leaves no empty pane where the platform does not show the form, and tries again the next time", async () => {
  const { panes, open, shown } = setUp();
  const navigate = jest.spyOn(panes, "navigate").mockImplementationOnce(() => {
    throw new Error("not now");
  });
  await expect(open(JANE)).rejects.toThrow("not now");
  expect(panes.panes).toEqual([]);
  await open(JANE);
  expect(shown()).toEqual({ msgn_Conversation: JANE });
  navigate.mockRestore();
});

it("keeps the conversation that is there where the platform does not show the next one", async () => {
  const { panes, open, shown } = setUp();
  await open(JANE);
  jest.spyOn(panes, "navigate").mockImplementationOnce(() => {
    throw new Error("not now");
  });
  await expect(open(OMAR)).rejects.toThrow("not now");
  expect(shown()).toEqual({ msgn_Conversation: JANE });
});
