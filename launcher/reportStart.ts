import type { ApiClient } from "../shared/dataverse/client";
import * as AGENT_SETTING from "../shared/dataverse/names/agentSetting";
import { ETAG, textOf } from "../shared/dataverse/rows";
import type { Row } from "../shared/dataverse/rows";
import { utc } from "../shared/domain/utc";
import type { Hook } from "./hook";
import { settingsIdOf } from "./start";

declare const PRODUCT_VERSION: string;

/**
 * Notes in the user's own row, for *Messaging Diagnostics*, that the product has started: the day (by this browser's clock), the hook, this script's version.
 * Writes nothing where the row says so already. Of several tabs that start at once, one writes.
 * @param row the user's own, as it was read
 * @throws RequestFailed where the server refuses, or another tab was quicker
 */
export async function reportStart(client: ApiClient, row: Row, hook: Hook): Promise<void> {
  const line = `${utc(Date.now(), 10)} ${hook} ${PRODUCT_VERSION}`;
  if (row[AGENT_SETTING.lastStart] === line) return;
  const path = `${AGENT_SETTING.set}(${settingsIdOf(row)})`;
  await client({ method: "PATCH", path, headers: { "If-Match": textOf(row, ETAG) || "*" }, body: { [AGENT_SETTING.lastStart]: line } });
}
