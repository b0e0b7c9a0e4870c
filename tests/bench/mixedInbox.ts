/** An agent's inbox as it might be, with any number of conversations, on the sandbox's Dataverse in this process. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { frontDesk, people, userId } from "../../demo/users";
import { createDataverse, dataFiles, importSolution } from "../../sandbox";
import type { Dataverse } from "../../sandbox";
import { Database } from "../../sandbox/server/dataverse/storage/database";
import type { Fetch } from "../../shared/dataverse/client";
import { SESSION_STATUS } from "../../shared/dataverse/names";
import { fillFolder } from "../e2e/crowd";
import { packedSolution } from "../packed";

/**
 * Of ten conversations six are new (of which one is dismissed), two are Ana's, one is Ben's, one is the team's. Every second number is a contact's. What Ben is still in time
 * for, and what Ana has dismissed, is in no list of hers, and has to be told apart like everything else.
 */
const KINDS = 10;
const FIRST_NAMES = ["Jane", "Omar", "Zoë", "Li", "Fatima", "Jean-Luc", "Aiko"];
const LAST_NAMES = ["Doe", "Haddad", "Müller", "Wei", "Al-Sayed", "Dupont", "Tanaka", "O’Neill"];

/** It, and what it was asked. */
export interface MixedInbox {
  /** Whose inbox it is: Ana's id. */
  readonly userId: string;
  /** Asks the Web API as Ana. The clock stands still, at the moment when the inbox was made. */
  readonly fetch: Fetch;
  /** The bytes of the answers since the last `answers.length = 0`, each as text. */
  readonly answers: string[];
  /** One more text of this conversation's customer, now. */
  write(sessionId: string): void;
  close(): void;
}

