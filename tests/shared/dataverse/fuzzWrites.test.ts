/** Whatever is in a name, an etag or a text: a request has the shape that was meant, and the value unchanged, or it is not made. */
import * as fc from "fast-check";
import { prepareStart } from "../../../launcher/start";
import { boundaryOf, parseBatch } from "../../../sandbox/server/dataverse/multipart";
import { batchOf } from "../../../shared/dataverse/batch";
import { createClient } from "../../../shared/dataverse/client";
import type { ApiRequest } from "../../../shared/dataverse/client";
import { derivedId } from "../../../shared/dataverse/derivedId";
import { createBothGateways } from "./createBothGateways";
import { PRIVILEGES } from "../../../shared/dataverse/names";
import { dateTime } from "../../../shared/dataverse/values";
import { markRead } from "../../../shared/dataverse/markRead";
import { RequestFailed } from "../../../shared/domain/failure";
import { anyId, hostileId, hostileText, isWellFormed, tries } from "../../hostile";
import { NOON } from "../sessions";
import { claimable } from "./claimable";
import { claimedAnswer } from "./claimedAnswer";

// However slow the machine is: what is tested is not its speed.
jest.setTimeout(60_000);

const ME = "a0000000-0000-0000-0000-00000000000a";
const PLAIN = "50000000-0000-0000-0000-000000000001";
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What braces and capitals around an id come to; anything else stays as it is. */
const bare = (text: string) => text.replace(/[{}]/g, "").toLowerCase();

/** A gateway whose requests are kept as the browser would send them. */
function record() {
  const sent: { path: string; headers: Headers; body: unknown }[] = [];
  const client = createClient(async (url, init) => {
    const request = new Request(`https://org.example${url}`, init);
    const text = await request.text();
    sent.push({
      path: url.replace("/api/data/v9.2/", ""),
      headers: request.headers,
      body: text === "" || text.startsWith("--") ? text : (JSON.parse(text) as unknown),
    });
    if (url.endsWith("$batch")) return new Response(claimedAnswer({ msgn_sessionid: PLAIN, "@odata.etag": 'W/"2"' }));
    if (request.method === "GET") return Response.json({ value: [] });
    if (request.headers.has("Prefer")) return Response.json({ msgn_sessionid: PLAIN, "@odata.etag": 'W/"2"' });
    return new Response(null, { status: 204, headers: { ETag: 'W/"1"' } });
  });
  return { sent, gateway: createBothGateways(client, ME, () => NOON) };
}

