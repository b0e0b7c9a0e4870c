/**
 * The product's main job in steps, as two agents would do it: the same steps for the browser tests and for a tenant (`npm run tenant`). A
 * step finds things by the names that the user interface shows, and expects nothing of the counts but how they change: there may be other
 * conversations.
 */
import type { Desk } from "./desk";

/** The customer of one conversation; nobody else has the number. */
export interface Customer {
  readonly name: string;
  readonly number: string;
}

/** What the steps need: two agents with the app open, and a way to send texts. */
export interface Stage {
  readonly ana: Desk;
  readonly ben: Desk;
  /** Accepted, answered, taken over. */
  readonly jane: Customer;
  /** Dismissed, then blocked. */
  readonly paul: Customer;
  /** A customer's text arrives, as if so many minutes ago. */
  text(customer: Customer, body: string, minutesAgo?: number): Promise<void>;
  /** Minutes that are longer than the idle timeout. */
  readonly longAgo: number;
}

/** One step of the flow. */
export interface Step {
  /** What holds when the step has been done. */
  readonly name: string;
  run(stage: Stage): Promise<void>;
}

/** Goes to another page than the one that is open: any navigation refreshes. */
async function elsewhere({ goTo, page }: Desk): Promise<void> {
  const isAtContacts = new URL(page.url()).searchParams.get("etn") === "contact";
  await goTo(isAtContacts ? "Accounts" : "Contacts");
}

/** Goes to another page, and waits until the count has changed by so many. */
export async function expectChange(desk: Desk, before: number, by: number): Promise<void> {
  await elsewhere(desk);
  await desk.expectUnread(before + by);
}

/** How long somebody looks at a text (ms). */
const A_LOOK = 1_500;

/**
 * A platform that takes a pane's page for the app's tells of another page when the pane is closed. Two pages so soon after each other (ms) are taken for one,
 * which is asked for once. The app may notice the closing some time after it.
 */
const ONE_PAGE = 3_500;

/** Presses an action that opens the conversation with a customer, waits until the app shows it and it is read, and closes it. */
async function expectConversation(desk: Desk, customer: string, press: () => Promise<void>, unread: number): Promise<void> {
  await press();
  await desk.conversation(customer).texts.last().waitFor();
  await desk.expectUnread(unread);
  // What is seen is marked read a moment later: a person reads before they close.
  await desk.page.waitForTimeout(A_LOOK);
  await desk.closeConversation();
  await desk.page.waitForTimeout(ONE_PAGE);
}

/** The steps, in order: each builds on those before it. */
export const MAIN_FLOW: readonly Step[] = [
  {
    name: "a text raises the count of both agents when they go to another page",
    async run({ ana, ben, jane, text }) {
      const before = [await ana.unread(), await ben.unread()] as const;
      await text(jane, "Is my bike ready?");
      await Promise.all([expectChange(ana, before[0], 1), expectChange(ben, before[1], 1)]);
    },
  },
  {
    name: "the bubble opens the panel, and the notification shows the text and offers Accept, Dismiss, Block",
    async run({ ana, jane }) {
      await ana.openPanel();
      const card = ana.notification(jane.name);
      await card.getByText("Is my bike ready?").waitFor();
      for (const action of ["Accept", "Dismiss", "Block"]) await card.getByRole("button", { name: new RegExp(`^${action}`) }).waitFor();
    },
  },
  {
    name: "the icon on the rail shows the same number as the bubble",
    async run({ ana }) {
      const count = await ana.unread();
      await ana.expectBadge(count);
    },
  },
  {
    name: "Accept opens the conversation in the app; it counts for nobody any more",
    async run({ ana, ben, jane }) {
      const before = [await ana.unread(), await ben.unread()] as const;
      await expectConversation(ana, jane.name, () => ana.press(jane.name, "Accept"), before[0] - 1);
      await expectChange(ben, before[1], -1);
    },
  },
  {
    name: "the next text comes to the owner alone, who views it",
    async run({ ana, ben, jane, text }) {
      // Who looks at a conversation reads what comes.
      await elsewhere(ana);
      const before = [await ana.unread(), await ben.unread()] as const;
      await text(jane, "Hello?");
      await Promise.all([expectChange(ana, before[0], 1), elsewhere(ben)]);
      await expectConversation(ana, jane.name, () => ana.press(jane.name, "View Message"), before[0]);
      await ben.expectUnread(before[1]);
    },
  },
  {
    name: "Dismiss hides the notification from one agent alone",
    async run({ ana, ben, paul, text }) {
      const before = [await ana.unread(), await ben.unread()] as const;
      await text(paul, "Wrong number?");
      await Promise.all([expectChange(ana, before[0], 1), expectChange(ben, before[1], 1)]);
      await ana.press(paul.name, "Dismiss");
      await ana.expectUnread(before[0]);
      await ben.expectUnread(before[1] + 1);
    },
  },
  {
    name: "Block names the number, and hides it from everybody",
    async run({ ben, paul }) {
      const before = await ben.unread();
      await ben.press(paul.name, "Block");
      const question = ben.page.getByRole("dialog");
      await question.getByText(paul.number).waitFor();
      await question.getByRole("button", { name: "Block", exact: true }).click();
      await ben.expectUnread(before - 1);
    },
  },
  {
    name: "a text that has waited longer than the idle timeout is offered to a colleague, who takes it over",
    async run({ ana, ben, jane, text, longAgo }) {
      await elsewhere(ana);
      const before = [await ana.unread(), await ben.unread()] as const;
      await text(jane, "Is anybody there?", longAgo);
      await Promise.all([expectChange(ana, before[0], 1), expectChange(ben, before[1], 1)]);
      await ben.press(jane.name, "Assign to Me");
      const question = ben.page.getByRole("dialog", { name: "Change Ownership" });
      await expectConversation(ben, jane.name, () => question.getByRole("button", { name: "Yes" }).click(), before[1]);
      await expectChange(ana, before[0], 0);
    },
  },
];
