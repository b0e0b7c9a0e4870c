import type { Dataverse, DataverseOptions, DataverseRequest, DataverseResponse } from "./api";
import { runBatch } from "./batch";
import { createCatalog } from "./catalog";
import type { Context, Engine } from "./context";
import { DataverseError } from "./errors";
import { failure } from "./http";
import { createPrincipals } from "./principals";
import { route } from "./router";
import type { References } from "./rows/body";
import type { Access } from "./security";
import { PLATFORM_IDS, seed } from "./seed";
import { openStore } from "./storage/state";

/** Dataverse refuses longer addresses: 32 kB, and 64 kB inside a batch. Here the wider limit is for both. */
const LONGEST_PATH = 65_536;

function answer(engine: Engine, request: DataverseRequest, access: Access): DataverseResponse {
  const context: Context = { engine, access, root: `${(request.origin ?? "http://localhost").replace(/\/+$/, "")}/api/data/v9.2` };
  const { database, keepVersion } = engine.store;
  const transaction = <T>(work: () => T): T => {
    return database.transaction(() => {
      const result = work();
      keepVersion();
      return result;
    });
  };
  const execute = (one: DataverseRequest, references: References): DataverseResponse => {
    if (one.path.length > LONGEST_PATH) throw new DataverseError(414, "0x80060888", "The address is too long.");
    return route(context, one, references);
  };
  if (/^\/?\$batch\/?(\?.*)?$/.test(request.path)) return runBatch(context, request, execute, transaction);
  return request.method === "GET" ? execute(request, new Map()) : transaction(() => execute(request, new Map()));
}

/**
 * Starts an engine.
 * @throws StorageError where the storage is in use, or was made with something else
 */
export function createDataverse(options: DataverseOptions): Dataverse {
  const catalog = createCatalog(options.model);
  const teams = options.teams ?? [];
  const principals = createPrincipals(catalog, options.users, teams, PLATFORM_IDS.businessUnit);
  const store = openStore(options.storage, catalog, options.solutions ?? [catalog.model]);
  const engine: Engine = {
    catalog,
    store,
    principals,
    now: options.now,
    businessUnitId: PLATFORM_IDS.businessUnit,
    organizationId: PLATFORM_IDS.organization,
  };
  const run = (request: DataverseRequest, access: Access): DataverseResponse => {
    try {
      const response = answer(engine, request, access);
      store.tidy();
      return response;
    } catch (error) {
      return failure(engine, error);
    }
  };
  try {
    store.database.transaction(() => {
      seed(engine, options.users, teams, options.businessUnitName ?? "Sandbox");
      store.keepVersion();
    });
  } catch (error) {
    store.database.close();
    throw error;
  }
  return {
    handle: (request) => {
      const principal = principals.get(request.userId.toLowerCase());
      if (principal) return run(request, { userId: principal.userId, principal });
      return failure(engine, new DataverseError(401, "0x80040220", "The user of the request is no user of this sandbox."));
    },
    asSystem: ({ headers = {}, body = "", asUser, ...request }) => {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const userId = asUser ?? PLATFORM_IDS.systemUser;
      return run({ ...request, headers, body: text, userId }, { userId, principal: null });
    },
    model: catalog.model,
    isNew: store.isNew,
    imported: store.imported,
    ids: PLATFORM_IDS,
    close: () => store.database.close(),
  };
}
