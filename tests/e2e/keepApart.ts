import type { Agent, Sandbox } from "./sandbox";

/** The first unit, which is there from the beginning. */
const isFirst = "$filter=_parentbusinessunitid_value eq null";

/** A team that is to be kept apart: its name, its number, who is in it. */
export interface ApartTeam {
  readonly name: string;
  readonly number: string;
  readonly agents: readonly Agent[];
}

/**
 * Keeps teams apart in a running sandbox, with the requests of an administrator: docs/reading-rights.md, steps 1 to 4. A minute passes, after which the gateway knows.
 * @param role the name of the copy of SMS Agent, which was imported
 * @throws Error where a request is refused
 */
export async function keepApart(sandbox: Sandbox, teams: readonly ApartTeam[], role: string): Promise<void> {
  const root = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const headers = path.includes("$ref") ? {} : { Prefer: "return=representation" };
    const { status, body: answer } = await sandbox.api("root", method, path, body, headers);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const rows = async (path: string) => (await root("GET", path))["value"] as readonly Record<string, unknown>[];
  const bound = (table: string, id: unknown): string => `/${table}s(${String(id)})`;
  const [first] = await rows(`businessunits?${encodeURI(isFirst)}`);
  for (const { name, number, agents } of teams) {
    const parent = { "parentbusinessunitid@odata.bind": bound("businessunit", first?.["businessunitid"]) };
    const unit = (await root("POST", "businessunits", { name, ...parent }))["businessunitid"];
    const inUnit = { "businessunitid@odata.bind": bound("businessunit", unit) };
    const team = (await root("POST", "teams", { name: `${name} Desk`, ...inUnit }))["teamid"];
    const roles = await rows(`roles?$select=roleid,name&$filter=${encodeURIComponent(`_businessunitid_value eq ${String(unit)}`)}`);
    const named = (wanted: string) => ({ "@odata.id": `roles(${String(roles.find((one) => one["name"] === wanted)?.["roleid"])})` });
    await root("POST", `teams(${String(team)})/teamroles_association/$ref`, named(role));
    for (const agent of agents) {
      const user = String((await sandbox.api(agent, "GET", "WhoAmI")).body["UserId"]);
      await root("PATCH", `systemusers(${user})`, inUnit);
      for (const one of ["Basic User", role]) await root("POST", `systemusers(${user})/systemuserroles_association/$ref`, named(one));
      await root("POST", `teams(${String(team)})/teammembership_association/$ref`, { "@odata.id": `systemusers(${user})` });
      // The demonstration's team lies in the first unit, and has SMS Agent there.
      for (const old of await rows("teams?$filter=name%20eq%20'Front%20Desk'"))
        await root("DELETE", `teams(${String(old["teamid"])})/teammembership_association(${user})/$ref`);
    }
    const owned = { msgn_name: name, msgn_phonenumber: number, msgn_ownedbyteam: true, "msgn_teamid@odata.bind": bound("team", team) };
    await root("POST", "msgn_businessnumbers", owned);
  }
  await sandbox.advanceClock(61);
}
