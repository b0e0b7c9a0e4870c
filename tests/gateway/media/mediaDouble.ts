/** Twilio's store of files, as far as the gateway uses it: a server that gives what it was told to. */
import http from "node:http";
import type { AddressInfo } from "node:net";

/** What the store answers for one file. A function decides with each request. */
export interface StoredFile {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** The connection is cut instead. */
  readonly cut?: boolean;
  /** Sends the header, and then nothing for ever. */
  readonly hangs?: boolean;
}

/** The double. */
export interface MediaDouble {
  readonly url: string;
  /** Each request: its path and its Authorization. */
  readonly asked: readonly { readonly path: string; readonly authorization: string }[];
  /** Answers at a path from now on with these, one after the other, and then always with the last. */
  put(path: string, ...files: readonly StoredFile[]): void;
  close(): Promise<void>;
}

export const ACCOUNT = `AC${"0".repeat(32)}`;
export const PNG = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(2_000, 7)]);

/** Where Twilio keeps a file of a message. */
export const mediaPath = (messageSid: string, index = 0): string =>
  `/2010-04-01/Accounts/${ACCOUNT}/Messages/${messageSid}/Media/ME${String(index).padStart(32, "0")}`;

/** Starts one on a free port. */
export async function startMediaDouble(): Promise<MediaDouble> {
  const files = new Map<string, StoredFile[]>();
  const asked: { path: string; authorization: string }[] = [];
  const server = http.createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push({ path, authorization: request.headers.authorization ?? "" });
    const answers = files.get(path) ?? [{ status: 404 }];
    const { status = 200, headers = {}, body = Buffer.from(""), cut, hangs } = (answers.length > 1 ? answers.shift() : answers[0]) ?? {};
    if (cut) request.socket.destroy();
    else if (hangs) response.writeHead(status, headers).write("x");
    else response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    put: (path, ...answers) => void files.set(path, [...answers]),
    close: () => new Promise((resolve) => void (server.closeAllConnections(), server.close(() => resolve()))),
  };
}
