/** A conversation's thread, as an agent sees it on the session's page. */
import type { Browser } from "playwright-core";
import { conversationOf } from "../pageObjects/conversation";
import { eventually, openBrowser, openDesk } from "./browser";
import { conversationPath, giveTo, openConversation, sessionOf } from "./conversation";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";

jest.setTimeout(120_000);

let sandbox: Sandbox;
let browser: Browser;
let customers = 0;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

afterEach(() => sandbox.clearFaults());

/** A customer of this test alone, who has written these. */
async function customerWrites(...texts: readonly string[]) {
  customers += 1;
  const [name, number] = [`Customer ${customers}`, `+1555030${String(customers).padStart(2, "0")}`];
  for (const text of texts) await sandbox.sms(number, text, name);
  return { name, number, session: await sessionOf(sandbox, name) };
}

const unreadOf = async (session: string) => {
  const filter = encodeURIComponent(`_msgn_sessionid_value eq ${session} and msgn_readon eq null and msgn_direction eq 864500000`);
  return ((await sandbox.api("root", "GET", `msgn_messages?$select=msgn_messageid&$filter=${filter}`)).body["value"] as unknown[]).length;
};

describe("the thread", () => {
  it("shows whom it is with and the texts, and marks read what its owner sees", async () => {
    const { name, number, session } = await customerWrites("Is my bike ready?", "Hello?");
    await giveTo(sandbox, "ana", session);
    const ana = await openConversation(browser, sandbox, "ana", name);
    await ana.conversation.text("Is my bike ready?").waitFor();
    await ana.conversation.region.getByText(number).waitFor();
    await ana.conversation.region.getByText("Owner: Ana Ruiz").waitFor();
    await ana.conversation.log.getByText("Today").waitFor();
    await eventually(async () => expect(await unreadOf(session)).toBe(0));
    await ana.expectUnread(0);
    expect(ana.errors).toEqual([]);
    await ana.close();
  });

  it("leaves unread what a colleague sees, and what is out of its owner's view", async () => {
    const { name, session } = await customerWrites(...Array.from({ length: 40 }, (_, at) => `Text ${at + 1} of many`));
    await giveTo(sandbox, "ana", session);
    const ben = await openConversation(browser, sandbox, "ben", name);
    await ben.conversation.text("Text 1 of").waitFor();
    const ana = await openConversation(browser, sandbox, "ana", name);
    await ana.conversation.text("Text 1 of").waitFor();
    // It opens at the first one that is unread.
    await ana.conversation.text("Text 1 of").and(ana.page.locator(":visible")).waitFor();
    await eventually(async () => expect(await unreadOf(session)).toBeLessThan(40));
    const left = await unreadOf(session);
    expect(left).toBeGreaterThan(10);
    await ana.conversation.region.getByRole("button", { name: /^\d+ new$/ }).waitFor();
    await ana.conversation.text("Text 40 of").scrollIntoViewIfNeeded();
    await eventually(async () => expect(await unreadOf(session)).toBeLessThan(left));
    expect([...ana.errors, ...ben.errors]).toEqual([]);
    await Promise.all([ana.close(), ben.close()]);
  });

  it("grows while it is open, and follows whoever reads at its end", async () => {
    const { name, number, session } = await customerWrites(...Array.from({ length: 30 }, (_, at) => `Line ${at + 1}`));
    await giveTo(sandbox, "ana", session);
    const ana = await openConversation(browser, sandbox, "ana", name);
    await ana.conversation.text("Line 30").scrollIntoViewIfNeeded();
    await sandbox.sms(number, "Are you there?");
    await ana.goTo("Contacts");
    await ana.page.goBack();
    await ana.conversation.text("Are you there?").waitFor();
    expect(ana.errors).toEqual([]);
    await ana.close();
  });

  it("keeps its reader's place when something new comes, and leads to it", async () => {
    const { name, number, session } = await customerWrites(...Array.from({ length: 80 }, (_, at) => `Line ${at + 1}`));
    await giveTo(sandbox, "ben", session);
    const ana = await openConversation(browser, sandbox, "ana", name);
    await ana.conversation.log.hover();
    await ana.page.mouse.wheel(0, 1_500);
    const place = () =>
      ana.conversation.log.getByRole("article").evaluateAll((articles) => {
        const first = articles.find(
          (article) => article.getBoundingClientRect().top > (article.parentElement?.getBoundingClientRect().top ?? 0),
        );
        return first ? `${first.textContent} at ${Math.round(first.getBoundingClientRect().top)}` : "nowhere";
      });
    const news = ana.conversation.region.getByRole("button", { name: /^\d+ new$/ });
    await news.waitFor();
    await eventually(async () => expect(await place()).toMatch(/^Customer \d+Line [23]\d/));
    const [before, waiting] = [await place(), parseInt((await news.textContent()) ?? "", 10)];
    await sandbox.sms(number, "What now?");
    await sandbox.advanceClock(1);
    // Whoever comes back to the tab sees what is there now.
    await ana.page.waitForTimeout(2_100);
    await ana.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await ana.conversation.region.getByRole("button", { name: `${waiting + 1} new` }).waitFor();
    expect(await place()).toBe(before);
    await news.click();
    await eventually(async () => expect(await place()).not.toBe(before));
    expect(ana.errors).toEqual([]);
    await ana.close();
  });

  it("tells the exact time to whoever points at a text or comes to it by keyboard", async () => {
    const { name } = await customerWrites("When was that?");
    const ana = await openConversation(browser, sandbox, "ana", name);
    const text = ana.conversation.text("When was that?");
    const exact = text.getByText(/\d+\/\d+\/\d{4} \d+:\d\d [AP]M/).first();
    await expect(exact.isVisible()).resolves.toBe(false);
    await text.hover();
    await exact.waitFor();
    await ana.page.mouse.move(0, 0);
    await text.focus();
    await exact.waitFor();
    await ana.close();
  });

  it("opens a link when its reader has seen where it leads, and not before", async () => {
    const { name } = await customerWrites("Look at https://example.com/offer?x=1.");
    const ana = await openConversation(browser, sandbox, "ana", name);
    const link = ana.conversation.text("Look at").getByRole("button", { name: "https://example.com/offer?x=1" });
    await expect(ana.conversation.log.getByRole("link").count()).resolves.toBe(0);
    await link.click();
    const question = ana.page.getByRole("dialog", { name: "Open Link" });
    await question.getByText("example.com", { exact: true }).waitFor();
    await question.getByRole("button", { name: "Cancel" }).click();
    await question.waitFor({ state: "hidden" });
    expect(ana.page.url()).not.toContain("example.com");
    await ana.close();
  });
});

