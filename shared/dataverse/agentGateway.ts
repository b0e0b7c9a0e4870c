/** What an agent does in the open panel, on the server: Dataverse, through its Web API. */
import type { AgentGateway } from "../inbox/ports";
import { createActionGateway } from "./actionGateway";
import type { ApiClient } from "./client";
import { lookupValue } from "./names";
import * as AGENT_SETTING from "./names/agentSetting";
import * as MESSAGE from "./names/message";
import { writeOwnRow } from "./ownRow";
import { textIn } from "./panelGateway";
import { previewQuery } from "./panelQueries";
import { settingsColumns } from "./profile";
import { readSettings } from "./readSettings";
import { rowsOf, textOf } from "./rows";
import { fitting, guid } from "./values";

/**
 * @param userId who acts
 * @param browserNow see {@link Browser.now} (shared/inbox/ports.ts)
 * @param userName what a row of settings is called that has to be made
 */
export function createAgentGateway(client: ApiClient, userId: string, browserNow: () => number, userName = ""): AgentGateway {
  const me = guid(userId);
  return {
    ...createActionGateway(client, userId, browserNow),

    async readPreviews(sessions) {
      const { body } = await client({ method: "GET", path: previewQuery(sessions) });
      return new Map(rowsOf(body).map((row) => [textOf(row, lookupValue(MESSAGE.session)), textIn(row)]));
    },

    async writeSettings(changes) {
      const find = async () => {
        const row = await readSettings(client, me);
        return row && textOf(row, AGENT_SETTING.id);
      };
      await writeOwnRow(client, AGENT_SETTING.set, await find(), {
        columns: settingsColumns(changes),
        atFirst: { [AGENT_SETTING.name]: fitting(userName) },
        about: [me],
        find,
      });
    },
  };
}
