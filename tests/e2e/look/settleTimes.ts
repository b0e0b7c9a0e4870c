import type { Sandbox } from "../sandbox";

const MINUTE = 60_000;
/** The value of the choice msgn_direction that stands for a customer's text. */
const INBOUND = 864_500_000;

type Row = Readonly<Record<string, unknown>>;

/** How many minutes ago each unread text came, by its id, when its sandbox was first asked. The oldest is the first. */
const known = new WeakMap<Sandbox, ReadonlyMap<string, number>>();

/**
 * Makes the unread texts of a sandbox as old as they were at first: a picture that is taken minutes later says the same times. A customer's
 * text counts from when its row was made where that is earlier than its received time, so its row is made anew.
 * @throws Error where the sandbox refuses
 */
export async function settleTimes(sandbox: Sandbox): Promise<void> {
  const { headers } = await sandbox.api("root", "GET", "WhoAmI()");
  const now = Date.parse(headers.get("Date") ?? "");
  const ages = known.get(sandbox) ?? (await readAges(sandbox, now));
  known.set(sandbox, ages);
  for (const [id, minutes] of ages) {
    const path = `msgn_messages(${id})`;
    const text = (await sandbox.api("root", "GET", path)).body;
    const received = { msgn_receivedon: new Date(now - minutes * MINUTE - 2_000).toISOString() };
    if (text["msgn_direction"] !== INBOUND) await done(sandbox.api("root", "PATCH", path, received));
    else {
      await done(sandbox.api("root", "DELETE", path));
      await done(sandbox.api("gateway", "PATCH", path, { ...copyOf(text), ...received }, { "If-None-Match": "*" }));
    }
  }
}

/** What the gateway wrote in a text's row, and whether it is read. The number in a row's sequence is Dataverse's. */
function copyOf(text: Row): Row {
  const own = Object.entries(text).filter(
    ([name, value]) => name.startsWith("msgn_") && name !== "msgn_messageid" && name !== "msgn_sequence" && value !== null,
  );
  return { ...Object.fromEntries(own), "msgn_sessionid@odata.bind": `/msgn_sessions(${String(text["_msgn_sessionid_value"])})` };
}

async function done(answer: ReturnType<Sandbox["api"]>): Promise<void> {
  const { status } = await answer;
  if (status >= 300) throw new Error(`The time of a text could not be set: ${status}.`);
}

/** What was dismissed stays as it is: a text that came later would be a new one. */
async function readAges(sandbox: Sandbox, now: number): Promise<ReadonlyMap<string, number>> {
  const read = async (query: string) => (await sandbox.api("root", "GET", query)).body["value"] as readonly Record<string, string>[];
  const dismissed = (await read("msgn_dismissals?$select=_msgn_sessionid_value")).map((row) => row["_msgn_sessionid_value"]);
  const texts = await read(
    "msgn_messages?$select=msgn_receivedon,_msgn_sessionid_value&$filter=msgn_readon eq null&$orderby=msgn_receivedon,msgn_sequence",
  );
  return new Map(
    texts
      .filter((text) => !dismissed.includes(text["_msgn_sessionid_value"]))
      .map((text) => [text["msgn_messageid"] ?? "", Math.floor((now - Date.parse(text["msgn_receivedon"] ?? "")) / MINUTE)]),
  );
}
