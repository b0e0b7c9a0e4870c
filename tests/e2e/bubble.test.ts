/** The bubble at its place: moved by hand and by keyboard, kept, out of the way of what the agent works on. */
import type { Browser, Page } from "playwright-core";
import { eventually, openBrowser, openDesk, openTab } from "./browser";
import type { Desk } from "./browser";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";
import { ALL_AT_ONCE } from "./tempers";

jest.setTimeout(90_000);

let sandbox: Sandbox;
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  await sandbox.sms("+15550100", "Hello", "Jane Doe");
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});
afterEach(async () => {
  await desk.close();
  await sandbox.temper({});
});

async function open(path = "/"): Promise<Desk> {
  desk = await openDesk(browser, sandbox, "ana", path);
  // What moves the bubble comes with the panel's code, when the pointer comes near; a person takes longer to press it.
  await desk.bubble.hover();
  await desk.page.waitForFunction(() => Object.keys(window).some((key) => key.startsWith("MessageNotification.NotificationPanel ")));
  return desk;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf({ bubble }: Pick<Desk, "bubble">): Promise<Box> {
  const box = await bubble.boundingBox();
  if (!box) throw new Error("The bubble is not there.");
  return box;
}

async function drag(page: Page, from: Box, to: readonly [x: number, y: number]): Promise<void> {
  await page.mouse.move(from.x + 24, from.y + 24);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
}

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

it("goes where it is dragged, in every tab, and is there after a reload and in a window of another height; the panel stays closed", async () => {
  const { page, context, panel, errors } = await open();
  const other = await openTab(context, sandbox.urlOf("ana"));
  await other.bubble.waitFor();
  await drag(page, await boxOf(desk), [500, 478]);
  const dragged = await boxOf(desk);
  // Beside the site map, in the middle of the free height.
  expect([dragged.x, Math.round(dragged.y)]).toEqual([224, 454]);
  expect(await panel.isVisible()).toBe(false);
  await eventually(async () => expect(await boxOf(other)).toEqual(dragged));
  await page.setViewportSize({ width: 1400, height: 600 });
  await page.reload();
  await desk.bubble.waitFor();
  expect(Math.round((await boxOf(desk)).y)).toBe(304);
  await desk.bubble.click();
  await panel.waitFor();
  expect(errors).toEqual([]);
});

it("goes by keyboard alone, and back with Escape; the page stays", async () => {
  const { page, bubble } = await open();
  const before = await boxOf(desk);
  const address = page.url();
  await bubble.focus();
  for (const key of ["Alt+ArrowRight", "Alt+ArrowUp", "Alt+ArrowUp"]) await page.keyboard.press(key);
  await page
    .getByRole("status")
    .getByText(/^Bubble on the right, \d+% from the top$/)
    .waitFor({ state: "attached" });
  expect(await boxOf(desk)).not.toEqual(before);
  await page.keyboard.press("Escape");
  expect(await boxOf(desk)).toEqual(before);
  expect(page.url()).toBe(address);
});

it("goes where a finger drags it, and the page below does not scroll", async () => {
  const { page, panel } = await open();
  const { x, y } = await boxOf(desk);
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...touchPoints: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", { x: x + 24, y: y + 24 });
  for (const share of [0.25, 0.5, 0.75, 1]) await touch("touchMove", { x: x + 24 - (x - 400) * share, y: y + 24 - (y - 200) * share });
  await touch("touchEnd");
  await eventually(async () => expect([(await boxOf(desk)).x, Math.round((await boxOf(desk)).y)]).toEqual([224, 200]));
  expect(await panel.isVisible()).toBe(false);
});

it("is over no field that has the focus, on a form with fields down to its foot", async () => {
  const { page } = await open("/main.aspx?pagetype=entityrecord&etn=contact");
  await page.setViewportSize({ width: 1400, height: 520 });
  for (const permille of [0, 333, 667, 1000]) {
    const { height } = page.viewportSize() ?? { height: 0 };
    await drag(page, await boxOf(desk), [1300, 136 + ((height - 216) * permille) / 1000]);
    for (const field of await page.getByRole("main").getByRole("textbox").all()) {
      await field.focus();
      await eventually(async () => {
        const box = await field.boundingBox();
        expect(box && overlap(await boxOf(desk), box)).toBe(false);
      });
    }
    await page.mouse.click(700, 300);
  }
});

it("steps off the row on which the pointer rests, and can be reached by a pointer that does not", async () => {
  for (let at = 0; at < 25; at++) await sandbox.api("root", "POST", "contacts", { lastname: `Row ${String(at).padStart(2, "0")}` });
  const { page, panel } = await open();
  await desk.goTo("Contacts");
  await drag(page, await boxOf(desk), [1300, 478]);
  const covered = page.getByRole("row").filter({ hasText: "Row" });
  const bubbleBox = await boxOf(desk);
  const rows = await Promise.all((await covered.all()).map((row) => row.boundingBox()));
  const row = rows.find((box) => box && box.y < bubbleBox.y + 24 && box.y + box.height > bubbleBox.y + 24);
  if (!row) throw new Error("No row is below the bubble.");
  await page.mouse.move(700, row.y + row.height / 2, { steps: 3 });
  await eventually(async () => expect(overlap(await boxOf(desk), row)).toBe(false));
  const aside = await boxOf(desk);
  await page.mouse.move(aside.x + 24, aside.y + 24, { steps: 10 });
  await page.mouse.down();
  await page.mouse.up();
  await panel.waitFor();
});

it.each([{ headerSection: "missing" }, ...ALL_AT_ONCE])(
  "lies beside the open pane, its count too, on a platform with %j",
  async (readings) => {
    await sandbox.temper(readings);
    await open();
    // Where a pane is mounted only once selected, it is selected for a moment: a press then would mean "close".
    await desk.page.waitForFunction(() => {
      const { Xrm } = window as unknown as {
        Xrm: { App: { sidePanes: { state: number; getSelectedPane(): { paneId: string } | undefined } } };
      };
      const { state, getSelectedPane } = Xrm.App.sidePanes;
      return state === 0 || getSelectedPane()?.paneId !== "msgn_MessageNotification";
    });
    await desk.openPanel();
    const pane = await desk.page.locator("[data-pane]").filter({ has: desk.panel }).boundingBox();
    await eventually(async () => {
      const { x, width } = await boxOf(desk);
      // The count stands out by four pixels.
      expect(x + width + 4).toBeLessThan(pane?.x ?? 0);
    });
  },
);