describe("the thread's actions", () => {
  it("Accept makes it the viewer's, marks it read, and tells of it; Give Back undoes that", async () => {
    const { name, session } = await customerWrites("Anybody?");
    const ana = await openConversation(browser, sandbox, "ana", name);
    await ana.conversation.press("Accept");
    await ana.conversation.region.getByText("Owner: Ana Ruiz").waitFor();
    await ana.conversation.log.getByText("Ana Ruiz accepted the conversation").waitFor();
    await eventually(async () => expect(await unreadOf(session)).toBe(0));
    await ana.conversation.press("Give Back");
    await ana.conversation.region.getByText("Not accepted yet").waitFor();
    await ana.conversation.log.getByText("Ana Ruiz gave the conversation back").waitFor();
    await eventually(async () => expect(await unreadOf(session)).toBe(1));
    expect(ana.errors).toEqual([]);
    await ana.close();
  });

  it("Assign to Me asks first, and says from whom and after how long", async () => {
    const { name, session } = await customerWrites("Still there?");
    await giveTo(sandbox, "ben", session);
    await sandbox.advanceClock(3_600);
    const ana = await openConversation(browser, sandbox, "ana", name);
    await ana.conversation.press("Assign to Me");
    const question = ana.page.getByRole("dialog", { name: "Change Ownership" });
    await question.getByText("Ben Okafor").waitFor();
    await question.getByRole("button", { name: "Yes" }).click();
    await ana.conversation.log.getByText(/Ana Ruiz took over from Ben Okafor after 1 hr/).waitFor();
    expect(ana.errors).toEqual([]);
    await ana.close();
  });

  it("Block asks first; Unblock takes it back", async () => {
    const { name, number } = await customerWrites("Buy now!");
    const ana = await openConversation(browser, sandbox, "ana", name);
    await ana.conversation.press("Block");
    const question = ana.page.getByRole("dialog");
    await question.getByText(number).waitFor();
    await question.getByRole("button", { name: "Block", exact: true }).click();
    await ana.conversation.region.getByText("Blocked", { exact: true }).waitFor();
    await ana.conversation.press("Unblock");
    await ana.conversation.region.getByRole("button", { name: "Accept" }).waitFor();
    expect(ana.errors).toEqual([]);
    await ana.close();
  });

  it("Close Conversation marks everything read and closes it; the customer's next text opens it again", async () => {
    const { name, number, session } = await customerWrites("Thank you!");
    await giveTo(sandbox, "ana", session);
    const ana = await openConversation(browser, sandbox, "ana", name);
    await ana.conversation.press("Close Conversation");
    await ana.conversation.region.getByText("Closed", { exact: true }).waitFor();
    await ana.conversation.log.getByText("Ana Ruiz closed the conversation").waitFor();
    await eventually(async () => expect(await unreadOf(session)).toBe(0));
    const { body } = await sandbox.api("root", "GET", `msgn_sessions(${session})?$select=statecode`);
    expect(body["statecode"]).toBe(1);
    await sandbox.sms(number, "One more thing");
    await ana.goTo("Contacts");
    await ana.page.goBack();
    await ana.conversation.region.getByRole("button", { name: "Close Conversation" }).waitFor();
    expect(ana.errors).toEqual([]);
    await ana.close();
  });
});

it("says that it could not be read, and reads it when asked again", async () => {
  const { name, session } = await customerWrites("Hello");
  await sandbox.fault({ method: "GET", path: `msgn_sessions(${session})`, status: 500, times: 1 });
  const ana = await openDesk(browser, sandbox, "ana", conversationPath(session));
  const failed = ana.page.getByRole("alert").filter({ hasText: "The conversation couldn’t be loaded." });
  await failed.getByRole("button", { name: "Retry" }).click();
  await conversationOf(ana.page, name).text("Hello").waitFor();
  await ana.close();
});

it("says that the conversation has been deleted", async () => {
  const { name, session } = await customerWrites("Hello");
  const ana = await openConversation(browser, sandbox, "ana", name);
  expect((await sandbox.api("root", "DELETE", `msgn_sessions(${session})`)).status).toBe(204);
  await ana.page.waitForTimeout(2_100);
  await ana.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await ana.page.getByText("This conversation has been deleted.").waitFor();
  await ana.close();
});
