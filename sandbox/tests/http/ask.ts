import http from "node:http";

/** An answer, its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON. */
  json(): unknown;
}

/** What to ask. `host`: `kim.localhost` (no test depends on how the machine resolves names). */
export interface Question {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly user?: string;
  /** Anything but a text is sent as JSON. */
  readonly body?: unknown;
}

/** Asks a server on this machine. Rejects when the connection is cut. */
export function ask(port: number, path: string, question: Question = {}): Promise<Answer> {
  const { method = "GET", host = "localhost", headers = {}, user, body } = question;
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: "127.0.0.1",
      port,
      path: path.replaceAll(" ", "%20"),
      method,
      agent: false,
      headers: {
        Host: `${host}:${port}`,
        ...(user ? { Authorization: `Bearer ${user}` } : {}),
        ...(body !== undefined && typeof body !== "string" ? { "Content-Type": "application/json" } : {}),
        ...headers,
      },
    });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: () => JSON.parse(text) as unknown });
      });
    });
    if (body !== undefined) request.write(typeof body === "string" ? body : JSON.stringify(body));
    request.end();
  });
}

/** Asks the Web API as a user. */
export function askWebApi(port: number, user: string, path: string, question: Omit<Question, "user"> = {}): Promise<Answer> {
  return ask(port, `/api/data/v9.2/${path}`, { ...question, user });
}

/** The rows of a collection, as a user. Fails the test on any other answer. */
export async function rows(port: number, user: string, path: string): Promise<Record<string, unknown>[]> {
  const answer = await askWebApi(port, user, path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return (answer.json() as { value: Record<string, unknown>[] }).value;
}
