/** How long after a navigation the badge is right, over the bare request in the same app. */
import { AFTER_THE_LAST_NAVIGATION } from "../e2e/browser";
import type { Desk } from "../e2e/browser";
import { phoneNumberOf } from "../e2e/crowd";
import type { Sandbox } from "../e2e/sandbox";
import type { BenchPart, Figure } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { interleave } from "../../tools/bench/interleave";
import { withPages } from "./benchPages";

const SESSIONS = 50;
/** What the server takes longer than it does by itself (ms), and what may come of it. */
const DELAYS = [
  [0, 1.5],
  [50, 1.2],
  [200, 1.05],
] as const;

/** Chromium, with the product's page and one that the product's control is kept out of. */
export const navigationToBadge: BenchPart = {
  name: "badge",
  title: "From a navigation to the right badge",
  how:
    "Ana has 50 conversations, her panel is closed. Before each run a customer writes. Then a link of the site map is clicked, and the clock runs in the page until the bubble says the new number. The other side is another page of the same app, " +
    "as Ana, whose browser is kept from loading the control: the same link is clicked, and the page itself sends the product's own request at that moment and parses its answer. So the shell's own traffic is on both sides. The server's " +
    "answers to that request are held back by 0, 50 and 200 ms.",
  tried: "",
  run: ({ repeats, progress }) =>
    withPages(async ({ start, open, browser }) => {
      const sandbox = await start(SESSIONS);
      const ana = await open(sandbox, "ana");
      await ana.expectUnread(SESSIONS);
      const query = (await sandbox.requests("ana")).find(({ url }) => url.includes("msgn_messages?fetchXml="))?.url;
      if (query === undefined) throw new Error("The product has not asked for the list.");
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: "en-US" });
      await context.route(/MessageBubble\/bundle\.js/, (route) => route.abort());
      const page = await context.newPage();
      await page.goto(sandbox.urlOf("ana"));
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      const bare = { page };
      const figures: Figure[] = [];
      for (const [delayMs, goal] of DELAYS) {
        await sandbox.clearFaults();
        if (delayMs > 0) await sandbox.fault({ method: "GET", path: "msgn_messages", delayMs, times: 1_000_000 });
        const { product, baseline, ratio } = await interleave(
          () => untilBadge(sandbox, ana),
          () => untilAnswer(bare, query),
          { repeats, warmUp: 2, afterPair: (done) => progress(`server ${delayMs} ms later: ${done} of ${repeats}`) },
        );
        figures.push({
          measure: `navigation → badge right, server ${delayMs} ms later`,
          side: `until the bubble says it, ${inWords(product.median)} ms`,
          baseline: `the bare request, ${inWords(baseline.median)} ms`,
          value: ratio,
          unit: "×",
          goal: { atMost: goal },
          note: "",
        });
      }
      await context.close();
      return figures;
    }),
};

let turn = 0;

/** A link to another page than the last one. */
const nextLink = ({ page }: Pick<Desk, "page">) =>
  page.getByRole("navigation").getByRole("link", { name: (turn = (turn + 1) % 2) === 0 ? "Contacts" : "Accounts", exact: true });

async function untilBadge(sandbox: Sandbox, ana: Desk): Promise<number> {
  for (;;) {
    const ms = await tryUntilBadge(sandbox, ana);
    if (ms !== null) return ms;
  }
}

/** Null where the refresh of every minute came between the text and the click: then the navigation has nothing to bring. */
async function tryUntilBadge(sandbox: Sandbox, ana: Desk): Promise<number | null> {
  await ana.page.waitForTimeout(AFTER_THE_LAST_NAVIGATION);
  const before = await ana.bubble.getAttribute("aria-label");
  await sandbox.sms(phoneNumberOf(0, { sessions: SESSIONS, messagesEach: 1 }), "Are you there?");
  const link = await nextLink(ana).elementHandle();
  return ana.bubble.evaluate(
    (bubble, [anchor, label]) =>
      new Promise<number | null>((resolve, reject) => {
        if (bubble.getAttribute("aria-label") !== label) {
          resolve(null);
          return;
        }
        setTimeout(() => reject(new Error("The bubble has not changed within 30 s of the navigation.")), 30_000);
        const began = performance.now();
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(performance.now() - began);
        });
        observer.observe(bubble, { attributeFilter: ["aria-label"] });
        (anchor as HTMLElement).click();
      }),
    [link, before] as const,
  );
}

async function untilAnswer(bare: Pick<Desk, "page">, query: string): Promise<number> {
  await bare.page.waitForTimeout(AFTER_THE_LAST_NAVIGATION);
  const link = await nextLink(bare).elementHandle();
  return bare.page.evaluate(
    async ([anchor, url]) => {
      const began = performance.now();
      (anchor as HTMLElement).click();
      const answer = await fetch(url, {
        headers: { Prefer: 'odata.include-annotations="*"', Accept: "application/json" },
        cache: "no-store",
      });
      await answer.json();
      return performance.now() - began;
    },
    [link, query] as const,
  );
}
