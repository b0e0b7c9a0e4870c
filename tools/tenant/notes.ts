/** What the script in the page (noteCalls.js) has noted of one window. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** What {@link hooksIn} says where none was asked. */
export const NO_HOOK = "no hook";

/** One call of the platform into the product. */
export interface Note {
  readonly what: string;
  /** When (ms, this machine's clock). */
  readonly at: number;
  readonly formId?: string;
  readonly hasHeaderSection?: boolean;
  readonly isPaneSelected?: boolean;
  readonly isControlDisabled?: boolean;
}

/** The script, for a browser context's `addInitScript`. */
export const noteCallsScript = readFileSync(join(__dirname, "noteCalls.js"), "utf8");

/** Names of notes that are hooks: whichever is first makes the pane. */
const HOOKS = ["global rule", "rule of forms and lists", "Launch.onLoad"];

/** What has been noted in this window so far, oldest first. */
export async function readNotes(page: Page): Promise<readonly Note[]> {
  const notes = await page.evaluate(() => (window as unknown as { tenantNotes?: Note[] }).tenantNotes ?? []);
  return [...notes].sort((one, other) => one.at - other.at);
}

/** Which hooks fired, in their order, how often, and when each did first. */
export function hooksIn(notes: readonly Note[], since: number): string {
  const fired = HOOKS.flatMap((hook) => {
    const calls = notes.filter(({ what }) => what === hook);
    return calls[0] ? [{ hook, first: calls[0].at, times: calls.length }] : [];
  }).sort((one, other) => one.first - other.first);
  if (fired.length === 0) return NO_HOOK;
  return fired.map(({ hook, first, times }) => `${hook} (${times} ×, after ${((first - since) / 1000).toFixed(1)} s)`).join(", then ");
}
