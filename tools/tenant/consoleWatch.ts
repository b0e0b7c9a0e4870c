/** What the browsers report as errors. An app has errors of its own: those that name the product are the product's. */
import type { BrowserContext } from "playwright-core";
import { Differed } from "./runner";

/** Listens to a browser's console from now on. */
export interface ConsoleWatch {
  /** Says how many errors of others there were. @throws Differed with the product's own */
  judge(): string;
}

/** Of two agents who accept at once the second gets this answer: a browser calls it an error, and it is the way one of them wins. */
const CAME_SECOND = /status of 412/;
const PRODUCT = /msgn_|MessageNotification|MessageBubble|MessageThread/;

/** Listens to all pages of these browsers, those that will be opened too. */
export function watchConsole(contexts: readonly BrowserContext[]): ConsoleWatch {
  const own = new Set<string>();
  let others = 0;
  const note = (text: string, place: string) => {
    if (CAME_SECOND.test(text) && place.includes("/api/data/")) return;
    if (PRODUCT.test(text) || PRODUCT.test(place)) own.add(`${text.slice(0, 300)}${place && ` (${place})`}`);
    else others += 1;
  };
  for (const context of contexts) {
    context.on("console", (message) => {
      if (message.type() === "error") note(message.text(), message.location().url);
    });
    context.on("weberror", (error) => note(error.error().stack ?? error.error().message, ""));
  }
  return {
    judge() {
      if (own.size > 0) throw new Differed([...own].join("; "));
      return others === 0 ? "no error at all" : `${others} of the app's own, none that names the product`;
    },
  };
}
