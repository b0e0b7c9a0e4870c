import type { Dataverse, DataverseOptions, DataverseRequest, DataverseResponse } from "./api";
import { runBatch } from "./batch";
import { createCatalog } from "./catalog";
import { createChanges } from "./changes";
import type { Context, Engine } from "./context";
import { badQuery, DataverseError } from "./errors";
import { failure } from "./http";
import { PLATFORM_IDS } from "./people/platformIds";
import { refreshPeople } from "./people/refreshPeople";
import { seed } from "./people/seed";
import { ADMINISTERED_TABLES } from "./platform/tables";
import { route } from "./router";
import type { References } from "./rows/body";
import type { Access } from "./security";
import { Database } from "./storage/database";
import { openStore } from "./storage/state";

/**
 * The longest addresses, in characters, alone and inside a batch, and the longest step between two slashes:
 * https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors
 */
const LONGEST = { address: 32_768, addressInBatch: 65_536, segment: 260 };

/** @throws DataverseError 400 for an address that Dataverse's web server does not take */
function checkLength(root: string, { path }: DataverseRequest, inBatch: boolean): void {
  if (root.length + 1 + path.length > (inBatch ? LONGEST.addressInBatch : LONGEST.address))
    throw badQuery("Invalid URI: The Uri string is too long.");
  const [steps = ""] = path.split("?");
  if (!inBatch && steps.split("/").some((segment) => segment.length > LONGEST.segment)) throw badQuery("Bad Request - Invalid URL");
}

function isDisabled(engine: Engine, userId: string): boolean {
  return engine.store.database.get("SELECT isdisabled FROM systemuser WHERE systemuserid = ?", [userId])?.["isdisabled"] === 1;
}

function disabledUser(userId: string): DataverseError {
  return new DataverseError(403, "0x80040225", `The specified user(Id = ${userId}) is disabled. Consider enabling this user.`);
}

function answer(engine: Engine, request: DataverseRequest, access: Access): DataverseResponse {
  const origin = (request.origin ?? "http://localhost").replace(/\/+$/, "");
  const context: Context = { engine, access, root: `${origin}/api/data/${request.version ?? "v9.2"}` };
  const { database, keepVersion } = engine.store;
  const transaction = <T>(work: () => T): T => {
    return database.transaction(() => {
      const result = work();
      keepVersion();
      return result;
    });
  };
  const execute = (one: DataverseRequest, references: References): DataverseResponse => {
    checkLength(context.root, one, one !== request);
    return route(context, one, references);
  };
  if (/^\/?\$batch\/?(\?.*)?$/.test(request.path)) return runBatch(context, request, execute, transaction);
  return request.method === "GET" ? execute(request, new Map()) : transaction(() => execute(request, new Map()));
}

/** Imports the solutions into the database and gives what answers requests with them. All of it or, where it throws, nothing. */
function makeEngine(database: Database, options: Omit<DataverseOptions, "storage">): Engine {
  return database.transaction(() => {
    const catalog = createCatalog(options.model);
    const { users, teams = [], businessUnits = [], solutions = [catalog.model], businessUnitName = "Sandbox" } = options;
    const engine: Engine = {
      catalog,
      store: openStore(database, catalog, solutions),
      users,
      principals: new Map(),
      teamPrivileges: new Map(),
      now: options.now,
      organizationId: PLATFORM_IDS.organization,
      written: new Set(),
    };
    seed(engine, { users, teams, businessUnits, solutions, businessUnitName });
    refreshPeople(engine);
    engine.store.keepVersion();
    return engine;
  });
}

/**
 * Starts an engine.
 * @throws StorageError where the storage is in use, or was made with something else
 */
export function createDataverse(options: DataverseOptions): Dataverse {
  const database = Database.open(options.storage);
  let engine: Engine;
  try {
    engine = makeEngine(database, options);
    engine.store.tidy();
  } catch (error) {
    database.close();
    throw error;
  }
  const { isNew } = engine.store;
  const changes = createChanges();
  const run = (request: DataverseRequest, access: Access): DataverseResponse => {
    engine.written.clear();
    try {
      if (access.principal && isDisabled(engine, access.userId)) throw disabledUser(access.userId);
      const response = answer(engine, request, access);
      engine.store.tidy();
      changes.tell(engine.written);
      return response;
    } catch (error) {
      return failure(engine, error);
    } finally {
      // What was written may have been taken back, the change set or all of it, and with it what it allowed.
      if ([...engine.written].some((table) => ADMINISTERED_TABLES.has(table))) refreshPeople(engine);
    }
  };
  return {
    handle: (request) => {
      const principal = engine.principals.get(request.userId.toLowerCase());
      if (!principal) return failure(engine, new DataverseError(401, "0x80040220", "The user of the request is no user of this sandbox."));
      return run(request, { userId: principal.userId, principal });
    },
    asSystem: ({ headers = {}, body = "", asUser, ...request }) => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const userId = asUser ?? PLATFORM_IDS.systemUser;
      return run({ ...request, headers, body: text, userId }, { userId, principal: null });
    },
    onChange: changes.listen,
    update(model, solutions) {
      engine = makeEngine(database, { ...options, model, solutions });
      return engine.store.imported;
    },
    get model() {
      return engine.catalog.model;
    },
    isNew,
    get imported() {
      return engine.store.imported;
    },
    ids: PLATFORM_IDS,
    close: () => database.close(),
  };
}
