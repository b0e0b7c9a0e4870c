/** The business's own numbers, as rows: administrators give them a name, a team, an idle timeout. */
import { businessNumberIdFor } from "./ids";
import { GatewayError, send } from "./transport";
import type { Connection } from "./transport";
import { expectSuccess, firstRow, literal } from "./webApi";
import type { OwningTeam } from "./writes";

/** What the gateway knows of them. */
export interface BusinessNumbers {
  /**
   * The team that is to own what comes in on this number, where its row says so. A number without a row gets one: it has no team, so everyone is notified.
   * What is known is asked for again after a minute.
   * @param number E.164
   * @param deadline when to give up, as `Date.now()` counts
   * @throws GatewayError where Dataverse is busy or away
   */
  teamOf(number: string, deadline: number): Promise<OwningTeam>;
}

const REMEMBERED_MS = 60_000;

/** A solution or a role of before there were such rows (404, 403): texts come in as they did then. */
const OF_BEFORE: readonly number[] = [403, 404];

/**
 * Makes it. One question a number and minute, however many texts there are.
 * @param now this machine's clock, in milliseconds
 */
export function createBusinessNumbers(connection: Connection, now: () => number = Date.now): BusinessNumbers {
  const known = new Map<string, { readonly at: number; readonly team: Promise<OwningTeam> }>();
  return {
    teamOf(number, deadline) {
      const last = known.get(number);
      if (last && now() - last.at < REMEMBERED_MS) return last.team;
      const team = read(connection, number, deadline);
      known.set(number, { at: now(), team });
      // The next text asks again; this one hears of the failure.
      team.catch(() => known.delete(number));
      return team;
    },
  };
}

async function read(connection: Connection, number: string, deadline: number): Promise<OwningTeam> {
  // By query, never by key: Dataverse finds no row by a key with a `+` in it.
  const path = `msgn_businessnumbers?$select=msgn_ownedbyteam,_msgn_teamid_value&$filter=msgn_phonenumber eq ${literal(number)}&$top=1`;
  try {
    const { row } = await firstRow(connection, path, {}, deadline);
    if (!row) await make(connection, number, deadline);
    const team = row?._msgn_teamid_value;
    return row?.msgn_ownedbyteam === true && typeof team === "string" ? team : undefined;
  } catch (error) {
    if (error instanceof GatewayError && OF_BEFORE.includes(error.status)) return undefined;
    throw error;
  }
}

async function make(connection: Connection, number: string, deadline: number): Promise<void> {
  const path = `msgn_businessnumbers(${businessNumberIdFor(number)})`;
  const headers = { "Content-Type": "application/json", "If-None-Match": "*" };
  const body = JSON.stringify({ msgn_phonenumber: number, msgn_name: number });
  const answer = await send(connection, { method: "PATCH", path, headers, body }, deadline);
  // Another gateway was faster, or an administrator.
  if (answer.status !== 412) expectSuccess(answer, path);
}
