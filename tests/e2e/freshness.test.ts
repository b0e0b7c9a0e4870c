/** Nothing looks fresher than it is: what an agent sees while the network is away, and of a list that is old. */
import { eventually } from "./browser";
import { setScene } from "./oneConversation";

jest.setTimeout(90_000);

const scene = setScene();
const INBOX = { user: "ana", method: "GET", path: "msgn_messages?fetchXml" };

const bubbleIsNamed = (name: string | RegExp) => scene.ana.page.getByRole("button", { name, exact: true }).waitFor();
const mark = () => scene.ana.bubble.locator("[data-freshness]").getAttribute("data-freshness");

/** Each client has a moment of its own in the half minute after the network is back: hers is early. */
const isEarly = () => scene.ana.page.evaluate(() => void (Math.random = () => 0.1));

it("shows at once on bubble and panel that the browser is offline, and that it is back, and catches up at a moment of its own within half a minute", async () => {
  const { ana, sandbox, number } = scene;
  await isEarly();
  await ana.context.setOffline(true);
  await bubbleIsNamed("Messages, 1 unread, offline");
  expect(await mark()).toBe("offline");
  await ana.panel.getByText("You’re offline.").waitFor();
  await sandbox.sms(number, "Hello?");
  await ana.context.setOffline(false);
  const from = Date.now();
  await bubbleIsNamed("Messages, 2 unread");
  // Two seconds for the machine.
  expect(Date.now() - from).toBeLessThan(7_000);
  await ana.panel.getByText("You’re offline.").waitFor({ state: "hidden" });
  await ana.panel.getByText("You’re back online.").waitFor({ state: "hidden" });
});

it("says that an accept was not sent without a network, sends nothing, and does it when it is pressed again with one", async () => {
  const { ana, sandbox, name } = scene;
  await isEarly();
  await ana.context.setOffline(true);
  await sandbox.clearRequests();
  await ana.press(name, "Accept");
  await ana.panel.getByText(`Nothing was sent for ${name}: you were offline.`).waitFor();
  await ana.context.setOffline(false);
  await ana.panel.getByText("You’re back online.").waitFor({ state: "hidden" });
  expect((await sandbox.requests("ana")).filter(({ method }) => method !== "GET")).toEqual([]);
  await ana.press(name, "Accept");
  await ana.expectUnread(0);
});

it("says that nobody knows whether a dismissal was done whose answer was lost with the network", async () => {
  const { ana, sandbox, name } = scene;
  await sandbox.fault({ user: "ana", path: "msgn_dismissals", method: "PATCH", status: 0, after: true, times: 9 });
  await sandbox.fault({ ...INBOX, status: 0, times: 9 });
  await ana.press(name, "Dismiss");
  await ana.panel.getByText(`No answer came for ${name}. It may have been done`).waitFor();
  await sandbox.clearFaults();
  // It was done: the list shows it.
  await eventually(() => ana.expectUnread(0));
});

it.each(["none", "active"] as const)(
  "says as of when an old list is, in a mark that is seen with forced colours %s, too",
  async (forcedColors) => {
    const { ana, sandbox } = scene;
    await ana.page.emulateMedia({ forcedColors });
    await sandbox.api("mia", "PATCH", "msgn_configurations(msgn_name='Default')", { msgn_refreshseconds: 5 });
    await ana.page.reload();
    await ana.expectUnread(1);
    await sandbox.fault({ ...INBOX, delayMs: 25_000, times: 3 });
    await bubbleIsNamed(/^Messages, 1 unread, as of \d/);
    expect(await mark()).toBe("stale");
    const [ink, ground] = await ana.bubble.locator("[data-freshness]").evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return [color, backgroundColor];
    });
    expect(ink).not.toBe(ground);
    await sandbox.clearFaults();
    await sandbox.api("mia", "PATCH", "msgn_configurations(msgn_name='Default')", { msgn_refreshseconds: 60 });
  },
);
