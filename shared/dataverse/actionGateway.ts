/** What an agent does, on the server: Dataverse, through its Web API. */
import { ignore } from "../domain/failure";
import type { ActionGateway } from "../inbox/ports";
import type { ApiClient } from "./client";
import { bound } from "./names";
import * as DISMISSAL from "./names/dismissal";
import { writeOwnRow } from "./ownRow";
import { dismissalsQuery, sessionPath, WITH_NAMES } from "./queries";
import { readContactNumber } from "./readContactNumber";
import { rowsOf, textOf } from "./rows";
import { createServerClock } from "./serverClock";
import { createSessionGateway } from "./sessionGateway";
import { dateTime, fitting, guid } from "./values";
import { writeBlock } from "./writeBlock";

/**
 * @param userId who acts
 * @param browserNow see {@link Browser.now} (shared/inbox/ports.ts)
 */
export function createActionGateway(send: ApiClient, userId: string, browserNow: () => number): ActionGateway {
  const me = guid(userId);
  const { client, now } = createServerClock(send, browserNow);
  /** What is written is stamped with the server's clock. */
  const serverNow = () => dateTime(now());
  const get = (path: string) => client({ method: "GET", path, headers: WITH_NAMES });

  return {
    ...createSessionGateway({ client, get, me, serverNow }),

    async writeDismissal(sessionId, mark, subject) {
      const find = async () => rowsOf((await get(dismissalsQuery(me, sessionId))).body).map((row) => textOf(row, DISMISSAL.id));
      const own = await find();
      const kept =
        mark &&
        (await writeOwnRow(client, DISMISSAL.set, own[0], {
          // A count without end is null in JSON, as in the row that it was read from.
          columns: { [DISMISSAL.name]: fitting(subject), [DISMISSAL.upTo]: dateTime(mark.upTo), [DISMISSAL.count]: mark.count },
          atFirst: { [bound(DISMISSAL.session)]: `/${sessionPath(sessionId)}` },
          about: [me, sessionId],
          find: async () => (await find())[0],
        }));
      for (const id of own) {
        // Removed already, in another tab: that is what was wanted.
        if (id !== kept) await client({ method: "DELETE", path: `${DISMISSAL.set}(${guid(id)})` }).catch(ignore("gone"));
      }
    },

    readContactNumber: (contactNumberId) => readContactNumber(client, contactNumberId),

    setBlocked: (contactNumberId, block, etag) => writeBlock(client, contactNumberId, block, etag),
  };
}
