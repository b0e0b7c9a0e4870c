/** A start of the app on each kind of page, each in a tab of its own: the pane of one page would hide that no hook fires on the next. */
import * as CONTACT_NUMBER from "../../shared/dataverse/names/contactNumber";
import { openTab } from "../../tests/pageObjects/desk";
import type { Desk } from "../../tests/pageObjects/desk";
import { hooksIn, NO_HOOK, readNotes } from "./notes";
import type { Note } from "./notes";
import type { Person } from "./person";
import { Differed, NotJudged } from "./runner";
import type { Runner } from "./runner";
import { tenantShell } from "./tenantShell";

/** What was seen on a kind of page. */
export interface ColdStart {
  readonly kind: string;
  /** Which hooks fired, in words. */
  readonly hooks: string;
  /** What `getPageContext` answered. */
  readonly pageContext: string;
  readonly notes: readonly Note[];
}

/** Where the starts happen. */
export interface Places {
  /** The address of the app, to which a page's query is added. */
  readonly app: string;
  /** The row that the record's page shows. */
  readonly numberId: string;
  readonly customPage?: string;
}

/** How long the bubble may take once the app is there (ms). */
const BUBBLE_LIMIT = 15_000;
const GROUP = "Cold start on each kind of page";

/** Starts the app on each kind of page. Answers what was seen, for the report. */
export async function runColdStarts(runner: Runner, agent: Person, places: Places): Promise<readonly ColdStart[]> {
  const pages: readonly (readonly [kind: string, query: string | null])[] = [
    ["a dashboard", "dashboard"],
    ["a list", "entitylist&etn=account"],
    ["a record", `entityrecord&etn=${CONTACT_NUMBER.table}&id=${places.numberId}`],
    ["a new record", "entityrecord&etn=contact"],
    ["a web resource page", `webresource&webresourceName=${encodeURIComponent("msgn_/icons/message.svg")}`],
    ["a custom page", places.customPage === undefined ? null : `custom&name=${encodeURIComponent(places.customPage)}`],
  ];
  const starts: ColdStart[] = [];
  for (const [kind, query] of pages) {
    let desk: Desk | undefined;
    let seen: ColdStart | undefined;
    const newest = () =>
      agent.context
        .pages()
        .filter((page) => page !== agent.page)
        .at(-1);
    const scenes = () => [newest()].flatMap((page) => (page ? [{ title: kind, page }] : []));
    await runner.check(
      GROUP,
      `on ${kind}: one bubble within fifteen seconds of the app`,
      async () => {
        if (query === null) throw new NotJudged("name a custom page of the app with --custom-page");
        const since = Date.now();
        desk = await openTab(agent.context, `${places.app}&pagetype=${query}`, tenantShell);
        const ready = Date.now();
        const isThere = await appears(desk);
        const took = Date.now() - ready;
        seen = await look(desk, kind, since);
        starts.push(seen);
        // A page that no hook is asked on is one of the readings that the product works under: what matters is the first list after it.
        if (!isThere && seen.hooks === NO_HOOK) throw new NotJudged("the app asks no hook here; see the next line");
        if (!isThere) throw new Differed(`no bubble within ${BUBBLE_LIMIT / 1000} s; fired: ${seen.hooks}`);
        const bubbles = await desk.bubble.count();
        if (bubbles !== 1) throw new Differed(`${bubbles} bubbles`);
        return `after ${(took / 1000).toFixed(1)} s; fired: ${seen.hooks}`;
      },
      scenes,
    );
    const cold = desk;
    if (cold && seen?.hooks === NO_HOOK) {
      await runner.check(
        GROUP,
        `after ${kind}, where no hook fired: the bubble comes with the first list`,
        async () => {
          await cold.goTo("Contacts");
          if (!(await appears(cold))) throw new Differed("no bubble there either");
          return undefined;
        },
        scenes,
      );
    }
    await newest()?.close();
  }
  return starts;
}

function appears({ bubble }: Desk): Promise<boolean> {
  return bubble
    .first()
    .waitFor({ timeout: BUBBLE_LIMIT })
    .then(
      () => true,
      () => false,
    );
}

async function look({ page }: Desk, kind: string, since: number): Promise<ColdStart> {
  const pageContext = await page.evaluate(() => {
    try {
      const { Xrm } = window as unknown as { Xrm: { Utility: { getPageContext(): unknown } } };
      const answer = Xrm.Utility.getPageContext();
      return answer === undefined ? "undefined" : JSON.stringify(answer);
    } catch (error) {
      return `throws: ${String(error)}`;
    }
  });
  const notes = await readNotes(page);
  return { kind, pageContext: pageContext.slice(0, 500), notes, hooks: hooksIn(notes, since) };
}
