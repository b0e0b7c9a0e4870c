/** Twilio's API for messages, as far as the gateway uses it: a server that keeps texts and calls back when it is told to. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { twilioSignature } from "../../../gateway/providers/twilio/signature";

/** A text that this Twilio has. */
export interface TwilioText {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly statusCallback: string;
  readonly createdAt: Date;
  status: string;
  errorCode: number | null;
}

/** What it answers instead of taking a text; `after`: it takes the text all the same. `cut`: there is no answer. */
export interface Trouble {
  readonly status?: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly after?: boolean;
  readonly cut?: boolean;
}

/** The double. */
export interface TwilioDouble {
  readonly url: string;
  readonly texts: readonly TwilioText[];
  /** Of each request: `POST /2010-04-01/…`, and its Authorization. */
  readonly asked: readonly { readonly what: string; readonly authorization: string }[];
  /** What becomes of the next requests that send. */
  next(...troubles: readonly Trouble[]): void;
  /** Calls the status callback of a text, signed, at the gateway on this port. @returns the HTTP status */
  callBack(text: TwilioText, port: number, status: string, changes?: Readonly<Record<string, string>>): Promise<number>;
  close(): Promise<void>;
}

/** Status (0: the connection is cut), body, headers. */
type Answer = readonly [number, object, Readonly<Record<string, string>>];

const account = `AC${"0".repeat(32)}`;

/** Starts one on a free port. */
export async function startTwilioDouble(authToken: string): Promise<TwilioDouble> {
  const texts: TwilioText[] = [];
  const asked: { what: string; authorization: string }[] = [];
  const troubles: Trouble[] = [];
  const resourceOf = ({ sid, from, to, body, status, errorCode, createdAt }: TwilioText): object => ({
    ...{ sid, from, to, body, status, account_sid: account, error_code: errorCode, error_message: null, num_segments: "1", num_media: "0" },
    ...{ date_created: createdAt.toUTCString(), date_sent: null, date_updated: createdAt.toUTCString(), direction: "outbound-api" },
    ...{ price: null, price_unit: "USD", api_version: "2010-04-01", uri: "", subresource_uris: {}, messaging_service_sid: null },
  });

  function take(form: URLSearchParams): TwilioText {
    const field = (name: string): string => form.get(name) ?? "";
    const text = {
      sid: `SM${String(texts.length).padStart(32, "0")}`,
      ...{ from: field("From"), to: field("To"), body: field("Body"), statusCallback: field("StatusCallback") },
      ...{ status: "queued", errorCode: null, createdAt: new Date() },
    };
    texts.push(text);
    return text;
  }

  /** The newest first, as Twilio does. */
  function list(query: URLSearchParams): Answer {
    const found = texts.filter((text) => text.from === query.get("From") && text.to === query.get("To")).reverse();
    return [200, { messages: found.map(resourceOf), page: 0, page_size: 100, next_page_uri: null, uri: "", first_page_uri: "" }, {}];
  }

  function send(form: URLSearchParams): Answer {
    const trouble = troubles.shift();
    const text = !trouble || trouble.after ? take(form) : undefined;
    if (trouble?.cut) return [0, {}, {}];
    if (trouble?.status !== undefined) return [trouble.status, trouble.body ?? {}, trouble.headers ?? {}];
    return [201, text ? resourceOf(text) : {}, {}];
  }

  const server = http.createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://localhost");
      asked.push({ what: `${request.method ?? ""} ${url.pathname}`, authorization: request.headers.authorization ?? "" });
      const [status, content, headers] = request.method === "GET" ? list(url.searchParams) : send(new URLSearchParams(body));
      if (status === 0) request.socket.destroy();
      else response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(content));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    texts,
    asked,
    next: (...more) => void troubles.push(...more),
    async callBack(text, port, status, changes = {}) {
      const form = new URLSearchParams({ MessageSid: text.sid, MessageStatus: status, From: text.from, To: text.to, ...changes });
      const url = text.statusCallback.replace(/#.*$/, "");
      const path = url.replace(/^https?:\/\/[^/]+/, "");
      const headers = { "X-Twilio-Signature": twilioSignature(authToken, url, form) };
      return (await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers, body: form })).status;
    },
    close: () => new Promise((resolve) => void (server.closeAllConnections(), server.close(() => resolve()))),
  };
}
