/** What the administrator's Web API says of the environment: app, versions, configuration, keys. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as AGENT_SETTING from "../../shared/dataverse/names/agentSetting";
import * as CONFIGURATION from "../../shared/dataverse/names/configuration";
import * as CONTACT_NUMBER from "../../shared/dataverse/names/contactNumber";
import * as DISMISSAL from "../../shared/dataverse/names/dismissal";
import * as MESSAGE from "../../shared/dataverse/names/message";
import * as SESSION from "../../shared/dataverse/names/session";
import { CannotGoOn } from "./person";
import { Differed, NotJudged } from "./runner";
import { Refused } from "./webApi";
import type { Row, WebApi } from "./webApi";

/** A line of the report's head. */
export type Fact = readonly [what: string, value: string];

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of the app. @throws CannotGoOn with the apps that there are, where it is none of them */
export async function findApp(api: WebApi, app: string): Promise<string> {
  let apps: readonly Row[];
  try {
    apps = await api.list("appmodules?$select=appmoduleid,uniquename");
  } catch (error) {
    throw new CannotGoOn(`The administrator cannot read the list of apps: ${error instanceof Error ? error.message : String(error)}`);
  }
  const found = apps.find(({ appmoduleid, uniquename }) =>
    GUID.test(app) ? text(appmoduleid).toLowerCase() === app.toLowerCase() : text(uniquename).toLowerCase() === app.toLowerCase(),
  );
  if (found) return text(found["appmoduleid"]);
  const names = apps.map(({ uniquename }) => text(uniquename)).filter(Boolean);
  throw new CannotGoOn(`There is no app ${app}. The administrator sees: ${names.join(", ") || "none"}. Choose one with --app.`);
}

/** Versions, as far as the administrator may read them. */
export async function versionFacts(api: WebApi, browser: string): Promise<readonly Fact[]> {
  const { version } = JSON.parse(readFileSync(join(__dirname, "..", "..", "package.json"), "utf8")) as { version: string };
  const solution = await told(async () => {
    const [row] = await api.list("solutions?$select=version,ismanaged&$filter=uniquename eq 'MessageNotification'");
    return row ? `${text(row["version"])}, ${row["ismanaged"] === true ? "managed" : "unmanaged"}` : "not imported";
  });
  const platform = await told(async () => text((await api.get("RetrieveVersion()"))["Version"]));
  return [
    ["Solution in the environment", solution],
    ["Product of this checkout", version],
    ["Platform", platform],
    ["Browser", browser],
  ];
}

async function told(ask: () => Promise<string>): Promise<string> {
  try {
    return await ask();
  } catch (error) {
    return `not known (${error instanceof Refused ? `the Web API answered ${error.status}` : String(error)})`;
  }
}

/** The idle timeout that applies (minutes); null where takeover is off. @throws Differed where there is no configuration */
export async function idleTimeout(api: WebApi): Promise<number | null> {
  const query = `$select=${CONFIGURATION.idleTimeoutMinutes}&$filter=statecode eq 0&$orderby=createdon asc&$top=1`;
  const [row] = await api.list(`${CONFIGURATION.set}?${query}`);
  if (!row) throw new Differed("there is no active configuration record");
  const minutes = row[CONFIGURATION.idleTimeoutMinutes];
  return typeof minutes === "number" && minutes > 0 ? minutes : null;
}

/** Whether the index of every alternate key has been made. @throws Differed with those that have not @throws NotJudged where that cannot be read */
export async function judgeKeys(api: WebApi): Promise<string> {
  const tables = [SESSION, MESSAGE, CONTACT_NUMBER, DISMISSAL, AGENT_SETTING, CONFIGURATION].map(({ table }) => table);
  const keys: Row[] = [];
  for (const table of tables) {
    try {
      const path = `EntityDefinitions(LogicalName='${table}')/Keys?$select=LogicalName,EntityKeyIndexStatus`;
      keys.push(...(await api.list(path)).map((key) => ({ table, ...key })));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new NotJudged(`the keys cannot be read here: the Web API answered ${error.status}`);
    }
  }
  const inactive = keys.filter(({ EntityKeyIndexStatus }) => EntityKeyIndexStatus !== "Active");
  if (inactive.length > 0) {
    const list = inactive.map((key) => `${text(key["table"])}, ${text(key["LogicalName"])}: ${text(key["EntityKeyIndexStatus"])}`);
    throw new Differed(list.join("; "));
  }
  return `${keys.length} keys`;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : value === undefined || value === null ? "" : JSON.stringify(value);
}
