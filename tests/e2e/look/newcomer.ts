/** A customer of whom nobody has heard before, who writes, and all of whom is forgotten again. */
import type { Sandbox } from "../sandbox";

/** Who it is. */
export const NEWCOMER = { number: "+15550177", name: "Nora Lind" };

/** Deletes number and conversation; the contact stays. */
export async function forgetNewcomer(sandbox: Sandbox): Promise<void> {
  const idsOf = async (table: string, filter: string) => {
    const { body } = await sandbox.api("root", "GET", `${table}s?$select=${table}id&$filter=${filter}`);
    return (body["value"] as readonly Record<string, string>[]).map((row) => row[`${table}id`] ?? "");
  };
  for (const number of await idsOf("msgn_contactnumber", `msgn_phonenumber eq '${NEWCOMER.number.replace("+", "%2B")}'`)) {
    for (const session of await idsOf("msgn_session", `_msgn_contactnumberid_value eq ${number}`))
      await sandbox.api("root", "DELETE", `msgn_sessions(${session})`);
    await sandbox.api("root", "DELETE", `msgn_contactnumbers(${number})`);
  }
}
