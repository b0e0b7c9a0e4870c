/** The session ends while the app is open: the same words however the server says it, nothing is lost, and it is back by itself. */
import { openTab } from "./browser";
import { setScene } from "./oneConversation";

jest.setTimeout(90_000);

const scene = setScene();
const AGAIN = /sign in again/;

afterEach(() => scene.sandbox.temper({}));

describe.each(["401", "redirect", "html"])("a session whose end is answered with %s", (signedOut) => {
  beforeEach(async () => {
    await scene.sandbox.temper({ signedOut });
    await scene.ana.page.reload();
    await scene.ana.expectUnread(1);
    await scene.ana.openPanel();
    await scene.sandbox.signOut("ana");
  });

  it("is told on the next page, keeps list and count, and is over by itself once the agent has signed in in another tab", async () => {
    const { ana, name, sandbox } = scene;
    await ana.goTo("Contacts");
    const problem = ana.panel.getByText("You’ve been signed out. Refresh the page to sign in again.");
    await problem.waitFor();
    await ana.expectUnread(1);
    await ana.notification(name).waitFor();
    const other = await openTab(ana.context, sandbox.urlOf("ana"));
    await problem.waitFor({ state: "hidden", timeout: 40_000 });
    await ana.expectUnread(1);
    await other.close();
  });

  it("is told where settings are saved, and nothing is saved", async () => {
    const { ana } = scene;
    await ana.panel.getByRole("button", { name: "Settings" }).click();
    const dialog = ana.page.getByRole("dialog", { name: "Settings" });
    await dialog.getByRole("switch", { name: "Sound" }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("alert").filter({ hasText: "You’ve been signed out. Refresh the page to sign in again." }).waitFor();
  });

  it.each([
    ["Accept", ""],
    ["Dismiss", ""],
    ["Block", "Block"],
  ])("is told on %s, which is taken back", async (action, confirmed) => {
    const { ana, name, sandbox } = scene;
    await ana.press(name, action);
    if (confirmed !== "") await ana.page.getByRole("dialog").getByRole("button", { name: confirmed, exact: true }).click();
    await ana.panel.getByText(`You’ve been signed out, and nothing changed for ${name}`).waitFor();
    expect(await ana.panel.getByText(AGAIN).count()).toBeGreaterThan(0);
    await ana.expectUnread(1);
    const { body } = await sandbox.api("root", "GET", "msgn_sessions?$filter=msgn_sessionstatus eq 864500001");
    expect(body["value"]).toEqual([]);
    expect(new URL(ana.page.url()).searchParams.get("pagetype")).not.toBe("entityrecord");
  });
});
