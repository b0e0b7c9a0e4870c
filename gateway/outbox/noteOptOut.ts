/** Opt-outs that a provider tells of: it refuses texts to a customer who has asked it for no more. */
import { GatewayError, errorText, optOutChange, retrieve, send, webApiTime } from "../contract";
import type { Connection, Row } from "../contract";
import type { Log } from "../limitedLog";

/** What stands in a report's or a refusal's place of the error where the customer has opted out; `msgn_deliveryerror` holds it, too. */
export const OPTED_OUT = "optedOut";

/** How often it is tried while others change the same number. */
const maxRaces = 8;

/**
 * Notes that the customer has opted out, so that nobody writes to them and the conversation says so. A START that came after the text was claimed is the newer word, and stays.
 * Where Dataverse refuses it for good, the log says so: what became of the text can be written all the same.
 *
 * @param numberId the contact number's row id; empty: there is none, and nothing to note
 * @param claimedAt when the text that was refused was claimed, in milliseconds since 1970, UTC
 * @throws GatewayError when another try may help
 */
export async function noteOptOut(connection: Connection, numberId: string, claimedAt: number, log: Log): Promise<void> {
  if (numberId === "") return;
  try {
    await write(connection, numberId, claimedAt);
  } catch (error) {
    if (!(error instanceof GatewayError) || mayPass(error.status)) throw error;
    const { status } = error;
    log(`${numberId}: an opt-out could not be noted. Status ${status}.`, { number: numberId, event: "opt_out_failed", status });
  }
}

/** 401: the gateway's own credentials, without which nothing can be written. */
function mayPass(status: number): boolean {
  return status === 0 || status === 401 || status === 412 || status === 429 || status >= 500;
}

async function write(connection: Connection, numberId: string, claimedAt: number): Promise<void> {
  const deadline = Date.now() + (connection.patienceMs ?? Infinity);
  for (let race = 1; race <= maxRaces; race++) {
    const row = await retrieve(connection, `msgn_contactnumbers(${numberId})?$select=msgn_optedouton,msgn_optoutchangedon`, deadline);
    if (!row || timeIn(row, "msgn_optedouton") !== undefined) return;
    const changedAt = timeIn(row, "msgn_optoutchangedon");
    const change = optOutChange("stop", webApiTime(new Date(claimedAt)), changedAt === undefined ? {} : { optOutChangedOn: changedAt });
    if (Object.keys(change).length === 0) return;
    const headers = { "Content-Type": "application/json", "If-Match": String(row["@odata.etag"]) };
    const path = `msgn_contactnumbers(${numberId})`;
    const { status, text } = await send(connection, { method: "PATCH", path, headers, body: JSON.stringify(change) }, deadline);
    if (status < 300 || status === 404) return;
    if (status !== 412) throw new GatewayError(status, `The opt-out could not be noted: ${status} ${errorText(text)}`);
  }
  throw new GatewayError(412, "The number is changed by others again and again.");
}

function timeIn(row: Row, column: string): number | undefined {
  const value = row[column];
  const time = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
