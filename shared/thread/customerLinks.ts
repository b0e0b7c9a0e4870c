/** Whose a conversation's number is: finding out, linking, taking it back. */
import type { Browser, Channel } from "../inbox/ports";
import { createStore } from "../inbox/store";
import { whyNotDone } from "./answerState";
import type { NotDone } from "./answerState";
import { linkCustomer, unlinkAgain } from "./linkCustomer";
import type { MadeLink } from "./linkCustomer";
import type { FoundCustomers, LinkGateway, NewLink, NumberLink } from "./linkPorts";
import { createPassingNotice } from "./passingNotice";
import type { CustomerRecord } from "./threadPorts";

/**
 * What came of it. `linked`, `unlinked`: done, can be undone until it disappears; `undone`: taken back, said for a while; `overtaken`: `by` has linked the number to `name` meanwhile, or (empty) taken its
 * link away; `failed`: it could not be done, `why` says more. An Undo that failed can be tried again.
 */
export type LinkNotice =
  | { readonly kind: "linked" | "unlinked"; readonly name: string; readonly canUndo: boolean }
  | { readonly kind: "undone" }
  | { readonly kind: "overtaken"; readonly name: string; readonly by: string }
  | { readonly kind: "failed"; readonly why: NotDone; readonly canUndo: boolean };

/** A customer to link to, with the name that they are known by. */
export type NamedCustomer = CustomerRecord & { readonly name: string };

/** What is shown of it. */
export interface LinkSnapshot {
  readonly notice: LinkNotice | null;
  /** Something is being written. */
  readonly isBusy: boolean;
}

/** Makes a record by a form of the app. @param parameters what the form has filled in, by column. Null: the agent has thought better of it. */
export type OpenNew = (parameters: Readonly<Record<string, string>>) => Promise<NamedCustomer | null>;

/** What the user interface may ask. What goes wrong in linking is in the snapshot, and a bug is reported. Of the two that find: @throws RequestFailed */
export interface CustomerLinks {
  readonly getSnapshot: () => LinkSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  readonly findHolders: () => Promise<FoundCustomers>;
  readonly findCustomers: (words: string) => Promise<FoundCustomers>;
  /** Links the number; null takes the link away. @param seen whose it is on the agent's screen */
  readonly link: (seen: CustomerRecord | null, wanted: NamedCustomer | null) => Promise<void>;
  /** Lets the agent make a contact with this number, and links it. @param name what the agent has looked for: a name, or empty */
  readonly create: (seen: CustomerRecord | null, name: string, openNew: OpenNew) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** The agent is at the notice, or has left it: meanwhile it does not go by itself. */
  readonly hold: (isHeld: boolean) => void;
  readonly closeNotice: () => void;
  /** No timer runs after this. What is being written goes on. */
  readonly destroy: () => void;
}

/** What they are made of. */
export interface CustomerLinksParts {
  readonly contactNumberId: string;
  /** E.164 */
  readonly phoneNumber: string;
  readonly gateway: LinkGateway;
  readonly browser: Pick<Browser, "after" | "isOnline" | "report">;
  readonly channel: Pick<Channel, "post">;
  /** The number is another's now, or may be. */
  readonly onChanged: () => void;
}

/** Two presses within this time are one (ms). */
const DOUBLE_PRESS = 2_000;

/** Makes them for one number. */
export function createCustomerLinks({
  contactNumberId,
  phoneNumber,
  gateway,
  browser,
  channel,
  onChanged,
}: CustomerLinksParts): CustomerLinks {
  const store = createStore<LinkSnapshot>({ notice: null, isBusy: false });
  const { say, hold, destroy } = createPassingNotice<LinkNotice>(store, browser);
  let made: MadeLink | null = null;
  let isCreating = false;
  /** What is being written. */
  let writing = Promise.resolve();
  let stopWaiting: () => void = () => undefined;

  function tell(): void {
    // Lists and conversations of this user's other tabs ask for what they show of the number.
    channel.post({ type: "takenBack", sessionId: contactNumberId });
    onChanged();
  }

  const overtaken = ({ customerName, changedBy }: NumberLink): LinkNotice => ({
    kind: "overtaken",
    name: customerName,
    by: changedBy,
  });

  /** One at a time: a double press is one. */
  async function once(act: () => Promise<void>, canTryUndo = false): Promise<void> {
    if (store.get().isBusy) return;
    store.set({ isBusy: true });
    writing = act()
      .catch((error: unknown) => fail(error, canTryUndo))
      .finally(() => store.set({ isBusy: false }));
    await writing;
  }

  function fail(error: unknown, canUndo: boolean): void {
    say({ kind: "failed", why: whyNotDone(error, browser), canUndo });
    onChanged();
  }

  /** The platform's form may stay open, or never answer: meanwhile the number can be linked in other ways, and after a moment another form be asked for. */
  async function create(seen: CustomerRecord | null, name: string, openNew: OpenNew): Promise<void> {
    if (isCreating) return;
    isCreating = true;
    // Where the header can be pressed, no form lies over it any more.
    stopWaiting();
    stopWaiting = browser.after(DOUBLE_PRESS, () => (isCreating = false));
    try {
      const column = await gateway.readNumberColumn();
      const contact = await openNew({ ...nameColumns(name), [column]: phoneNumber });
      await writing;
      if (contact) await once(() => change(seen, contact));
    } catch (error) {
      fail(error, false);
    } finally {
      isCreating = false;
    }
  }

  async function change(seen: CustomerRecord | null, wanted: NamedCustomer | null): Promise<void> {
    const link: NewLink = wanted
      ? { customer: { table: wanted.table, id: wanted.id }, customerName: wanted.name, isLeftWithout: false }
      : { customer: null, customerName: "", isLeftWithout: true };
    const result = await linkCustomer(gateway, contactNumberId, seen, link);
    made = result.kind === "made" ? result.made : null;
    if (result.kind === "overtaken") say(overtaken(result.found));
    else say({ kind: wanted ? "linked" : "unlinked", name: wanted?.name ?? "", canUndo: true });
    tell();
  }

  return {
    getSnapshot: () => store.get(),
    subscribe: store.subscribe,
    findHolders: () => gateway.findHolders(phoneNumber),
    findCustomers: (words) => gateway.findCustomers(words),
    link: (seen, wanted) => once(() => change(seen, wanted)),
    create,
    undo: () =>
      once(async () => {
        const undone = made;
        if (!undone) return;
        const found = await unlinkAgain(gateway, contactNumberId, undone);
        made = null;
        say(found ? overtaken(found) : { kind: "undone" });
        tell();
      }, true),
    hold,
    closeNotice: () => say(null),
    destroy() {
      destroy();
      stopWaiting();
    },
  };
}

/** The last word is the last name. What has a digit or an at sign is no name. */
function nameColumns(name: string): Readonly<Record<string, string>> {
  const words = /[\d@]/.test(name) ? [] : name.split(/\s+/).filter(Boolean);
  const lastname = words.pop();
  const firstname = words.join(" ");
  return { ...(firstname && { firstname }), ...(lastname && { lastname }) };
}
