/** Which notifications the list shows, and in which order: pure. */
import { plainName } from "../shared/domain/plainName";
import { businessNameOf } from "../shared/domain/session";
import type { ListFilter, ListOrder } from "../shared/domain/settings";
import { soughtNumbers } from "../shared/domain/soughtNumbers";
import type { Notification } from "../shared/inbox/snapshot";
import { foldText } from "../shared/domain/foldText";

/** What the agent looks for. */
export interface Search {
  readonly filter: ListFilter;
  readonly order: ListOrder;
  /** As typed; empty, or nothing but spaces: everything is found. */
  readonly words: string;
}

/** What there is of it. */
export interface Found {
  /** In the order that was asked for. */
  readonly notifications: readonly Notification[];
  /** How many conversations each tab has, of those that the words find. */
  readonly counts: Readonly<Record<ListFilter, number>>;
  /** How many were not found, and have a text that is not known: the words may be in there. */
  readonly unsearched: number;
}

/** What of a notification the words are looked for in. */
interface Haystack {
  /** Name, number and preview, folded. */
  readonly text: string;
  /** The digits of its number. */
  readonly digits: string;
  /** Whether the preview is known. */
  readonly isWhole: boolean;
}

/** A notification stays the same object while nothing about it changes: it is folded once. */
const haystacks = new WeakMap<Notification, Haystack>();

/** Whether a notification is in the tab. */
const IS_IN: Readonly<Record<ListFilter, (notification: Notification) => boolean>> = {
  all: () => true,
  new: ({ session }) => session.status === "new",
  mine: ({ actions }) => actions.includes("view"),
  waiting: ({ isWaiting }) => isWaiting,
};
const FILTERS = Object.keys(IS_IN) as ListFilter[];

/** @param all newest message first; where nothing is left out or moved, this very list is what is found */
export function findNotifications(all: readonly Notification[], { filter, order, words }: Search): Found {
  const matches = matcherOf(words);
  let unsearched = 0;
  const matching = matches
    ? all.filter((notification) => {
        const haystack = haystackOf(notification);
        const isFound = matches(haystack);
        if (!isFound && !haystack.isWhole) unsearched += 1;
        return isFound;
      })
    : all;
  const counts = { all: 0, new: 0, mine: 0, waiting: 0 };
  for (const notification of matching) for (const one of FILTERS) if (IS_IN[one](notification)) counts[one] += 1;
  const chosen = filter === "all" ? matching : matching.filter(IS_IN[filter]);
  return {
    // Sorting keeps the places of equals.
    notifications:
      order === "newest" ? chosen : [...chosen].sort((one, other) => one.session.oldestUnreadAt - other.session.oldestUnreadAt),
    counts,
    unsearched,
  };
}

/** Null where everything matches. All the words must be there, in any order; what looks like a phone number is one, or is in the text. */
function matcherOf(words: string): ((haystack: Haystack) => boolean) | null {
  const folded = foldText(plainName(words));
  if (!folded) return null;
  const terms = folded.split(" ");
  const numbers = soughtNumbers(folded);
  return ({ text, digits }) => numbers.some((number) => digits.includes(number)) || terms.every((term) => text.includes(term));
}

function haystackOf(notification: Notification): Haystack {
  const known = haystacks.get(notification);
  if (known) return known;
  const { session, preview } = notification;
  const parts = [plainName(session.contactName ?? ""), plainName(session.phoneNumber), businessNameOf(session), preview ?? ""];
  const made = { text: foldText(parts.join("\n")), digits: session.phoneNumber.replace(/\D/g, ""), isWhole: preview !== null };
  haystacks.set(notification, made);
  return made;
}
