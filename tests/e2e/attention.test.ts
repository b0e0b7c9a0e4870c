/** How the product gets an agent's attention, and the agent the product's, wherever they are in the app: the shortcut, the tab's title, the pulse. */
import { eventually, navigate } from "./browser";
import { setOffice } from "./setOffice";

jest.setTimeout(90_000);

const office = setOffice();
const { desk } = office;
let numbers = 0;
const write = () => office.sandbox.sms(`+155504${1_000 + (numbers += 1)}`, "Is my bike ready?", `Customer ${numbers}`);

it("Alt+M leads from a field of a form into the panel and back into the field, which keeps what was typed and where", async () => {
  await write();
  const { page, panel, errors, bubble } = await desk("ana");
  await page.goto(office.sandbox.urlOf("ana", "/main.aspx?pagetype=entityrecord&etn=contact"));
  await bubble.waitFor();
  const field = page.getByRole("main").getByRole("textbox").first();
  await field.fill("Jane");
  await field.press("ArrowLeft");
  await page.keyboard.press("Alt+m");
  await panel.waitFor();
  await eventually(async () => expect(await panel.evaluate((element) => element.contains(document.activeElement))).toBe(true));
  await page.keyboard.press("ArrowDown");
  await eventually(async () => expect(await page.evaluate(() => document.activeElement?.getAttribute("role"))).toBe("listitem"));
  await page.keyboard.press("Alt+m");
  await panel.waitFor({ state: "hidden" });
  await eventually(async () => expect(await field.evaluate((element) => element === document.activeElement)).toBe(true));
  await page.keyboard.type("s");
  expect(await field.inputValue()).toBe("Janse");
  expect(errors).toEqual([]);
});

it("the tab's title begins with the count, over navigation, and loses it at zero", async () => {
  const { page, expectUnread, unread, press, goTo, bubble } = await desk("ana");
  await bubble.waitFor();
  const count = await unread();
  const title = (pattern: RegExp) => eventually(async () => expect(await page.title()).toMatch(pattern));
  await title(new RegExp(`^\\(${count}\\) \\S`));
  await goTo("Accounts");
  // The app has written its own title meanwhile.
  await title(new RegExp(`^\\(${count}\\) .*Account`));
  for (let at = 1; at <= numbers; at++) await press(`Customer ${at}`, "Dismiss");
  await expectUnread(0);
  await title(/^[^(]/);
});

it("the bubble pulses when a message arrives, and stands still for people who want less motion", async () => {
  const ana = await desk("ana");
  await ana.bubble.waitFor();
  /** Writes down from now on each animation of the bubble's parts by what it is called. */
  const watch = () =>
    ana.bubble.evaluateHandle((bubble) => {
      const seen = { parts: 0, animations: 0 };
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes) {
            if (!(node instanceof HTMLElement) || !/pulse/.test(node.className)) continue;
            seen.parts += 1;
            seen.animations += node.getAnimations().length;
          }
      }).observe(bubble, { childList: true, subtree: true });
      return seen;
    });
  for (const [reducedMotion, animations] of [
    ["no-preference", 1],
    ["reduce", 0],
  ] as const) {
    await ana.page.emulateMedia({ reducedMotion });
    const seen = await watch();
    await write();
    await navigate(ana, reducedMotion === "reduce" ? "Contacts" : "Accounts");
    await eventually(async () => expect(await seen.jsonValue()).toEqual({ parts: 1, animations }));
  }
});
