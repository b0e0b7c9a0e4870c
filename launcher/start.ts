/** What happens once per app start: may this user take part, here? Then their settings row and the configuration record exist. */
import { appNames } from "../shared/dataverse/appNames";
import type { ApiClient } from "../shared/dataverse/client";
import { CONFIGURATION, PRIVILEGES } from "../shared/dataverse/names";
import { agentSettingPath, configurationQuery, privilegesQuery } from "../shared/dataverse/queries";
import { guid, primaryName } from "../shared/dataverse/values";
import { isRow, privilegeNames, rowsOf, textOf } from "../shared/dataverse/rows";

/** The user and the app that is starting. */
export interface Start {
  readonly userId: string;
  readonly userName: string;
  /** Unique name. */
  readonly app: string;
}

/** What a new configuration record says: the values that the product's documentation calls the default. */
const DEFAULT_RECORD = { msgn_idletimeoutminutes: 15, msgn_refreshseconds: 60, msgn_floatingbubble: true };

/**
 * The id of the user's agent settings row, made by an upsert where there is none; null where this user has no part in the product or the
 * configuration leaves this app out. Rejects with RequestFailed when the server cannot say.
 */
export async function prepareStart(client: ApiClient, { userId, userName, app }: Start): Promise<string | null> {
  const privileges = privilegeNames((await client({ method: "GET", path: privilegesQuery(userId) })).body);
  const needed = [PRIVILEGES.readSession, PRIVILEGES.readMessage, PRIVILEGES.createAgentSetting];
  if (!needed.every((name) => privileges.has(name))) return null;

  const configuration = rowsOf((await client({ method: "GET", path: configurationQuery("msgn_apps") })).body)[0];
  if (!configuration && privileges.has(PRIVILEGES.createConfiguration)) await createConfiguration(client).catch(() => undefined);
  if (configuration && !includesApp(configuration["msgn_apps"], app)) return null;

  const { body } = await client({
    method: "PATCH",
    path: `${agentSettingPath(userId)}?$select=msgn_agentsettingid`,
    headers: { Prefer: "return=representation" },
    body: { msgn_name: primaryName(userName) },
  });
  return guid(isRow(body) ? textOf(body, "msgn_agentsettingid") : "");
}

/**
 * By its alternate key, only if it is not there: two administrators who start at once make one. Not where somebody has deactivated what
 * there was. A convenience: where it cannot be made, the product goes on without.
 */
async function createConfiguration(client: ApiClient): Promise<void> {
  const { body } = await client({ method: "GET", path: `${CONFIGURATION.set}?$select=msgn_name&$top=1` });
  if (rowsOf(body).length > 0) return;
  const path = `${CONFIGURATION.set}(msgn_name='Default')`;
  await client({ method: "PATCH", path, headers: { "If-None-Match": "*" }, body: DEFAULT_RECORD });
}

/** An empty list means every app. */
function includesApp(apps: unknown, app: string): boolean {
  const names = appNames(apps);
  return names.length === 0 || names.includes(app.toLowerCase());
}