describe("a write", () => {
  it("carries a dismissal's subject as data, cut to its column's length between characters", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (subject) => {
        const { sent, gateway } = record();
        await gateway.writeDismissal(PLAIN, { upTo: NOON, count: 1 }, subject);
        const [, { path, body } = { path: "", body: {} }] = sent;
        expect(path).toBe(`msgn_dismissals(${derivedId(ME, PLAIN)})`);
        const { msgn_name: name, ...others } = body as Record<string, unknown>;
        expect(others).toEqual({
          msgn_dismissedupto: dateTime(NOON),
          msgn_dismissedcount: 1,
          "msgn_sessionid@odata.bind": `/msgn_sessions(${PLAIN})`,
        });
        expect(subject.startsWith(String(name))).toBe(true);
        expect(String(name).length).toBeGreaterThanOrEqual(Math.min(subject.length, 100) - 1);
        expect(String(name).length).toBeLessThanOrEqual(100);
        if (isWellFormed(subject)) expect(isWellFormed(String(name))).toBe(true);
      }),
      tries(300),
    );
  });

  it("is bound to the etag as it was read, adds no header, and is not sent with one that no header can hold", async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileText.filter((text) => text !== ""),
        async (etag) => {
          const { sent, gateway } = record();
          const outcome: unknown = await gateway.claim(PLAIN, claimable({ etag })).catch((error: unknown) => error);
          if (outcome instanceof Error) {
            expect(outcome).toBeInstanceOf(RequestFailed);
            expect(sent).toEqual([]);
            return;
          }
          const [{ headers, body } = { headers: new Headers(), body: "" }] = sent;
          const [item] = parseBatch(String(body), boundaryOf(headers.get("Content-Type") ?? ""));
          const parts = item && "changeSet" in item ? item.changeSet : [];
          expect(parts.map(({ url }) => url)).toEqual([
            `/api/data/v9.2/msgn_sessions(${PLAIN})?$select=statecode`,
            "/api/data/v9.2/msgn_sessionevents",
          ]);
          expect(String(body)).toContain(`\r\nif-match: ${etag.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "")}\r\n`);
          expect(Object.keys(parts[0]?.headers ?? {}).sort()).toEqual(["content-type", "if-match", "prefer"]);
        },
      ),
      tries(300),
    );
  });

  it("stands in a batch as one request, with its body unchanged", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyId, hostileText), { minLength: 1, maxLength: 8 }), (given) => {
        const writes = given.map(([id, text]) => ({ method: "PATCH" as const, path: `msgn_messages(${id})`, body: { [text]: text } }));
        const { headers, body } = batchOf(writes);
        const items = parseBatch(String(body), boundaryOf(headers?.["Content-Type"]));
        expect(items.map((item) => ("part" in item ? [item.part.url, JSON.parse(item.part.body) as unknown] : []))).toEqual(
          given.map(([id, text]) => [`/api/data/v9.2/msgn_messages(${id})`, { [text]: text }]),
        );
      }),
      tries(300),
    );
  });

  it("marks messages read by their ids, and is not made of what is no id", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileId, { minLength: 1, maxLength: 4 }), async (ids) => {
        const sent: ApiRequest[] = [];
        const client = (request: ApiRequest) => {
          sent.push(request);
          const body =
            request.method === "POST" ? "--answer\r\n\r\nHTTP/1.1 204 No Content\r\n" : { msgn_sessionid: PLAIN, _ownerid_value: ME };
          return Promise.resolve({ body, etag: null, now: NOON });
        };
        const outcome: unknown = await markRead(client, { sessionId: PLAIN, userId: ME }, ids, "2026-11-22T12:00:00Z").then(
          () => "done",
          () => "refused",
        );
        const allAreIds = ids.every((id) => GUID.test(bare(id)));
        expect(outcome).toBe(allAreIds ? "done" : "refused");
        if (!allAreIds) {
          expect(sent).toEqual([]);
          return;
        }
        const items = parseBatch(String(sent[0]?.body), boundaryOf(sent[0]?.headers?.["Content-Type"]));
        expect(items.map((item) => ("part" in item ? item.part.url : ""))).toEqual(
          ids.map((id) => `/api/data/v9.2/msgn_messages(${bare(id)})`),
        );
      }),
      tries(200),
    );
  });

  it("names an agent's settings row after the agent, as data", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, hostileText, async (userName, app, apps) => {
        const sent: ApiRequest[] = [];
        const client = (request: ApiRequest) => {
          sent.push(request);
          const { path } = request;
          const body = path.startsWith("systemusers")
            ? { RolePrivileges: Object.values(PRIVILEGES).map((PrivilegeName) => ({ PrivilegeName })) }
            : path.startsWith("msgn_configurations")
              ? { value: [{ msgn_apps: apps }] }
              : request.method === "GET"
                ? { value: [] }
                : null;
          return Promise.resolve({ body, etag: null, now: NOON });
        };
        const settings = await prepareStart(client, { userId: ME, userName, app });
        if (settings === null) {
          expect(sent).toHaveLength(2);
          return;
        }
        expect(sent[3]?.path).toBe(`msgn_agentsettings(${derivedId(ME)})`);
        // Half a character at the cut is left out with its other half.
        const name = userName.slice(0, 100).replace(/[\ud800-\udbff]$/, "");
        expect(sent[3]?.body).toEqual({ msgn_name: name, statecode: 0, statuscode: 1 });
      }),
      tries(200),
    );
  });
});

it("rejects with RequestFailed and nothing else, whatever a server answers", async () => {
  const status = fc.integer({ min: 200, max: 599 }).filter((code) => ![204, 205, 304].includes(code));
  const header = hostileText.map((text) => text.replace(/[^\t\u0020-\u007e\u0080-\u00ff]/g, ""));
  await fc.assert(
    fc.asyncProperty(
      status,
      hostileText,
      fc.dictionary(fc.constantFrom("Date", "Retry-After", "ETag"), header),
      async (code, body, headers) => {
        const client = createClient(() => Promise.resolve(new Response(body, { status: code, headers })));
        const outcome: unknown = await client({ method: "GET", path: "x" }).catch((error: unknown) => error);
        if (code < 300) {
          expect((outcome as { now: number }).now).not.toBeNaN();
          return;
        }
        expect(outcome).toBeInstanceOf(RequestFailed);
        const { retryAfter } = outcome as RequestFailed;
        expect(retryAfter === null || retryAfter >= 0).toBe(true);
      },
    ),
    tries(300),
  );
});
