/** Accept, Dismiss, Block and Undo against a server that refuses, is busy or gone: either it is done, or the agent is told that it is not. */
import { eventually, navigate, recordUnread } from "./browser";
import { CUT, setScene } from "./oneConversation";

jest.setTimeout(90_000);

const scene = setScene();

const DISMISS = { user: "ana", method: "PATCH", path: "msgn_dismissals" };
const ACCEPT = { user: "ana", method: "PATCH", path: "msgn_sessions" };
const BLOCK = { user: "ana", method: "PATCH", path: "msgn_contactnumbers" };

/** What the agent reads for each answer. */
const REASONS: readonly (readonly [status: number, says: string])[] = [
  // The session has not ended: the list that is asked for after it comes.
  [401, "Something went wrong"],
  [403, "don’t have permission"],
  [404, "no longer available"],
  [412, "changed in the meantime"],
  [429, "Something went wrong"],
  [500, "Something went wrong"],
  [503, "Something went wrong"],
  [0, "doesn’t answer"],
];

async function rows(path: string): Promise<readonly Record<string, unknown>[]> {
  return (await scene.sandbox.api("root", "GET", path)).body["value"] as Record<string, unknown>[];
}

const isBlocked = async () =>
  (await rows(`msgn_contactnumbers?$select=statecode&$filter=msgn_phonenumber eq '${encodeURIComponent(scene.number)}'`))[0]?.[
    "statecode"
  ] === 1;
const isAccepted = async () =>
  (await rows(`msgn_sessions?$filter=msgn_sessionstatus eq 864500001 and startswith(msgn_name,'${scene.name}')`)).length > 0;
const isDismissed = async () => (await rows(`msgn_dismissals?$filter=msgn_name eq '${scene.name}'`)).length > 0;

async function block(): Promise<void> {
  await scene.ana.press(scene.name, "Block");
  await scene.ana.page.getByRole("dialog").getByRole("button", { name: "Block" }).click();
}

it.each([
  ["Accept", ACCEPT, () => scene.ana.press(scene.name, "Accept"), isAccepted],
  ["Dismiss", DISMISS, () => scene.ana.press(scene.name, "Dismiss"), isDismissed],
  ["Block", BLOCK, block, isBlocked],
] as const)("gives the notification back, with the reason, whatever %s is refused with", async (_, fault, act, isDone) => {
  const { ana, sandbox } = scene;
  for (const [status, says] of REASONS) {
    await sandbox.fault({ ...fault, ...CUT, status });
    await act();
    await ana.panel.getByText(says).waitFor();
    await ana.expectUnread(1);
    expect(await isDone()).toBe(false);
    await sandbox.clearFaults();
    await ana.panel.getByRole("button", { name: "Close" }).last().click();
    await ana.panel.getByText(says).waitFor({ state: "hidden" });
  }
});

it.each([
  ["Dismiss", DISMISS, () => scene.ana.press(scene.name, "Dismiss"), isDismissed],
  ["Block", BLOCK, block, isBlocked],
] as const)("recognises a %s whose answer was cut off after the server had done it, and offers Undo", async (_, fault, act, isDone) => {
  const { ana, sandbox } = scene;
  await sandbox.fault({ ...fault, ...CUT, after: true });
  await act();
  await ana.expectUnread(0);
  await ana.panel.getByRole("button", { name: "Undo" }).waitFor();
  await ana.expectUnread(0);
  expect(await ana.panel.getByText("went wrong").count()).toBe(0);
  expect(await isDone()).toBe(true);
  await sandbox.clearFaults();
  await ana.panel.getByRole("button", { name: "Undo" }).click();
  await ana.expectUnread(1);
  await eventually(async () => expect(await isDone()).toBe(false));
});

it("keeps Undo when the server could not be reached, says so, and undoes at the next press", async () => {
  const { ana, sandbox, name } = scene;
  await ana.press(name, "Dismiss");
  await ana.expectUnread(0);
  await sandbox.fault({ user: "ana", method: "DELETE", path: "msgn_dismissals", ...CUT });
  const undo = ana.panel.getByRole("button", { name: "Undo" });
  await undo.click();
  await ana.panel.getByText("No answer came").waitFor();
  await ana.expectUnread(0);
  await sandbox.clearFaults();
  await undo.click();
  await ana.expectUnread(1);
});

it("undoes a block by the keyboard alone, and only as long as nobody has changed the number since", async () => {
  const { ana, sandbox, number } = scene;
  const { keyboard } = ana.page;
  const undo = ana.panel.getByRole("button", { name: "Undo" });
  await block();
  await ana.expectUnread(0);
  // Offered once the server has answered.
  await undo.waitFor();
  expect(await isBlocked()).toBe(true);
  const hasFocus = () => undo.evaluate((button) => button === document.activeElement);
  for (let tabs = 0; tabs < 5 && !(await hasFocus()); tabs++) await keyboard.press("Tab");
  expect(await hasFocus()).toBe(true);
  await keyboard.press("Enter");
  await ana.expectUnread(1);
  await eventually(async () => expect(await isBlocked()).toBe(false));

  await block();
  await ana.expectUnread(0);
  await undo.waitFor();
  const path = `msgn_contactnumbers(msgn_phonenumber='${encodeURIComponent(number)}')`;
  await sandbox.api("mia", "PATCH", path, { msgn_blockedon: "2026-01-01T00:00:00Z" });
  await undo.click();
  await ana.panel.getByText("changed in the meantime").waitFor();
  expect(await isBlocked()).toBe(true);
  await ana.expectUnread(0);
});

it.each([403, 404, 412, 429, 500])(
  "counts the one message that could not be marked read (%p) again, and marks it with the next try, as its owner looks at it",
  async (status) => {
    const { ana, sandbox, name, number } = scene;
    await sandbox.sms(number, "Hello?");
    await navigate(ana, "Contacts");
    await ana.expectUnread(2);
    await sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_messages", part: true, status });
    const seen = await recordUnread(ana);
    await ana.press(name, "Accept");
    // None at once; then the thread says that it is done, the list asks the server, and the thread hears that one is left.
    await eventually(async () => {
      expect(await seen()).toEqual(["Messages, no unread messages", "Messages, 1 unread", "Messages, no unread messages"]);
    });
    expect(await rows("msgn_messages?$filter=msgn_readon eq null")).toEqual([]);
  },
);

it("marks the other messages read when one of them cannot be: it was deleted meanwhile", async () => {
  const { ana, sandbox, name, number } = scene;
  await sandbox.sms(number, "Hello?");
  await navigate(scene.ana, "Contacts");
  await ana.expectUnread(2);
  // The claim is a batch, too: both wait, and the second one is the one of the read marks.
  await sandbox.fault({ user: "ana", method: "POST", path: "$batch", delayMs: 5_000, times: 2 });
  const marking = ana.page.waitForRequest((request) => request.postData()?.includes("msgn_readon") ?? false);
  await ana.press(name, "Accept");
  const marked = (await marking).response();
  const unread = "msgn_messages?$select=msgn_messageid,msgn_body&$filter=msgn_readon eq null";
  const [gone] = (await rows(unread)).filter((row) => row["msgn_body"] === "Hello?");
  expect((await sandbox.api("root", "DELETE", `msgn_messages(${String(gone?.["msgn_messageid"])})`)).status).toBe(204);
  await marked;
  await eventually(async () => expect(await rows(unread)).toEqual([]));
  await ana.expectUnread(0);
});
