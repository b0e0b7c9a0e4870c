/** Conversations for the tests of a thread, in a Dataverse of each test's own. */
import type { ThreadSnapshot } from "../../../shared/thread/threadSnapshot";
import { startDataverse } from "../../dataverse";
import type { Login, TestDataverse } from "../../dataverse";

/** The customer's number. */
export const NUMBER = "+15550100";
const ACCEPTED = 864500001;

/** What is there in each test of the file. */
export interface ThreadScene {
  readonly dataverse: TestDataverse;
  /** What makes a session this user's. */
  ownedBy(login: Login): { readonly session: object };
  /** So many texts of one conversation that is Ana's, a second apart, the last one now; returns the session's id. */
  history(count: number): string;
  /** How many messages are unread. */
  unread(): number;
  /** Marks all texts read, behind the product's back. */
  readAll(): void;
}

/** Sets the scene for every test of the file that calls it. */
export function setThreadScene(): ThreadScene {
  let dataverse: TestDataverse;
  beforeEach(async () => {
    dataverse = await startDataverse();
  });
  afterEach(() => dataverse.close());
  const scene: ThreadScene = {
    get dataverse() {
      return dataverse;
    },
    ownedBy: (login) => ({
      session: { msgn_sessionstatus: ACCEPTED, "ownerid@odata.bind": `/systemusers(${dataverse.idOf(login)})` },
    }),
    history(count) {
      let session = "";
      for (let left = count - 1; left >= 0; left -= 1) session = dataverse.text(NUMBER, { secondsAgo: left, ...scene.ownedBy("ana") });
      return session;
    },
    unread: () => dataverse.rows("msgn_messages?$select=msgn_messageid&$filter=msgn_readon eq null").length,
    readAll() {
      for (const { msgn_messageid: id } of dataverse.rows("msgn_messages?$select=msgn_messageid"))
        dataverse.system("PATCH", `msgn_messages(${String(id)})`, { msgn_readon: "2026-01-01T00:00:00Z" });
    },
  };
  return scene;
}

/** The texts that a thread shows. */
export const textsOf = ({ messages }: ThreadSnapshot) => messages.map(({ text }) => text);
/** Their ids. */
export const idsOf = ({ messages }: ThreadSnapshot) => messages.map(({ id }) => id);
