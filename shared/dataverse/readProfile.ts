import { ignore } from "../domain/failure";
import type { Profile } from "../inbox/ports";
import type { ApiClient } from "./client";
import { CONFIGURATION_COLUMNS, profileOf } from "./profile";
import { configurationQuery, privilegesQuery, WITH_NAMES } from "./queries";
import { readSettings } from "./readSettings";
import { privilegeNames, rowsOf } from "./rows";

/** What changes seldom for a user: roles, the configuration record, the user's own settings. @param userId as `guid` writes it @throws RequestFailed */
export async function readProfile(client: ApiClient, userId: string): Promise<Profile> {
  const get = (path: string) => client({ method: "GET", path, headers: WITH_NAMES });
  const [privileges, configurations, settings] = await Promise.all([
    get(privilegesQuery(userId)),
    get(configurationQuery(CONFIGURATION_COLUMNS)),
    // No row yet, or no right to one: the configuration alone counts.
    readSettings(client, userId).catch(ignore("denied")),
  ]);
  return profileOf(userId, privilegeNames(privileges.body), rowsOf(configurations.body)[0], settings);
}
