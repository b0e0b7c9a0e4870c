import { messageOf } from "../complain";
/** A Web API request has failed. */
export class WebApiError extends Error {
  override readonly name = "WebApiError";

  constructor(
    message: string,
    /** HTTP status; 0 when there was no answer. */
    readonly status: number,
    /** Dataverse's error code (`0x80040220`); empty when the body had none. */
    readonly code: string,
  ) {
    super(message);
  }
}

/** One row as the Web API writes it, annotations included. */
export type Row = Readonly<Record<string, unknown>>;

/** One page of rows. */
export interface RowPage {
  readonly rows: readonly Row[];
  readonly more: boolean;
  readonly cookie: string | undefined;
  readonly nextLink: string | undefined;
}

/** A client of the Web API at one address: the shell's own, which is not logged and has no faults, or that of scripts and components. */
export class WebApiClient {
  constructor(
    /** `/uclient/api/data/v9.2/` or `/api/data/v9.2/`, with the slash. */
    readonly root: string,
    private readonly send: typeof fetch = (...request) => fetch(...request),
  ) {}

  /**
   * The JSON answer to a GET below the root.
   * @throws WebApiError
   */
  async get(path: string): Promise<Row> {
    const answer = await this.request("GET", path);
    return (await answer.json()) as Row;
  }

  /**
   * A collection: a query, a FetchXML or a next link below the root.
   * @throws WebApiError
   */
  async getRows(path: string, headers: Readonly<Record<string, string>> = {}): Promise<RowPage> {
    const answer = await this.request("GET", path, undefined, headers);
    const body = (await answer.json()) as Row;
    const nextLink = body["@odata.nextLink"];
    const cookie = body["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"];
    return {
      rows: Array.isArray(body.value) ? (body.value as Row[]) : [],
      more: body["@Microsoft.Dynamics.CRM.morerecords"] === true || typeof nextLink === "string",
      cookie: typeof cookie === "string" ? cookie : undefined,
      nextLink: typeof nextLink === "string" ? nextLink : undefined,
    };
  }

  /**
   * Makes a row; returns its id.
   * @throws WebApiError
   */
  async create(set: string, body: Row): Promise<string> {
    const answer = await this.request("POST", set, body);
    const id = /\(([0-9a-f-]{36})\)/i.exec(answer.headers.get("OData-EntityId") ?? "")?.[1];
    if (id === undefined) throw new WebApiError(`The answer to POST ${set} has no OData-EntityId header.`, answer.status, "");
    return id.toLowerCase();
  }

  /**
   * Changes an existing row.
   * @throws WebApiError
   */
  async update(set: string, id: string, body: Row): Promise<void> {
    await this.request("PATCH", `${set}(${id})`, body, { "If-Match": "*" });
  }

  /**
   * Deletes a row.
   * @throws WebApiError
   */
  async delete(set: string, id: string): Promise<void> {
    await this.request("DELETE", `${set}(${id})`);
  }

  private async request(method: string, path: string, body?: Row, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    let answer: Response;
    try {
      answer = await this.send(path.startsWith("http") ? path : this.root + path, {
        method,
        headers: {
          Accept: "application/json",
          "OData-Version": "4.0",
          "OData-MaxVersion": "4.0",
          ...(method === "GET" ? { Prefer: 'odata.include-annotations="*"' } : {}),
          ...(body === undefined ? {} : { "Content-Type": "application/json; charset=utf-8" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw new WebApiError(`The sandbox server does not answer (${messageOf(error)}).`, 0, "");
    }
    if (!answer.ok) throw await errorOf(answer);
    return answer;
  }
}

async function errorOf(answer: Response): Promise<WebApiError> {
  const text = await answer.text();
  try {
    const body = JSON.parse(text) as { error?: { code?: string; message?: string } };
    if (body.error?.message !== undefined) return new WebApiError(body.error.message, answer.status, body.error.code ?? "");
  } catch {
    // The body is not Dataverse's: the status line is all there is.
  }
  return new WebApiError(`The server answered ${answer.status} ${answer.statusText}`.trim(), answer.status, "");
}
