/** A data folder for the sandbox with more conversations than a test has the time to send. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { frontDesk, people } from "../../demo/users";
import { createDataverse, dataFiles, importSolution } from "../../sandbox";
import { Database } from "../../sandbox/server/dataverse/storage/database";
import { packedZip } from "./sandbox";

/** How much unread there is: every conversation has a number of its own, and as many messages as the others. */
export interface Crowd {
  readonly sessions: number;
  readonly messagesEach: number;
}

const FIRST_PHONE_NUMBER = 10_000_000;

/** The phone number of a conversation, by its place in the order of their newest messages: 0 is the newest. */
export const phoneNumberOf = (place: number, { sessions }: Crowd) => `+1${FIRST_PHONE_NUMBER + sessions - 1 - place}`;

/**
 * Fills a new folder. The first conversation is made by the engine, the others are copies of its rows in the database, a second newer
 * each: as many inserts through the Web API would take minutes.
 * @param zip the solution whose tables it has; left out: the one that `npm run pack` has written
 */
export function fillFolder(folder: string, { sessions, messagesEach }: Crowd, zip: Uint8Array = readFileSync(packedZip)): void {
  const messages = sessions * messagesEach;
  const storage = join(folder, dataFiles.database);
  const { model } = importSolution(zip);
  const engine = createDataverse({ model, storage, now: Date.now, users: people, teams: [frontDesk] });
  const id = (kind: number) => `a11ce000-0000-4000-8000-${kind}00000000000`;
  const post = (path: string, body: object) => {
    const answer = engine.asSystem({ method: "POST", path, body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  };
  post("msgn_contactnumbers", { msgn_contactnumberid: id(1), msgn_phonenumber: `+1${FIRST_PHONE_NUMBER}` });
  post("msgn_sessions", {
    msgn_sessionid: id(2),
    msgn_name: "A customer",
    msgn_businessnumber: "+15550999",
    "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${id(1)})`,
  });
  post("msgn_messages", {
    msgn_messageid: id(3),
    msgn_providermessageid: "0",
    msgn_body: "Is my bike ready?",
    msgn_receivedon: new Date(Date.now() - messages * 1000).toISOString(),
    "msgn_sessionid@odata.bind": `/msgn_sessions(${id(2)})`,
  });
  engine.close();

  const database = Database.open(storage);
  const copyOf = (column: string, session: string) => `substr(${column}, 1, 25) || printf('%011d', ${session})`;
  database.transaction(() => {
    const numberId = { msgn_contactnumberid: copyOf("msgn_contactnumberid", "n") };
    copy(database, "msgn_contactnumber", sessions, { ...numberId, msgn_phonenumber: `'+1' || (${FIRST_PHONE_NUMBER} + n)` });
    copy(database, "msgn_session", sessions, { ...numberId, msgn_sessionid: copyOf("msgn_sessionid", "n") });
    copy(database, "msgn_message", messages, {
      msgn_messageid: copyOf("msgn_messageid", "n"),
      msgn_providermessageid: "CAST(n AS TEXT)",
      msgn_sessionid: copyOf("msgn_sessionid", `n % ${sessions}`),
      msgn_receivedon: "msgn_receivedon + n",
    });
  });
  database.exec("PRAGMA analysis_limit = 1000; ANALYZE;");
  database.close();
}

/** Copies the table's only row until there are `count`; `changed` says what a column of the copy `n` (from 1) is, in SQL. */
function copy(database: Database, table: string, count: number, changed: Readonly<Record<string, string>>): void {
  const columns = database.all(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => String(name));
  const names = columns.map((column) => `"${column}"`).join(", ");
  const values = columns.map((column) => changed[column] ?? `"${column}"`).join(", ");
  database.exec(
    `WITH RECURSIVE counter(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < ${count - 1}) ` +
      `INSERT INTO ${table} (${names}) SELECT ${values} FROM (SELECT * FROM ${table} LIMIT 1), counter`,
  );
}
