import { ignore } from "../domain/failure";
import type { Viewer } from "../domain/session";
import type { Profile } from "../inbox/ports";
import type { ApiClient } from "./client";
import { CONFIGURATION_COLUMNS, profileOf } from "./profile";
import { configurationQuery, privilegesQuery, WITH_NAMES } from "./queries";
import { readSettings } from "./readSettings";
import { privilegeNames, rowsOf } from "./rows";

/** Privileges that a part of the product asks for besides, and what they let the viewer do. */
export interface FurtherRights {
  readonly names: readonly string[];
  readonly of: (held: ReadonlySet<string>) => Partial<Viewer>;
}

/** What changes seldom for a user: roles, the configuration record, the user's own settings. @param userId as `guid` writes it @throws RequestFailed */
export async function readProfile(client: ApiClient, userId: string, further?: FurtherRights): Promise<Profile> {
  const get = (path: string) => client({ method: "GET", path, headers: WITH_NAMES });
  const [privileges, configurations, settings] = await Promise.all([
    get(privilegesQuery(userId, further?.names)),
    get(configurationQuery(CONFIGURATION_COLUMNS)),
    // No row yet, or no right to one: the configuration alone counts.
    readSettings(client, userId).catch(ignore("denied")),
  ]);
  const held = privilegeNames(privileges.body);
  const profile = profileOf(userId, held, rowsOf(configurations.body)[0], settings);
  return further ? { ...profile, viewer: { ...profile.viewer, ...further.of(held) } } : profile;
}
