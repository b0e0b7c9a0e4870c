import type { AgentHand, Wanted } from "./agentHand";
import type { Step } from "./guide";
import type { PhoneHand } from "./phoneHand";

/** Who takes part. */
export interface Cast {
  readonly ana: AgentHand;
  readonly ben: AgentHand;
  readonly phone: PhoneHand;
}

const CUSTOMER = "Grete Lindqvist";
const QUESTION = "Hello, my washing machine leaks. Can somebody come today?";
const ANSWER = "Hello, I am sorry to hear that. A technician can be with you at three.";

const button = (name: string, within?: Wanted): Wanted => ({ role: "button", name, ...(within ? { within } : {}) });
const link = (name: string): Wanted => ({ role: "link", name });
const panel: Wanted = { role: "region", name: "Notifications" };
const card: Wanted = { role: "listitem", name: CUSTOMER, within: panel };
const conversation: Wanted = { role: "region", name: CUSTOMER };
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Goes to a list of the app. In a narrow window the site map is closed. */
async function goTo(agent: AgentHand, name: string): Promise<void> {
  if (!(await agent.has(link(name)))) await agent.press(button("Site map"));
  await agent.press(link(name));
}

/** The agent on whose screen the conversation opens. @throws Error where it opens on nobody's */
async function whoseIsIt(agents: readonly AgentHand[]): Promise<AgentHand> {
  try {
    return await Promise.any(agents.map((agent) => agent.see(conversation).then(() => agent)));
  } catch (error) {
    throw error instanceof AggregateError ? error.errors[0] : error;
  }
}

/** Goes to another page, which refreshes the conversation beside it. Where conversations open as pages, it comes back to this one. */
async function lookAgain(owner: AgentHand, elsewhere: string): Promise<void> {
  await goTo(owner, elsewhere);
  await wait(500);
  if (await owner.has(conversation)) return;
  await goTo(owner, "Sessions");
  await owner.press(link(CUSTOMER));
}

/** The story from the first text to STOP. Each telling has a customer's number of its own: the last one has opted out. */
export function tellStory({ ana, ben, phone }: Cast): readonly Step[] {
  const number = `+1555${String(Date.now() % 10_000_000).padStart(7, "0")}`;
  const both = [ana, ben];
  let owner = ana;
  return [
    {
      says: `${CUSTOMER} writes to the business number.`,
      async act() {
        phone.pickUp(number, CUSTOMER);
        await phone.send(QUESTION);
      },
    },
    {
      says: "Ana and Ben are at work. With the next page that they open, the bubble counts the text.",
      async act() {
        await Promise.all(both.map((agent) => goTo(agent, "Contacts")));
      },
    },
    {
      says: "Both open the panel. The conversation is new: each of them may accept it.",
      async act() {
        await Promise.all(both.map((agent) => agent.press(button("Messages, "))));
        await Promise.all(both.map((agent) => agent.see(card)));
      },
    },
    {
      says: "Both press Accept. One of them gets the conversation, the other one is told who was quicker.",
      async act() {
        await Promise.all(both.map((agent) => agent.press(button("Accept", card))));
        owner = await whoseIsIt(both);
      },
    },
    {
      says: "The owner answers.",
      async act() {
        const reply: Wanted = { role: "textbox", name: "Reply", within: conversation };
        await owner.write(reply, ANSWER);
        await owner.press(button("Send", conversation));
      },
    },
    {
      says: "The phone gets the answer. With the next page that the owner opens, the conversation says so: Delivered.",
      async act() {
        await phone.sees(ANSWER);
        // The phone's word takes a moment to come back.
        await wait(1_500);
        await lookAgain(owner, "Accounts");
        await owner.see({ role: "article", text: "Delivered", within: conversation });
      },
    },
    {
      says: "The customer wants no more messages: STOP. The box closes, and says why.",
      async act() {
        await phone.send("STOP");
        await wait(1_000);
        await lookAgain(owner, "Contacts");
        await owner.see({ role: "article", text: "STOP", within: conversation });
      },
    },
  ];
}
