import type { Sandbox } from "../sandbox";

const MINUTE = 60_000;
/** How many minutes ago each unread text came, by its id, when its sandbox was first asked. */
const known = new WeakMap<Sandbox, ReadonlyMap<string, number>>();

/**
 * Makes the unread texts of a sandbox as old as they were at first: a picture that is taken minutes later says the same times.
 * @throws Error where the sandbox refuses
 */
export async function settleTimes(sandbox: Sandbox): Promise<void> {
  const { headers } = await sandbox.api("root", "GET", "WhoAmI()");
  const now = Date.parse(headers.get("Date") ?? "");
  const ages = known.get(sandbox) ?? (await readAges(sandbox, now));
  known.set(sandbox, ages);
  for (const [id, minutes] of ages) {
    const received = new Date(now - minutes * MINUTE - 2_000).toISOString();
    const { status } = await sandbox.api("root", "PATCH", `msgn_messages(${id})`, { msgn_receivedon: received });
    if (status !== 204) throw new Error(`The time of a text could not be set: ${status}.`);
  }
}

/** What was dismissed stays as it is: a text that came later would be a new one. */
async function readAges(sandbox: Sandbox, now: number): Promise<ReadonlyMap<string, number>> {
  const read = async (query: string) => (await sandbox.api("root", "GET", query)).body["value"] as readonly Record<string, string>[];
  const dismissed = (await read("msgn_dismissals?$select=_msgn_sessionid_value")).map((row) => row["_msgn_sessionid_value"]);
  const texts = await read("msgn_messages?$select=msgn_receivedon,_msgn_sessionid_value&$filter=msgn_readon eq null");
  return new Map(
    texts
      .filter((text) => !dismissed.includes(text["_msgn_sessionid_value"]))
      .map((text) => [text["msgn_messageid"] ?? "", Math.floor((now - Date.parse(text["msgn_receivedon"] ?? "")) / MINUTE)]),
  );
}
