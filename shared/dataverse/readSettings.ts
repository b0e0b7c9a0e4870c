import type { ApiClient } from "./client";
import { SETTINGS_COLUMNS } from "./profile";
import { agentSettingQuery, OWNER, WITH_NAMES } from "./queries";
import { rowOf, rowsOf } from "./rows";
import type { Row } from "./rows";

/** The row of a user's own settings; undefined where there is none. @param userId as `guid` writes it @throws RequestFailed */
export async function readSettings(client: ApiClient, userId: string): Promise<Row | undefined> {
  const { body } = await client({ method: "GET", path: agentSettingQuery(userId, SETTINGS_COLUMNS), headers: WITH_NAMES });
  const [row] = rowsOf(body);
  return row && rowOf(row, OWNER, userId);
}
