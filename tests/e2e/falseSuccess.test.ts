/**
 * A success that was none: each action, with the answer to its reading or its writing replaced by something with status 200 that is not Dataverse's. Nothing is shown as
 * done, the agent is told, the list is right, nothing is lost, and the action works when it is pressed again.
 */
import { eventually, navigate } from "./browser";
import { answerFalsely, casesOf, FALSE_ANSWERS, FALSE_BATCH_ANSWERS } from "./falseAnswers";
import type { FalseAnswer } from "./falseAnswers";
import { setScene } from "./oneConversation";

jest.setTimeout(90_000);

const scene = setScene();
/** A claim is a change set: the session, and what happened to it. */
const WRITE_SESSION = { method: "POST", path: "$batch" };
const READ_SESSION = { method: "GET", path: "msgn_sessions(" };
const WRITE_DISMISSAL = { method: "PATCH", path: "msgn_dismissals" };
const READ_DISMISSALS = { method: "GET", path: "msgn_dismissals?" };
const DELETE_DISMISSAL = { method: "DELETE", path: "msgn_dismissals" };
const WRITE_NUMBER = { method: "PATCH", path: "msgn_contactnumbers" };
const READ_NUMBER = { method: "GET", path: "msgn_contactnumbers(" };

type Act = [act: () => Promise<void>, isDone: () => Promise<boolean>];
type Row = Readonly<Record<string, unknown>>;
const rows = async (path: string): Promise<readonly Row[]> =>
  (await scene.sandbox.api("root", "GET", path)).body["value"] as readonly Row[];
const session = async (): Promise<Row> => (await rows(`msgn_sessions?$filter=startswith(msgn_name,'${scene.name}')`))[0] ?? {};
const isAccepted = async (): Promise<boolean> => (await session())["msgn_sessionstatus"] === 864500001;
const isDismissed = async (): Promise<boolean> => (await rows(`msgn_dismissals?$filter=msgn_name eq '${scene.name}'`)).length > 0;
const isBlocked = async (): Promise<boolean> =>
  (await rows(`msgn_contactnumbers?$filter=msgn_phonenumber eq '${encodeURIComponent(scene.number)}'`))[0]?.["statecode"] === 1;

const accept = () => scene.ana.press(scene.name, "Accept");
const dismiss = () => scene.ana.press(scene.name, "Dismiss");
async function block(): Promise<void> {
  await scene.ana.press(scene.name, "Block");
  await scene.ana.page.getByRole("dialog").getByRole("button", { name: "Block", exact: true }).click();
}
const undoButton = () => scene.ana.panel.getByRole("button", { name: "Undo" });
const undo = () => undoButton().click();
const isOnRecord = (): boolean => new URL(scene.ana.page.url()).searchParams.get("pagetype") === "entityrecord";

/** The agent has read it, and takes it away. */
async function isTold({ says }: FalseAnswer): Promise<void> {
  const { ana, name } = scene;
  const told = ana.panel.getByText(says).filter({ hasText: name });
  await told.waitFor();
  await ana.panel.getByRole("button", { name: "Close" }).last().click();
  await told.waitFor({ state: "hidden" });
}

describe("an action on a new conversation", () => {
  it.each([
    ...casesOf<Act>([["Accept (its writing)", WRITE_SESSION, accept, isAccepted]], FALSE_BATCH_ANSWERS),
    ...casesOf<Act>([
      ["Accept (its reading)", READ_SESSION, accept, isAccepted],
      ["Dismiss (its reading)", READ_DISMISSALS, dismiss, isDismissed],
      ["Dismiss (its writing)", WRITE_DISMISSAL, dismiss, isDismissed],
      ["Block (its reading)", READ_NUMBER, block, isBlocked],
      ["Block (its writing)", WRITE_NUMBER, block, isBlocked],
    ]),
  ])("%s, answered with %s, is taken back and told, and done when it is pressed again", async (_, __, answer, asked, act, isDone) => {
    const { ana } = scene;
    const stop = await answerFalsely(ana.page, asked, answer);
    await act();
    await isTold(answer);
    expect(await stop()).toBeGreaterThan(0);
    await ana.expectUnread(1);
    expect([await isDone(), isOnRecord(), await undoButton().count()]).toEqual([false, false, 0]);
    expect(await ana.notification(scene.name).getByRole("button").allTextContents()).toEqual(["Accept", "Dismiss", "Block"]);
    await act();
    await ana.expectUnread(0);
    await eventually(async () => expect(await isDone()).toBe(true));
    expect(ana.errors).toEqual([]);
  });
});

