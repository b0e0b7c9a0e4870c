/** What happens once per app start: may this user take part, here? Then their settings row and the configuration record exist. */
import { asFailure, RequestFailed } from "../shared/domain/failure";
import { appNames } from "../shared/dataverse/appNames";
import type { ApiClient } from "../shared/dataverse/client";
import { ACTIVE, PRIVILEGES } from "../shared/dataverse/names";
import * as AGENT_SETTING from "../shared/dataverse/names/agentSetting";
import * as CONFIGURATION from "../shared/dataverse/names/configuration";
import { writeOwnRow } from "../shared/dataverse/ownRow";
import { agentSettingQuery, configurationQuery, OWNER, privilegesQuery } from "../shared/dataverse/queries";
import { privilegeNames, rowOf, rowsOf, textOf } from "../shared/dataverse/rows";
import type { Row } from "../shared/dataverse/rows";
import { guid, isGuid, fitting } from "../shared/dataverse/values";

/** The user and the app that is starting. */
export interface Start {
  readonly userId: string;
  readonly userName: string;
  /** Unique name. */
  readonly app: string;
}

const SETTINGS_COLUMNS = `${OWNER},statecode,${AGENT_SETTING.lastStart}`;

/** What a new configuration record says: the values that the product's documentation calls the default. */
const DEFAULT_RECORD = {
  [CONFIGURATION.idleTimeoutMinutes]: 15,
  [CONFIGURATION.refreshSeconds]: 60,
  [CONFIGURATION.floatingBubble]: true,
};

/**
 * The user's own agent settings row, active, and made where there is none, of which then only the id is known; null where this user has no part in the product or the
 * configuration leaves this app out.
 * @throws RequestFailed where the server cannot say, or answers something else than what it was asked
 */
export async function prepareStart(client: ApiClient, { userId, userName, app }: Start): Promise<Row | null> {
  const privileges = privilegeNames((await client({ method: "GET", path: privilegesQuery(userId) })).body);
  const needed = [PRIVILEGES.readSession, PRIVILEGES.readMessage, PRIVILEGES.createAgentSetting];
  if (!needed.every((name) => privileges.has(name))) return null;

  const [configuration] = rowsOf((await client({ method: "GET", path: configurationQuery(CONFIGURATION.apps) })).body);
  // A convenience: where the server does not let it be made, the product goes on without.
  if (!configuration && privileges.has(PRIVILEGES.createConfiguration)) await createConfiguration(client).catch(asFailure);
  if (configuration && !includesApp(configuration[CONFIGURATION.apps], app)) return null;

  const find = async () => {
    const [row] = rowsOf((await client({ method: "GET", path: agentSettingQuery(userId, SETTINGS_COLUMNS) })).body);
    return row && rowOf(row, OWNER, guid(userId));
  };
  const row = await find();
  if (row?.["statecode"] === ACTIVE.statecode) return row;
  const id = await writeOwnRow(client, AGENT_SETTING.set, row && settingsIdOf(row), {
    // Somebody may have deactivated it: the form of an inactive row can be changed by nobody, the control included.
    columns: ACTIVE,
    atFirst: { [AGENT_SETTING.name]: fitting(userName) },
    about: [userId],
    find: async () => {
      const own = await find();
      return own && settingsIdOf(own);
    },
  });
  return { [AGENT_SETTING.id]: id };
}

/** The id of a row of settings. @throws RequestFailed where the answer is no such row */
export function settingsIdOf(row: Row): string {
  const id = textOf(row, AGENT_SETTING.id);
  if (!isGuid(id)) throw new RequestFailed("failed", { detail: "the answer is no agent settings row" });
  return id;
}

/**
 * Makes the default record by its alternate key, only if it is not there: two administrators who start at once make one. Not where somebody
 * has deactivated what there was: the product's defaults apply then, as that somebody wanted.
 * @throws RequestFailed
 */
async function createConfiguration(client: ApiClient): Promise<void> {
  const { body } = await client({ method: "GET", path: `${CONFIGURATION.set}?$select=${CONFIGURATION.name}&$top=1` });
  if (rowsOf(body).length > 0) return;
  const path = `${CONFIGURATION.set}(${CONFIGURATION.name}='Default')`;
  await client({ method: "PATCH", path, headers: { "If-None-Match": "*" }, body: DEFAULT_RECORD });
}

/** An empty list means every app. */
function includesApp(apps: unknown, app: string): boolean {
  const names = appNames(apps);
  return names.length === 0 || names.includes(app.toLowerCase());
}
