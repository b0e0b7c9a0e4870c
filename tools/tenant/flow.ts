/** Two agents and an administrator at work: the steps of the browser tests, and a few more in the same form. */
import { lookupValue } from "../../shared/dataverse/names";
import * as SESSION from "../../shared/dataverse/names/session";
import { openTab } from "../../tests/pageObjects/desk";
import type { Desk } from "../../tests/pageObjects/desk";
import { expectChange, MAIN_FLOW } from "../../tests/pageObjects/mainFlow";
import type { Customer, Stage } from "../../tests/pageObjects/mainFlow";
import type { Customers } from "./customers";
import { readNotes } from "./notes";
import type { Note } from "./notes";
import type { Person } from "./person";
import { Differed, NotJudged } from "./runner";
import type { Runner } from "./runner";
import { tenantShell } from "./tenantShell";
import type { WebApi } from "./webApi";

/** What the flow needs. */
export interface FlowTools {
  readonly runner: Runner;
  readonly agents: readonly [Person, Person];
  /** The administrator's. */
  readonly api: WebApi;
  readonly customers: Customers;
  /** The address of the app, to which a page's query is added. */
  readonly app: string;
  /** Minutes; null where takeover is off. */
  readonly idleTimeout: number | null;
}

const GROUP = "Two agents at work";

/** Goes through the main flow, then lets both agents accept at once, then closes a tab. Answers what was noted in the agents' tabs. */
export async function runFlow({ runner, agents, api, customers, app, idleTimeout }: FlowTools): Promise<readonly Note[]> {
  const open: Desk[] = [];
  const scenes = () => open.map(({ page }, at) => ({ title: agents[at]?.title ?? "", page }));

  await runner.check(
    GROUP,
    "both agents have the bubble",
    async () => {
      const desks = await Promise.all(agents.map(({ context }) => openTab(context, `${app}&pagetype=entitylist&etn=account`, tenantShell)));
      open.push(...desks);
      await Promise.all(desks.map(({ bubble }) => bubble.waitFor()));
      return undefined;
    },
    scenes,
  );

  const stageOf = async (jane: Promise<Customer>, paul: Promise<Customer>): Promise<Stage> => {
    const [ana, ben] = open;
    if (!ana || !ben) throw new NotJudged("the app did not open for both agents");
    return {
      ana,
      ben,
      jane: await jane,
      paul: await paul,
      text: (customer, body, minutesAgo) => customers.text(customer, body, minutesAgo),
      get longAgo(): number {
        if (idleTimeout === null) throw new NotJudged("the configuration has no idle timeout: takeover is off");
        return idleTimeout + 5;
      },
    };
  };

  const [jane, paul, rita] = [customers.create(), customers.create(), customers.create()];
  for (const step of MAIN_FLOW) {
    await runner.check(
      GROUP,
      step.name,
      async () => {
        await step.run(await stageOf(jane, paul));
        return undefined;
      },
      scenes,
    );
  }
  await runner.check(
    GROUP,
    "both agents press Accept at the same moment: one has the conversation, the other reads who",
    async () => acceptAtOnce(await stageOf(rita, paul), { agents, api, customers }),
    scenes,
  );
  const notes = await Promise.all(open.map(({ page }) => readNotes(page).catch(() => [])));
  await runner.check(GROUP, "closing a tab in which the panel was used does not ask “Leave site?”", () => closeTab(open[0]));
  return notes.flat();
}

type AtOnceTools = Pick<FlowTools, "agents" | "api" | "customers">;

async function acceptAtOnce(stage: Stage, { agents, api, customers }: AtOnceTools): Promise<string> {
  const { ana, ben, jane } = stage;
  const before = [await ana.unread(), await ben.unread()] as const;
  await stage.text(jane, "Are you open on Sunday?");
  await Promise.all([expectChange(ana, before[0], 1), expectChange(ben, before[1], 1)]);
  await Promise.all([ana.openPanel(), ben.openPanel()]);
  await Promise.all([ana.press(jane.name, "Accept"), ben.press(jane.name, "Accept")]);
  const opens = (desk: Desk) => desk.conversation(jane.name).region.waitFor();
  await Promise.any([opens(ana), opens(ben)]);
  const owner = lookupValue("ownerid");
  const session = await api.get(`${SESSION.set}(${await customers.sessionId(jane)})?$select=${owner}`);
  const ownerId = String(session[owner]);
  const at = agents.findIndex(({ userId }) => userId === ownerId.toLowerCase());
  if (at < 0) throw new Differed(`the session's owner is neither of them: ${ownerId}`);
  const { fullname } = await api.get(`systemusers(${ownerId})?$select=fullname`);
  const [winner, loser] = at === 0 ? [ana, ben] : [ben, ana];
  await loser.panel.getByText(String(fullname)).first().waitFor();
  await Promise.all([winner.expectUnread(before[at === 0 ? 0 : 1]), loser.expectUnread(before[at === 0 ? 1 : 0])]);
  return `${String(fullname)} has it`;
}

/** Leaves the tab as a person does: the page may object, and must not. */
export async function closeTab(desk: Desk | undefined): Promise<undefined> {
  if (!desk) throw new NotJudged("the app did not open");
  const { page } = desk;
  // A browser asks only where the person has done something on the page.
  await desk.openPanel();
  await desk.panel.click({ position: { x: 5, y: 5 } });
  const questions: string[] = [];
  page.once("dialog", (dialog) => {
    questions.push(dialog.type());
    // The page may be gone before the answer has come back.
    dialog.accept().catch(() => undefined);
  });
  const closed = page.waitForEvent("close", { timeout: 15_000 });
  await page.close({ runBeforeUnload: true });
  await closed;
  if (questions.length > 0) throw new Differed("the browser asked");
  return undefined;
}
