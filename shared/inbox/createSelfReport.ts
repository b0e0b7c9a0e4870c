/**
 * What this window tells the server of itself, for *Messaging Diagnostics*: one line, such as `2026-11-28 1.0.0; 2026-11-28T10:42/2026-11-28T10:49 7 failed: HTTP 503`.
 * First the day (UTC) of the last list and the version of the control; then the last time in which no list could be read: from when until when, how often it was
 * tried, and why the last try failed, in the product's own words and the server's code. While the list cannot be read, there is no day, and the end is `..`.
 */
import { RequestFailed } from "../domain/failure";
import type { AgentSettings } from "../domain/settings";
import { utc } from "../domain/utc";
import type { InboxState } from "./inboxState";
import type { Browser, Channel, InboxGateway, InboxReading } from "./ports";
import type { Store } from "./store";

declare const PRODUCT_VERSION: string;

/** Hears how the refreshes of one window go. */
export interface SelfReport {
  failed(failure: RequestFailed): void;
  succeeded(reading: InboxReading): void;
  /** No timer runs after this. */
  destroy(): void;
}

/** What it works with. */
export interface SelfReportTools {
  readonly store: Pick<Store<Pick<InboxState, "profile" | "reading">>, "get">;
  readonly gateway: Pick<InboxGateway, "noteList">;
  readonly browser: Pick<Browser, "now" | "after" | "random" | "report">;
  readonly channel: Pick<Channel, "post">;
  /** Keeps in this window what is told. */
  readonly keep: (changes: Partial<AgentSettings>) => void;
}

/** So many tries in a row that failed are told before the list can be read again, where the server answers at all. */
const TRIES = 3;
/** After an outage, and in the first minute of a new day (UTC), all clients have something to tell: each does within this time (ms), at a moment of its own. */
const SPREAD = 600_000;
/** Of failures that began in the same ten minutes, one is told: their lines begin with the same characters. */
const SAME_TEN_MINUTES = " 2026-11-28T10:4".length;

/** Tells by the way: nobody waits for it, and what the server refuses is not tried again. A try that failed alone is not told. */
export function createSelfReport({ store, gateway, browser, channel, keep }: SelfReportTools): SelfReport {
  let tries = 0;
  /** When the first of them failed (browser time, ms), and why the last one did. */
  let since = 0;
  let why = "";
  /** The last time without a list, until it is told. */
  let untold = "";
  /** What this window has told last, or has tried to. */
  let own = "";
  let isFirst = true;
  let cancel: (() => void) | null = null;

  const told = () => store.get().profile?.settings.lastList ?? "";
  const isNews = (line: string) => line !== told() && line !== own;

  /** By the server's clock, as far as it is known. */
  function failure(until: string): string {
    const { reading } = store.get();
    return ` ${utc(since + (reading ? reading.now - reading.sentAt : 0))}/${until} ${tries} ${why}`;
  }

  function lineOf(reading: InboxReading): string {
    const [day, before = ""] = told().split(";");
    if (day && before.startsWith(untold.slice(0, SAME_TEN_MINUTES))) untold = "";
    return `${utc(reading.now, 10)} ${PRODUCT_VERSION};${untold || before}`;
  }

  function tell(lastList: string): void {
    if (!isNews(lastList)) return;
    own = lastList;
    keep({ lastList });
    // Before the answer: the other tabs have the same to tell, and need not.
    channel.post({ type: "settings", settings: { lastList } });
    gateway.noteList(lastList).catch((error: unknown) => {
      if (!(error instanceof RequestFailed)) browser.report(error);
    });
  }

  return {
    failed({ kind, message, code }) {
      if (tries === 0) since = browser.now();
      tries += 1;
      why = `${message} ${code}`;
      // Who is away, busy or waiting for a sign-in cannot be told, or must not be asked.
      if (tries === TRIES && kind === "failed") tell(`;${failure("..")}`);
    },
    succeeded(reading) {
      if (tries > 1) untold = failure(utc(reading.now));
      tries = 0;
      const tellNews = () => {
        cancel = null;
        // While the list cannot be read again, this waits for the next one.
        if (tries === 0) tell(lineOf(reading));
      };
      // Agents do not all come at once.
      if (isFirst && !untold) tellNews();
      else if (isNews(lineOf(reading))) cancel ??= browser.after(SPREAD * browser.random(), tellNews);
      isFirst = false;
    },
    destroy() {
      cancel?.();
    },
  };
}
