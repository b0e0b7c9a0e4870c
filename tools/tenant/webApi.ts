/** Dataverse's Web API as the person of a window may use it: the requests are the page's own, so they need no password and no token. */
import type { Page } from "playwright-core";

/** A row, or another object that the Web API answers. */
export type Row = Readonly<Record<string, unknown>>;

/** The Web API answered no. */
export class Refused extends Error {
  override readonly name = "Refused";

  constructor(
    readonly status: number,
    request: string,
    text: string,
  ) {
    super(`${request}: ${status} ${text.slice(0, 300)}`);
  }
}

/** The Web API, and the server's clock. */
export interface WebApi {
  /** @throws Refused */
  get(path: string): Promise<Row>;
  /** The rows of a query. @throws Refused */
  list(path: string): Promise<readonly Row[]>;
  /** @throws Refused */
  create(set: string, row: Row): Promise<void>;
  /** A row that is not there any more is removed. @throws Refused */
  remove(set: string, id: string): Promise<void>;
  /** The server's time of the last answer, and what has passed since. */
  now(): Date;
}

/** @param page the page of this moment, at the environment's origin */
export function createWebApi(page: () => Promise<Page>): WebApi {
  let ahead = 0;

  async function ask(method: string, path: string, body?: Row): Promise<{ readonly status: number; readonly text: string }> {
    const there = await page();
    const answer = await there.evaluate(
      async ({ method, path, body }) => {
        const response = await fetch(`/api/data/v9.2/${path}`, {
          method,
          headers: { Accept: "application/json", "OData-Version": "4.0", "OData-MaxVersion": "4.0", "Content-Type": "application/json" },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return { status: response.status, text: await response.text(), date: response.headers.get("Date") };
      },
      { method, path, body },
    );
    if (answer.date !== null) ahead = Date.parse(answer.date) - Date.now();
    return answer;
  }

  async function must(method: string, path: string, body?: Row): Promise<string> {
    const { status, text } = await ask(method, path, body);
    if (status < 200 || status >= 300) throw new Refused(status, `${method} ${path}`, text);
    return text;
  }

  async function get(path: string): Promise<Row> {
    const text = await must("GET", path);
    try {
      return JSON.parse(text) as Row;
    } catch {
      throw new Refused(200, `GET ${path}`, `an answer that is no JSON: ${text}`);
    }
  }

  return {
    get,
    async list(path) {
      const { value } = await get(path);
      if (!Array.isArray(value)) throw new Refused(200, `GET ${path}`, "an answer without rows");
      return value as readonly Row[];
    },
    async create(set, row) {
      await must("POST", set, row);
    },
    async remove(set, id) {
      const { status, text } = await ask("DELETE", `${set}(${id})`);
      if (status !== 404 && (status < 200 || status >= 300)) throw new Refused(status, `DELETE ${set}(${id})`, text);
    },
    now: () => new Date(Date.now() + ahead),
  };
}
