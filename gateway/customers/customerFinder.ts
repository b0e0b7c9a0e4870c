/** Finds out whose a new number is, by the phone columns of the configuration record. It never guesses, and a text never waits long for it. */
import { GatewayError, rowsOf } from "../contract";
import type { Connection, Customer, FindCustomer } from "../contract";
import type { Log } from "../limitedLog";
import type { Metrics } from "../metrics";
import { findMatches } from "./findMatches";
import { numberForms } from "./numberForms";
import { readPhoneColumns } from "./phoneColumns";
import type { PhoneColumns } from "./phoneColumns";

/** What a finder works with. */
export interface FinderTools {
  readonly connection: Connection;
  readonly log: Log;
  readonly metrics?: Pick<Metrics, "add">;
  /** In milliseconds; `Date.now` when left out. */
  readonly now?: () => number;
}

/** The setting that applies, and what it comes to; no columns: it is wrong, and nothing is looked for. */
interface Setting {
  readonly text: string;
  readonly columns: PhoneColumns | undefined;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
/** The most that a text waits to be known whose it is: its provider waits, too. */
const PATIENCE = 1_500;
/** How long the configuration is taken to be what it was. */
const SETTING_AGE = MINUTE;
/** How long nothing is looked for after it went wrong: Dataverse is busy, or a column is not there. */
const REST = MINUTE;
/** Numbers that nobody has, or several have. The oldest are forgotten first. */
const MOST_REMEMBERED = 20_000;

const SETTING_PATH = "msgn_configurations?$select=msgn_phonecolumns&$filter=statecode eq 0&$orderby=createdon,msgn_configurationid&$top=1";

/**
 * Makes the finder of one instance. A number that has no customer is looked for once a day for each business number that it writes to, or once more when the configuration has changed; that is
 * remembered in this process alone.
 */
export function createCustomerFinder({ connection, log, metrics, now = Date.now }: FinderTools): FindCustomer {
  /** By number and business number. */
  const asked = new Map<string, { readonly setting: string; readonly at: number }>();
  let known: { readonly setting: Setting; readonly at: number } | undefined;
  let restUntil = -Infinity;
  let said = "";

  /** Says a thing once, until there is another one to say. */
  function sayOnce(line: string): void {
    if (line !== said) log(line, { event: "customers" });
    said = line;
  }

  const count = (outcome: string): void => metrics?.add("gateway_customer_lookups_total", { outcome });

  async function settingOf(once: Connection, deadline: number): Promise<Setting> {
    if (known && now() - known.at < SETTING_AGE) return known.setting;
    const { rows } = await rowsOf(once, SETTING_PATH, {}, deadline);
    const value = rows[0]?.msgn_phonecolumns;
    const text = typeof value === "string" ? value.trim() : "";
    const { columns, wrong } = readPhoneColumns(text);
    if (wrong)
      sayOnce(
        `The configuration's Phone Columns are not understood, and no number is linked to a customer: ${wrong.join(", ")}. ` +
          "Write each as contact.column or account.column, for example contact.mobilephone, with commas between them.",
      );
    known = { setting: { text, columns }, at: now() };
    return known.setting;
  }

  async function look(from: string, to: string, deadline: number): Promise<Customer | undefined> {
    // Once: the next text of this customer is another chance.
    const once = { ...connection, maxAttempts: 1, maxWaitMs: 0 };
    const { text, columns } = await settingOf(once, deadline);
    if (!columns) return undefined;
    // How a number may be written follows from the business number, too.
    const key = `${from} ${to}`;
    const before = asked.get(key);
    if (before?.setting === text && now() - before.at < DAY) return undefined;
    const matches = await findMatches(once, columns, numberForms(from, to), deadline);
    const [only, another] = matches;
    if (only && !another) {
      count("one");
      return only;
    }
    count(another ? "several" : "none");
    asked.delete(key);
    asked.set(key, { setting: text, at: now() });
    if (asked.size > MOST_REMEMBERED) asked.delete(asked.keys().next().value ?? "");
    return undefined;
  }

  return async (from, to, deadline) => {
    if (now() < restUntil) return undefined;
    try {
      return await look(from, to, Math.min(deadline, Date.now() + PATIENCE));
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      count("failed");
      restUntil = now() + REST;
      // The setting may be what is wrong: it is read again after the rest.
      known = undefined;
      sayOnce(`Nobody could say whose a number is; texts come in without that. ${withoutNumbers(error.message)}`);
      return undefined;
    }
  };
}

/** What Dataverse answered may repeat the number, which is not for the log. */
function withoutNumbers(answer: string): string {
  return answer.replace(/\s+/g, " ").replace(/[+\d][\d\s().\-/]{5,}\d/g, "…");
}
