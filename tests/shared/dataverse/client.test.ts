import { createClient } from "../../../shared/dataverse/client";
import type { ApiRequest, Fetch } from "../../../shared/dataverse/client";
import { RequestFailed } from "../../../shared/domain/failure";
import { NOON } from "../sessions";

const DATE = { Date: new Date(NOON).toUTCString() };

/** What a client that gets this answer rejects with. */
async function failureOf(status: number, body = "", headers: Record<string, string> = {}): Promise<unknown> {
  const client = createClient(() => Promise.resolve(new Response(body, { status, headers: { ...DATE, ...headers } })));
  return client({ method: "GET", path: "msgn_sessions" }).catch((error: unknown) => error);
}

it.each([
  [401, "signin"],
  [403, "denied"],
  [404, "gone"],
  [412, "stale"],
  [429, "throttled"],
  [400, "failed"],
  [500, "failed"],
  [503, "failed"],
] as const)("calls status %d %s", async (status, kind) => {
  expect(await failureOf(status, '{"error":{"code":"","message":"Zugriff verweigert"}}')).toMatchObject({ kind });
});

it("knows the server's error code where there is one", async () => {
  expect(await failureOf(400, '{"error":{"code":"0x8004E023","message":"…"}}')).toMatchObject({ code: "0x8004E023" });
});

it.each(["<html>Bad gateway</html>", "", "null", '{"error":"no"}', '{"error":{"code":7}}'])("survives the error body %p", async (body) => {
  expect(await failureOf(502, body)).toMatchObject({ kind: "failed", code: "" });
});

it.each([
  ["20", 20_000],
  [new Date(NOON + 90_000).toUTCString(), 90_000],
  [new Date(NOON - 90_000).toUTCString(), 0],
  ["soon", null],
])("reads Retry-After %p as %p ms, by the server's clock", async (value, ms) => {
  expect(await failureOf(429, "", { "Retry-After": value })).toMatchObject({ retryAfter: ms });
});

it("calls a request without an answer offline", async () => {
  const client = createClient(() => Promise.reject(new TypeError("Failed to fetch")));
  const failure: unknown = await client({ method: "GET", path: "" }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RequestFailed);
  expect(failure).toMatchObject({ kind: "offline", cause: new TypeError("Failed to fetch") });
});

describe("a session that has ended", () => {
  const signedOut = { kind: "signin" };
  const page = () => new Response("<!doctype html><title>Sign in</title>", { headers: { "Content-Type": "text/html; charset=utf-8" } });
  const writes: readonly ApiRequest[] = [
    { method: "GET", path: "msgn_sessions" },
    { method: "PATCH", path: "msgn_sessions(1)", body: {} },
    { method: "PATCH", path: "msgn_sessions(1)", headers: { Prefer: "return=representation" }, body: {} },
    { method: "POST", path: "$batch", body: "--b--" },
  ];

  it.each(writes)("is told by a sign-in page with status 200 where $method $path is asked", async (request) => {
    await expect(createClient(() => Promise.resolve(page()))(request)).rejects.toMatchObject(signedOut);
  });

  it("is told by a redirect, which is not followed: to another origin it would look like no answer at all", async () => {
    let redirect: RequestRedirect | undefined;
    const client = createClient((_, init) => {
      redirect = init.redirect;
      return Promise.resolve(Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" }));
    });
    await expect(client({ method: "GET", path: "" })).rejects.toMatchObject(signedOut);
    expect(redirect).toBe("manual");
  });

  it("is not told by a proxy's error page, nor by an answer of another shape", async () => {
    expect(await failureOf(502, "<html>Bad gateway</html>", { "Content-Type": "text/html" })).toMatchObject({ kind: "failed" });
    expect(await failureOf(200, "no JSON", { "Content-Type": "text/plain" })).toMatchObject({ kind: "failed" });
  });
});

it("calls an answer that was cut off offline", async () => {
  const cut = new ReadableStream({ start: (controller) => controller.error(new TypeError("cut")) });
  const client = createClient(() => Promise.resolve(new Response(cut)));
  await expect(client({ method: "GET", path: "" })).rejects.toMatchObject({ kind: "offline" });
});

it("tells the server's clock, the etag and the body", async () => {
  const fetch: Fetch = () => Promise.resolve(new Response('{"value":[]}', { headers: { ...DATE, ETag: 'W/"7"' } }));
  expect(await createClient(fetch)({ method: "GET", path: "" })).toEqual({
    body: { value: [] },
    etag: 'W/"7"',
    now: NOON,
  });
});

it("asks the page's own environment, with the app's sign-in, past the browser's cache", async () => {
  const sent: [string, RequestInit][] = [];
  const fetch: Fetch = (url, init) => {
    sent.push([url, init]);
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  await createClient(fetch)({ method: "PATCH", path: "msgn_sessions(1)", headers: { "If-Match": "*" }, body: { a: 1 } });
  expect(sent[0]?.[0]).toBe("/api/data/v9.2/msgn_sessions(1)");
  expect(sent[0]?.[1]).toMatchObject({ method: "PATCH", cache: "no-store", credentials: "same-origin", body: '{"a":1}' });
  expect(sent[0]?.[1].headers).toMatchObject({ "If-Match": "*", "OData-Version": "4.0" });
});

describe("a success is what was asked for", () => {
  const ask = (request: ApiRequest, status: number, body: string | null) =>
    createClient(() => Promise.resolve(new Response(body, { status, headers: DATE })))(request);
  const read: ApiRequest = { method: "GET", path: "msgn_sessions" };
  const write: ApiRequest = { method: "PATCH", path: "msgn_sessions(1)", body: {} };
  const writeAndRead: ApiRequest = { ...write, headers: { Prefer: "return=representation" } };
  const batch: ApiRequest = { method: "POST", path: "$batch", body: "--batch_1--" };
  const PAGE = "<!doctype html><title>Sign in to your account</title>";

  it.each([
    ["a sign-in page", read, 200, PAGE],
    ["nothing", read, 200, ""],
    ["nothing", read, 204, null],
    ["half an answer", read, 200, '{"value":[{"msgn'],
    ["a list without its object", read, 200, "[]"],
    ["a sign-in page", write, 200, PAGE],
    ["a row that it did not ask for", write, 200, '{"msgn_name":"Jane"}'],
    ["a sign-in page", writeAndRead, 200, PAGE],
    ["no row", writeAndRead, 204, null],
    ["a sign-in page", batch, 200, PAGE],
    ["no parts", batch, 204, null],
  ])("not %s for %j (%d)", async (_, request, status, body) => {
    await expect(ask(request, status, body)).rejects.toMatchObject({ kind: "failed", name: "RequestFailed" });
  });

  it.each([
    ["an object that was read", read, 200, '{"value":[]}', { value: [] }],
    ["a write without a body", write, 204, null, null],
    ["a write with the row that it asked for", writeAndRead, 200, '{"msgn_name":"Jane"}', { msgn_name: "Jane" }],
    ["the parts of a batch", batch, 200, "--batchresponse_1\r\n", "--batchresponse_1\r\n"],
  ])("but %s", async (_, request, status, body, expected) => {
    expect((await ask(request, status, body)).body).toEqual(expected);
  });
});
