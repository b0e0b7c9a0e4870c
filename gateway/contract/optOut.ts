/** Customers who want no more messages, and who want them again. */
import { webApiTime } from "./webApiTime";

/** What a customer asks for by a text: no more messages, messages again, or how this works (which changes nothing). */
export type OptOutWord = "stop" | "start" | "help";

/**
 * The words that Twilio knows by itself (its pages "Advanced Opt-Out" and "Twilio support for opt-out keywords"); they are the words of
 * the trade: other providers know a part of them.
 */
const words: readonly (readonly [OptOutWord, RegExp])[] = [
  ["stop", /^(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout)$/i],
  ["start", /^(start|unstop|yes)$/i],
  ["help", /^(help|info)$/i],
];

/** What a text asks for, by its words: one of them alone, in any case, with nothing but white space around it. Undefined: nothing of the kind. */
export function optOutWord(text: string): OptOutWord | undefined {
  const word = text.trim();
  return words.find(([, pattern]) => pattern.test(word))?.[0];
}

/** What is known of a number's opt-out. */
export interface OptOutState {
  /** When the customer opted out, in milliseconds since 1970, UTC. Undefined: may be written to. */
  readonly optedOutOn?: number;
  /** When the customer last opted out or in. Undefined: never. */
  readonly optOutChangedOn?: number;
}

const SECOND = 1_000;

/** The columns of a contact number that change. Times as the Web API writes them; null: may be written to. */
export interface OptOutChange {
  readonly msgn_optedouton?: string | null;
  readonly msgn_optoutchangedon?: string;
}

/**
 * What a text changes of its number's opt-out. The newest request counts, whenever it arrives: what is older than the last change
 * changes nothing. Who opts out twice stays opted out since the first time. Requests of the same second count as they arrive; a STOP counts also where it
 * seems a second older than a START: times are whole seconds, and writing to somebody who wants no messages is the worse mistake.
 *
 * Every request that counts changes the row, also where the customer has opted out already: two that are written at the same moment
 * meet at the row's etag, and one of them has to look again.
 *
 * @param receivedOn the text's time as the Web API writes it: whole seconds, UTC
 */
export function optOutChange(word: OptOutWord | undefined, receivedOn: string, known: OptOutState): OptOutChange {
  if (word !== "stop" && word !== "start") return {};
  const receivedAt = Date.parse(receivedOn);
  const changedAt = known.optOutChangedOn ?? -Infinity;
  if (receivedAt + (word === "stop" ? SECOND : 0) < changedAt) return {};
  const changedOn = webApiTime(new Date(Math.max(receivedAt, changedAt)));
  const isOptedOut = known.optedOutOn !== undefined;
  if (isOptedOut === (word === "stop")) return { msgn_optoutchangedon: changedOn };
  return { msgn_optedouton: word === "stop" ? receivedOn : null, msgn_optoutchangedon: changedOn };
}