/** Makes it in a folder of its own, which `close` removes. Takes seconds for ten thousand. */
export async function openMixedInbox(sessions: number): Promise<MixedInbox> {
  const folder = mkdtempSync(join(tmpdir(), "msgn-mixed-"));
  const storage = join(folder, dataFiles.database);
  const zip = await packedSolution();
  const { model } = importSolution(zip);
  // Later than all that is made below.
  const now = Math.ceil(Date.now() / 1000) * 1000 + 600_000;
  const start = () => createDataverse({ model, storage, now: () => now, users: people, teams: [frontDesk] });
  fillFolder(folder, { sessions, messagesEach: 1 }, zip);
  const first = start();
  makeContacts(first);
  dismissSome(first, sessions, now);
  first.close();
  mix(storage, now);
  const engine = start();
  const answers: string[] = [];
  const ana = userId("ana");
  return {
    userId: ana,
    answers,
    fetch: (url, init) => {
      const path = url.replace(/^\/api\/data\/v9\.2\//, "");
      const headers = Object.fromEntries(new Headers(init.headers).entries());
      const { status, body, headers: answered } = engine.handle({ method: init.method ?? "GET", path, headers, body: "", userId: ana });
      answers.push(body);
      return Promise.resolve(
        new Response(body === "" ? null : body, { status, headers: { ...answered, Date: new Date(now).toUTCString() } }),
      );
    },
    write(sessionId) {
      post(engine, "msgn_messages", {
        msgn_body: "Are you there?",
        msgn_receivedon: new Date(now).toISOString(),
        "msgn_sessionid@odata.bind": `/msgn_sessions(${sessionId})`,
      });
    },
    close() {
      engine.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** As `fillFolder` makes them. */
const sessionIdOf = (place: number): string => `a11ce000-0000-4000-8000-2${String(place).padStart(11, "0")}`;

function post(engine: Dataverse, path: string, body: object): void {
  const answer = engine.asSystem({ method: "POST", path, body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body}`);
}

function makeContacts(engine: Dataverse): void {
  for (const firstname of FIRST_NAMES) for (const lastname of LAST_NAMES) post(engine, "contacts", { firstname, lastname });
}

function dismissSome(engine: Dataverse, sessions: number, now: number): void {
  for (let place = KINDS - 1; place < sessions; place += KINDS) {
    post(engine, "msgn_dismissals", {
      msgn_name: "A customer",
      msgn_dismissedupto: new Date(now + 60_000).toISOString(),
      msgn_dismissedcount: 1,
      "msgn_sessionid@odata.bind": `/msgn_sessions(${sessionIdOf(place)})`,
      "ownerid@odata.bind": `/systemusers(${userId("ana")})`,
    });
  }
}

/**
 * Owners, states and contacts, by the conversation's place; then ids, numbers and times as they come in life: `fillFolder` counts them up, which compresses better than any
 * answer of Dataverse's would.
 */
function mix(storage: string, now: number): void {
  const database = Database.open(storage);
  const place = (id: string): string => `CAST(substr(${id}, 26) AS INTEGER)`;
  const owned = (id: string, kind: "user" | "team"): string =>
    `ownerid = '${id}', "ownerid$target" = '${kind === "user" ? "systemuser" : "team"}', ` +
    `owninguser = ${kind === "user" ? `'${id}'` : "NULL"}, owningteam = ${kind === "team" ? `'${id}'` : "NULL"}`;
  const accepted = (kinds: string, owner: string): string =>
    `UPDATE msgn_session SET msgn_sessionstatus = ${SESSION_STATUS.accepted}, ${owner} WHERE ${place("msgn_sessionid")} % ${KINDS} IN (${kinds})`;
  // No two places have one id, number or salt: what they are multiplied with has no divisor in common with what is left of it.
  const digits = (n: string, salt: number, bits: number): string =>
    `((${n} * ${2_654_435_761 + 2 * salt} + ${salt * 7_919}) % ${2 ** bits})`;
  const guid = (id: string, salt: number): string =>
    `printf('%08x-%04x-4%03x-8%03x-%06x%06x', ${[32, 16, 12, 12, 24, 24].map((bits, at) => digits(place(id), salt + at, bits)).join(", ")})`;
  const received = `${Math.floor(now / 1000) - 700_000} + (${place("msgn_sessionid")} * 48271) % 604800`;
  try {
    database.exec(`UPDATE msgn_session SET ${owned(userId("gateway"), "user")}`);
    database.exec(accepted("1, 2", owned(userId("ana"), "user")));
    database.exec(accepted("3", owned(userId("ben"), "user")));
    database.exec(accepted("4", owned(frontDesk.id, "team")));
    database.exec(
      `UPDATE msgn_contactnumber SET "msgn_customerid$target" = 'contact', msgn_customerid = ` +
        `(SELECT contactid FROM (SELECT contactid, row_number() OVER () - 1 AS place FROM contact) AS c ` +
        `WHERE c.place = ${place("msgn_contactnumberid")} / 2 % ${FIRST_NAMES.length * LAST_NAMES.length}) ` +
        `WHERE ${place("msgn_contactnumberid")} % 2 = 0`,
    );
    database.exec(
      `UPDATE msgn_message SET msgn_receivedon = ${received}, createdon = ${received} + 1, msgn_sessionid = ${guid("msgn_sessionid", 2)}`,
    );
    database.exec(`UPDATE msgn_dismissal SET msgn_sessionid = ${guid("msgn_sessionid", 2)}`);
    database.exec(
      `UPDATE msgn_session SET msgn_sessionid = ${guid("msgn_sessionid", 2)}, msgn_contactnumberid = ${guid("msgn_contactnumberid", 1)}`,
    );
    database.exec(
      `UPDATE msgn_contactnumber SET msgn_phonenumber = '+1555' || printf('%07d', (${place("msgn_contactnumberid")} * 7368787) % 9999991), ` +
        `msgn_contactnumberid = ${guid("msgn_contactnumberid", 1)}`,
    );
    database.exec("PRAGMA analysis_limit = 1000; ANALYZE;");
  } finally {
    database.close();
  }
}
