/** A Dataverse with a long history: many messages that were read long ago, and some that wait. Made by SQL, in seconds. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDataverse } from "../../sandbox/server/dataverse";
import type { Dataverse } from "../../sandbox/server/dataverse";
import { createCatalog } from "../../sandbox/server/dataverse/catalog";
import { parseFetch } from "../../sandbox/server/dataverse/fetchxml/parseFetch";
import { parseAddress } from "../../sandbox/server/dataverse/odata/options";
import { fromSql, querySql } from "../../sandbox/server/dataverse/query/sql";
import { Database } from "../../sandbox/server/dataverse/storage/database";
import { frontDesk, people } from "../../demo/users";
import { importSolution } from "../../sandbox/server/solution";
import { inboxQuery } from "../../shared/dataverse/queries";
import { packedSolution } from "../packed";

/** Conversations that the messages belong to. */
const SESSIONS = 50;
/** After so many writes the engine looks how its data lie, with or without a history. */
const ENOUGH = 10_000;
const NOW = Date.UTC(2026, 10, 22, 12);

/** What can be asked of it. */
export interface History {
  /** One inbox query of an agent, as the control sends it: its rows, and how long it took (ms). */
  ask(): { readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly ms: number };
  /** How the database finds the query's rows: the steps of SQLite's plan. Ends the engine: nothing can be asked after it. */
  plan(): readonly string[];
  close(): void;
}

/** Makes one in a folder of its own, which `close` removes. */
export async function openHistory(read: number, unread: number): Promise<History> {
  const { model } = importSolution(await packedSolution());
  const folder = mkdtempSync(join(tmpdir(), "msgn-history-"));
  const storage = join(folder, "dataverse.db");
  const start = () => createDataverse({ model, storage, now: () => NOW, users: people, teams: [frontDesk] });
  const userId = people.find(({ login }) => login === "ana")?.id ?? "";

  const first = start();
  writeUnread(first, unread);
  first.close();
  writeRead(storage, read);
  // It looks how its data lie when it starts, as it does after every ten thousand writes.
  const engine = start();

  return {
    ask() {
      const began = performance.now();
      const answer = engine.handle({ method: "GET", path: inboxQuery(userId), headers: {}, body: "", userId });
      const ms = performance.now() - began;
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
      return { rows: (JSON.parse(answer.body) as { value: readonly Readonly<Record<string, unknown>>[] }).value, ms };
    },
    plan() {
      engine.close();
      const catalog = createCatalog(model);
      const table = catalog.tables.get("msgn_message");
      if (!table) throw new Error("There is no table of messages.");
      const fetchXml = parseAddress(inboxQuery(userId)).options.get("fetchxml") ?? "";
      const { query } = parseFetch(fetchXml, table, catalog, { userId, now: Date.now() });
      const { sql, values } = querySql(query, fromSql(query, { userId, principal: null }), catalog);
      const database = Database.open(storage);
      try {
        return database.all(`EXPLAIN QUERY PLAN ${sql}`, values).map((row) => String(row["detail"]));
      } finally {
        database.close();
      }
    },
    close() {
      engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Through the Web API, so that every column is as the product would find it. */
function writeUnread(engine: Dataverse, unread: number): void {
  const make = (path: string, body: object): string => {
    const answer = engine.asSystem({ method: "POST", path, headers: { prefer: "return=representation" }, body });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${answer.body}`);
    const row = JSON.parse(answer.body) as Record<string, unknown>;
    return String(row[`${path.slice(0, -1)}id`]);
  };
  const sessions = Array.from({ length: SESSIONS }, (_, at) => {
    const number = make("msgn_contactnumbers", { msgn_phonenumber: `+1555${1000 + at}` });
    return make("msgn_sessions", {
      msgn_name: `Session ${at}`,
      msgn_businessnumber: "+15550999",
      "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${number})`,
    });
  });
  for (let at = 0; at < unread; at++) {
    make("msgn_messages", {
      msgn_name: "Hi",
      msgn_body: "Hi",
      msgn_providermessageid: `U${at}`,
      msgn_receivedon: new Date(NOW - at * 1000).toISOString(),
      "msgn_sessionid@odata.bind": `/msgn_sessions(${sessions[at % SESSIONS] ?? ""})`,
    });
  }
}

/** Copies of a message, each read a minute after it came: a million would take an hour through the Web API. */
function writeRead(storage: string, read: number): void {
  const database = Database.open(storage);
  try {
    const columns = database.all('PRAGMA table_info("msgn_message")').map((row) => `"${String(row["name"])}"`);
    const version = Number(database.get("SELECT value FROM sandbox_state WHERE key = 'version'")?.["value"]);
    const received = `(m."msgn_receivedon" - 86400 - n.n)`;
    const changed: Readonly<Record<string, string>> = {
      '"msgn_messageid"': `printf('%08x-0000-4000-9000-000000000000', n.n)`,
      '"msgn_providermessageid"': `'R' || n.n`,
      '"msgn_sessionid"': `s."msgn_sessionid"`,
      '"msgn_receivedon"': received,
      '"msgn_readon"': `${received} + 60`,
      '"versionnumber"': `${version} + n.n`,
    };
    const values = columns.map((column) => changed[column] ?? `m.${column}`);
    database.run(
      `INSERT INTO "msgn_message" (${columns.join(", ")})
       WITH RECURSIVE n(n) AS (SELECT 1 WHERE ? > 0 UNION ALL SELECT n + 1 FROM n WHERE n < ?),
         s AS (SELECT "msgn_sessionid", row_number() OVER () - 1 AS place FROM "msgn_session"),
         m AS (SELECT * FROM "msgn_message" LIMIT 1)
       SELECT ${values.join(", ")} FROM n JOIN s ON s.place = n.n % ${SESSIONS} JOIN m`,
      [read, read],
    );
    database.run("UPDATE sandbox_state SET value = ? WHERE key = 'version'", [String(version + Math.max(read, ENOUGH))]);
  } finally {
    database.close();
  }
}
