import type { Session } from "../session/session";
import { plainId } from "../navigation/address";
import { WebApiClient, WebApiError } from "../webapi/webApiClient";
import type { Row } from "../webapi/webApiClient";

/** The client API's error of a failed Web API call: Dataverse's code as a number, and the message. */
export class ClientApiError extends Error {
  override readonly name = "ClientApiError";
  /** 0 when the answer had no code. */
  readonly errorCode: number;

  constructor(cause: WebApiError) {
    super(cause.message);
    this.errorCode = cause.code === "" ? 0 : Number.parseInt(cause.code, 16);
  }
}

/** The client API's calls to the Web API; forms' scripts and code components share them. */
export interface ClientWebApi {
  retrieveRecord(table: string, id: string, options?: string): Promise<Row>;
  retrieveMultipleRecords(
    table: string,
    options?: string,
    maxPageSize?: number,
  ): Promise<{ entities: Row[]; nextLink: string; fetchXmlPagingCookie?: string }>;
  createRecord(table: string, data: Row): Promise<{ entityType: string; id: string }>;
  updateRecord(table: string, id: string, data: Row): Promise<{ entityType: string; id: string }>;
  deleteRecord(table: string, id: string): Promise<{ entityType: string; id: string }>;
}

/** The client API's calls to the Web API at `/api/data/v9.2/`, which is logged and has faults. A rejection has `errorCode` and `message`. */
export function clientWebApi(session: Session, send: typeof fetch = (...request) => fetch(...request)): ClientWebApi {
  const client = new WebApiClient("/api/data/v9.2/", send);
  const setOf = (table: string): string => session.table(table).entitySetName;
  return {
    retrieveRecord: (table, id, options = "") => told(client.get(`${setOf(table)}(${plainId(id)})${options}`)),
    retrieveMultipleRecords: async (table, options = "", maxPageSize = 5000) => {
      const path = options.startsWith("http") ? options : setOf(table) + options;
      const prefer = `odata.include-annotations="*",odata.maxpagesize=${maxPageSize}`;
      const page = await told(client.getRows(path, { Prefer: prefer }));
      return {
        entities: [...page.rows],
        nextLink: page.nextLink ?? "",
        ...(page.cookie === undefined ? {} : { fetchXmlPagingCookie: page.cookie }),
      };
    },
    createRecord: async (table, data) => ({ entityType: table, id: await told(client.create(setOf(table), data)) }),
    updateRecord: async (table, id, data) => {
      await told(client.update(setOf(table), plainId(id), data));
      return { entityType: table, id: plainId(id) };
    },
    deleteRecord: async (table, id) => {
      await told(client.delete(setOf(table), plainId(id)));
      return { entityType: table, id: plainId(id) };
    },
  };
}

/** The failure in the client API's shape. */
async function told<Result>(call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    throw error instanceof WebApiError ? new ClientApiError(error) : error;
  }
}