describe("an undo", () => {
  it.each(
    casesOf<Act>([
      ["of Dismiss", DELETE_DISMISSAL, dismiss, isDismissed],
      ["of Block", WRITE_NUMBER, block, isBlocked],
    ]),
  )(
    "%s, answered with %s, leaves things as they are, says so, and works when it is pressed again",
    async (_, __, answer, asked, act, isDone) => {
      const { ana } = scene;
      await act();
      await undoButton().waitFor();
      const stop = await answerFalsely(ana.page, asked, answer);
      await undo();
      await ana.panel.getByText(answer.says).filter({ hasText: scene.name }).waitFor();
      expect(await stop()).toBeGreaterThan(0);
      await ana.expectUnread(0);
      expect(await isDone()).toBe(true);
      await undo();
      await ana.expectUnread(1);
      await eventually(async () => expect(await isDone()).toBe(false));
      expect(ana.errors).toEqual([]);
    },
  );
});

describe("an action that the server did, and whose answer alone was lost", () => {
  const isLost = ({ is }: FalseAnswer): boolean => ["an empty body", "half of a body", "half of a batch"].includes(is);
  const lost = FALSE_ANSWERS.filter(isLost);

  it.each([
    ...casesOf<Act>([["Accept", WRITE_SESSION, accept, isAccepted]], FALSE_BATCH_ANSWERS.filter(isLost)),
    ...casesOf<Act>(
      [
        ["Dismiss", WRITE_DISMISSAL, dismiss, isDismissed],
        ["Block", WRITE_NUMBER, block, isBlocked],
      ],
      lost,
    ),
  ])("%s, answered with %s, is recognised as done", async (_, __, answer, asked, act, isDone) => {
    const { ana } = scene;
    const stop = await answerFalsely(ana.page, asked, answer, { reaches: true });
    await act();
    await ana.expectUnread(0);
    await eventually(async () => expect(await isDone()).toBe(true));
    expect(await stop()).toBe(1);
    await navigate(ana, "Accounts");
    await ana.expectUnread(0);
    expect(await ana.panel.getByText(answer.says).count()).toBe(0);
    expect(ana.errors).toEqual([]);
  });

  it.each(
    casesOf<Act>(
      [
        ["Dismiss", DELETE_DISMISSAL, dismiss, isDismissed],
        ["Block", WRITE_NUMBER, block, isBlocked],
      ],
      lost,
    ),
  )("the undo of %s, answered with %s, shows the conversation again", async (_, __, answer, asked, act, isDone) => {
    const { ana } = scene;
    await act();
    await undoButton().waitFor();
    const stop = await answerFalsely(ana.page, asked, answer, { reaches: true });
    await undo();
    await ana.expectUnread(1);
    expect(await stop()).toBe(1);
    expect(await isDone()).toBe(false);
    expect(ana.errors).toEqual([]);
  });
});

describe("settings", () => {
  const settings = async (): Promise<readonly unknown[]> =>
    (await rows("msgn_agentsettings?$select=msgn_sound")).map((row) => row["msgn_sound"]);

  it.each(
    casesOf([
      ["their reading", { method: "GET", path: "msgn_agentsettings" }],
      ["their writing", { method: "PATCH", path: "msgn_agentsettings" }],
    ]),
  )(
    "whose saving (%s) is answered with %s stay in the dialog, which says so, and are saved when Save is pressed again",
    async (_, __, answer, asked) => {
      const { ana } = scene;
      const before = await settings();
      const stop = await answerFalsely(ana.page, asked, answer);
      await ana.panel.getByRole("button", { name: "Settings" }).click();
      const dialog = ana.page.getByRole("dialog", { name: "Settings" });
      const sound = dialog.getByRole("switch", { name: "Sound" });
      const wasOn = await sound.getAttribute("aria-checked");
      await sound.click();
      await dialog.getByRole("button", { name: "Save" }).click();
      const says = answer.is === "a sign-in page" ? "You’ve been signed out" : "Your settings couldn’t be saved. Try again.";
      await dialog.getByRole("alert").filter({ hasText: says }).waitFor();
      expect(await stop()).toBeGreaterThan(0);
      expect(await settings()).toEqual(before);
      await dialog.getByRole("button", { name: "Save" }).click();
      await dialog.waitFor({ state: "hidden" });
      await eventually(async () => expect(await settings()).toEqual([wasOn !== "true"]));
      await ana.expectUnread(1);
      expect(ana.errors).toEqual([]);
    },
  );
});
