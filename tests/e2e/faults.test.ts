/** What an agent sees when the server refuses, is busy, is slow or gone: the last list, the reason, and nothing lost. */
import { AFTER_THE_LAST_NAVIGATION, eventually, navigate } from "./browser";
import { CUT, setScene } from "./oneConversation";

jest.setTimeout(90_000);

const INBOX = { user: "ana", method: "GET", path: "msgn_messages?fetchXml" };
const scene = setScene();

async function owner(): Promise<unknown> {
  const path = `msgn_sessions?$select=_ownerid_value&$filter=startswith(msgn_name,'${scene.name}')`;
  const { body } = await scene.sandbox.api("root", "GET", path, undefined, { Prefer: 'odata.include-annotations="*"' });
  return (body["value"] as Record<string, unknown>[])[0]?.["_ownerid_value@OData.Community.Display.V1.FormattedValue"];
}

it.each([
  [500, "couldn’t be refreshed"],
  [503, "couldn’t be refreshed"],
  [0, "doesn’t answer"],
])("keeps the last list on %p, says so and how old it is, and shows the new one after Retry", async (status, says) => {
  await scene.sandbox.fault({ ...INBOX, status, times: 9 });
  await scene.sandbox.sms(scene.number, "Hello?");
  await navigate(scene.ana, "Contacts");
  await scene.ana.panel.getByText(says).waitFor();
  await scene.ana.panel.getByText("Last updated").waitFor();
  await scene.ana.expectUnread(1);
  // By keyboard: a pointer that is on its way may find that the next try, which comes by itself, was quicker, and the button gone.
  await scene.ana.panel.getByRole("button", { name: "Retry" }).focus();
  await scene.sandbox.clearFaults();
  await scene.ana.page.keyboard.press("Enter");
  await scene.ana.expectUnread(2);
  await scene.ana.panel.getByText(says).waitFor({ state: "hidden" });
});

it("waits on 429 as long as the server asks, and then catches up by itself", async () => {
  await scene.sandbox.fault({ ...INBOX, status: 429, retryAfterSeconds: 3, times: 1 });
  await scene.sandbox.sms(scene.number, "Hello?");
  await navigate(scene.ana, "Contacts");
  await scene.ana.panel.getByText("busy").waitFor();
  await scene.sandbox.clearRequests();
  await scene.ana.expectUnread(2);
  expect((await scene.sandbox.requests("ana")).filter(({ url }) => url.includes("aggregate"))).toHaveLength(1);
});

it("tells an agent who was signed out to sign in again", async () => {
  await scene.sandbox.fault({ ...INBOX, status: 401, times: 1 });
  await navigate(scene.ana, "Contacts");
  await scene.ana.panel.getByText("signed out").waitFor();
  await scene.ana.expectUnread(1);
});

it.each([403, 404])("takes the bubble away quietly on %p, and brings it back when the right is back", async (status) => {
  // A refusal may be about business numbers alone: the product asks once more without them.
  await scene.sandbox.fault({ ...INBOX, status, times: status === 403 ? 2 : 1 });
  await navigate(scene.ana, "Contacts");
  await scene.ana.bubble.waitFor({ state: "hidden" });
  await navigate(scene.ana, "Accounts");
  await scene.ana.expectUnread(1);
});

it("says when the roles do not allow an action, and changes nothing", async () => {
  await scene.sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_sessions", status: 403, times: 1 });
  await scene.ana.press(scene.name, "Accept");
  await scene.ana.panel.getByText("don’t have permission").waitFor();
  expect(await owner()).toBe("SMS Gateway");
  await scene.ana.expectUnread(1);
});

it("accepts all the same when the row changed for another reason (412)", async () => {
  await scene.sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_sessions", status: 412, times: 1 });
  await scene.ana.press(scene.name, "Accept");
  await scene.ana.expectUnread(0);
  await eventually(async () => expect(await owner()).toBe("Ana Ruiz"));
});

it("recognises an accept whose answer was cut off after the server had done it", async () => {
  await scene.sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_sessions", status: 0, after: true, times: 1 });
  await scene.ana.press(scene.name, "Accept");
  await scene.ana.expectUnread(0);
  await eventually(async () => expect(await owner()).toBe("Ana Ruiz"));
});

it("leaves a session alone when the accept was cut off before it reached the server, and says so", async () => {
  await scene.sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_sessions", ...CUT });
  await scene.ana.press(scene.name, "Accept");
  await scene.ana.panel.getByText("doesn’t answer").waitFor();
  expect(await owner()).toBe("SMS Gateway");
  await scene.ana.expectUnread(1);
});

it("shows the last list while the server is slow, and no second question is asked meanwhile", async () => {
  await scene.sandbox.fault({ ...INBOX, delayMs: 9_000, times: 1 });
  await scene.sandbox.sms(scene.number, "Hello?");
  await scene.sandbox.clearRequests();
  await navigate(scene.ana, "Contacts");
  await scene.ana.expectUnread(1);
  await scene.ana.page.waitForTimeout(AFTER_THE_LAST_NAVIGATION);
  await scene.ana.goTo("Accounts");
  await scene.ana.expectUnread(2);
  expect((await scene.sandbox.requests("ana")).filter(({ url }) => url.includes("aggregate")).length).toBeLessThanOrEqual(2);
});

it("counts a conversation again whose messages could not be marked read, and marks them once that can be done", async () => {
  await scene.sandbox.fault({ user: "ana", method: "PATCH", path: "msgn_messages", part: true, status: 500, times: 100 });
  await scene.ana.press(scene.name, "Accept");
  await scene.ana.expectUnread(0);
  // The conversation has not said within ten seconds that they are read: the list asks the server.
  await scene.ana.expectUnread(1);
  await scene.sandbox.clearFaults();
  await scene.ana.expectUnread(0);
  await scene.ana.closeConversation();
});
