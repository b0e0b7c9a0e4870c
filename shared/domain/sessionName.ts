import { firstWords } from "./firstWords";

/** How many characters the column with a session's name takes. */
const MOST_NAME = 200;
/** Letters of scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Left-to-right mark: after it a number keeps its plus in front, also where the line runs from right to left (Unicode Standard Annex 9). */
const LEFT_TO_RIGHT = "\u200e";

/** The name of a session as the gateway gives it: the customer, or the number where there is none, then the business number. */
export function sessionName(customer: string, businessNumber: string): string {
  const end = `, ${RIGHT_TO_LEFT.test(customer) ? LEFT_TO_RIGHT : ""}${businessNumber}`;
  return firstWords(customer, MOST_NAME - end.length) + end;
}
