import type { Viewer } from "../domain/session";
import type { ViewerProfile } from "../inbox/ports";
import type { ApiClient } from "./client";
import { configurationQuery, privilegesQuery } from "./queries";
import { privilegeNames, rowsOf } from "./rows";
import { VIEWER_COLUMNS, viewerProfileOf } from "./viewerProfile";

/** Privileges that a part of the product asks for besides, and what they let the viewer do. */
export interface FurtherRights {
  readonly names: readonly string[];
  readonly of: (held: ReadonlySet<string>) => Partial<Viewer>;
}

/** Roles and the configuration record, for a user's conversations. @param userId as `guid` writes it @throws RequestFailed */
export async function readViewerProfile(client: ApiClient, userId: string, further: FurtherRights): Promise<ViewerProfile> {
  const [privileges, configurations] = await Promise.all(
    [privilegesQuery(userId, further.names), configurationQuery(VIEWER_COLUMNS)].map((path) => client({ method: "GET", path })),
  );
  const held = privilegeNames(privileges?.body);
  const profile = viewerProfileOf(userId, held, rowsOf(configurations?.body)[0]);
  return { ...profile, viewer: { ...profile.viewer, ...further.of(held) } };
}
