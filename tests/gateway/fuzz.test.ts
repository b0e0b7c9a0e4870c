/** Whatever is sent to the webhook: nothing is written without Twilio's signature, nothing twice, and nothing breaks the service. */
import http from "node:http";
import * as fc from "fast-check";
import { SmsError, checkSms } from "../../gateway/contract";
import { writeChangeSet } from "../../gateway/contract/batch";
import { literal } from "../../gateway/contract/webApi";
import { planWrites } from "../../gateway/contract/writes";
import { twilioSignature } from "../../gateway/providers/twilio/signature";
import { boundaryOf, parseBatch } from "../../sandbox/server/dataverse/multipart";
import { tokenize } from "../../sandbox/server/dataverse/odata/lexer";
import { parseAddress } from "../../sandbox/server/dataverse/odata/options";
import { anyId, hostileName, hostileText, isWellFormed, tries } from "../hostile";
import { rows } from "../../sandbox/tests/http/ask";
import { authToken, newSid, publicUrl, setGatewayScene } from "./gateway";

const scene = setGatewayScene({ patienceMs: 4000 });

/** Sends bytes as they are; resolves to the status, 0 where the connection was cut. */
function send(body: string | Uint8Array, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve) => {
    const request = http.request({ port: scene.gateway.port, path: "/sms?tenant=1", method: "POST", headers, agent: false }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    request.on("error", () => resolve(0));
    request.end(body);
  });
}

const FORM = "application/x-www-form-urlencoded";
const kept = () => rows(scene.sandbox.port, "root", "msgn_messages?$select=msgn_providermessageid,msgn_body&$orderby=createdon");

/** A webhook's fields, each of them right, hostile, missing or there twice. */
const field = (right: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 3, arbitrary: right.map((one) => [one]) }, fc.array(hostileName, { maxLength: 2 }));
const number = fc.constantFrom("+15550100", "+1 (555) 01-01", "0015550102", "\u202a+15550103\u202c", "rcs:+15550104", "whatsapp:+15550105");
const form = fc
  .record({
    MessageSid: field(fc.constantFrom(...Array.from({ length: 6 }, () => newSid()))),
    From: field(number),
    To: field(fc.constantFrom("+15550999", "+15550998")),
    Body: fc.oneof({ weight: 4, arbitrary: hostileText.map((one) => [one]) }, fc.array(hostileText, { maxLength: 2 })),
    NumMedia: fc.oneof({ weight: 3, arbitrary: fc.constantFrom<string[]>(["0"], ["1"], []) }, fc.array(hostileName, { maxLength: 1 })),
  })
  .map((fields) => new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value]))));

it("takes what Twilio signed or says what is wrong with it, and keeps each message once, as it came first", async () => {
  const taken = new Map<string, string>();
  await fc.assert(
    fc.asyncProperty(form, async (fields) => {
      const body = fields.toString();
      // As it arrives: half a character has become U+FFFD on the way.
      const arrived = new URLSearchParams(body);
      const status = await send(body, { "Content-Type": FORM, "X-Twilio-Signature": twilioSignature(authToken, publicUrl, arrived) });
      expect([200, 400, 413]).toContain(status);
      if (status !== 200) return;
      const sid = arrived.get("MessageSid") ?? "";
      const text = (arrived.get("Body") ?? "").replaceAll("\0", "\ufffd");
      if (!taken.has(sid)) taken.set(sid, text);
    }),
    tries(120),
  );
  const messages = (await kept()).map((row) => [String(row["msgn_providermessageid"]), (row["msgn_body"] ?? "") as string] as const);
  expect(taken.size).toBeGreaterThan(0);
  // The sandbox's SQLite takes a U+FEFF at the beginning of a text for a mark of its encoding.
  const sorted = (list: Iterable<readonly [string, string]>) => [...list].map(([sid, text]) => [sid, text.replace(/^\ufeff+/, "")]).sort();
  expect(sorted(messages)).toEqual(sorted(taken));
}, 60_000);

/** Without a right signature; what is longer than any webhook is not even read to its end. */
const REFUSED = [403, 413];

it("writes nothing without Twilio's signature, however nearly right it is", async () => {
  const before = await kept();
  await fc.assert(
    fc.asyncProperty(form, hostileName, fc.nat(27), async (fields, noise, at) => {
      const body = fields.toString();
      const right = twilioSignature(authToken, publicUrl, new URLSearchParams(body));
      const nearly = `${right.slice(0, at)}${right[at] === "A" ? "B" : "A"}${right.slice(at + 1)}`;
      const printable = noise.replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, "").trim();
      for (const signature of [nearly, printable, right.slice(0, at), `${right},${right}`]) {
        expect(REFUSED).toContain(await send(body, { "Content-Type": FORM, "X-Twilio-Signature": signature }));
      }
      expect(REFUSED).toContain(await send(body, { "Content-Type": FORM }));
      // A field more than was signed.
      const more = `${body}&x${at}=1`;
      expect(REFUSED).toContain(await send(more, { "Content-Type": FORM, "X-Twilio-Signature": right }));
    }),
    tries(30),
  );
  expect(await kept()).toEqual(before);
}, 60_000);

it("answers junk of any bytes with 4xx, and stays at work", async () => {
  const before = await kept();
  const type = fc.oneof(
    fc.constantFrom(FORM, `${FORM}; charset=x`, "application/json", "multipart/form-data; boundary=x", ""),
    hostileName,
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 300 }), hostileText, fc.constant("%&".repeat(40_000))),
      type,
      async (body, contentType) => {
        const text = typeof body === "string" ? body : Buffer.from(body).toString("utf8");
        const signature = twilioSignature(authToken, publicUrl, new URLSearchParams(Buffer.from(text).toString("utf8")));
        const headers = { "Content-Type": contentType.replace(/[^\u0020-\u007e]/g, ""), "X-Twilio-Signature": signature };
        const status = await send(body, headers);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      },
    ),
    tries(80),
  );
  expect(await kept()).toEqual(before);
  expect(scene.gateway.log.filter((line) => /^500|: 500,/.test(line))).toEqual([]);
}, 60_000);

describe("what is written for a text", () => {
  const known = {};
  const root = "https://org.example/api/data/v9.2/";

  it("is one change set whose bodies are the text's own, or is refused", () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileName, number),
        hostileName,
        hostileText,
        fc.oneof(hostileName, anyId),
        anyId,
        (from, to, body, id, customer) => {
          let sms;
          try {
            sms = checkSms({
              id,
              from,
              to: to === "" ? "+15550999" : `+1555${to.replace(/\D/g, "").padEnd(4, "0").slice(0, 9)}`,
              body,
              receivedAt: new Date(0),
            });
          } catch (error) {
            expect(error).toBeInstanceOf(SmsError);
            return;
          }
          const { writes } = planWrites(
            root,
            { ...sms, receivedAt: new Date(0) },
            known,
            { table: "contact", id: customer, name: body || "x" },
            undefined,
            { derive: true, follows: true },
          );
          const { contentType, body: batch } = writeChangeSet(writes);
          const [item] = parseBatch(batch, boundaryOf(contentType));
          const parts = item && "changeSet" in item ? item.changeSet : [];
          expect(parts.map((part) => [part.method, part.url, JSON.parse(part.body) as unknown])).toEqual(
            writes.map((write) => [write.method, write.url, write.body]),
          );
          for (const { url } of writes) expect(url).toMatch(/^[\w:/.]+\([\w='.~-]+\)(\?\$select=msgn_messageid)?$/);
          const [numberRow, sessionRow, message] = writes.map((write) => write.body);
          expect(numberRow).toMatchObject({ msgn_phonenumber: sms.from });
          expect(String(sessionRow?.["msgn_name"]).length).toBeLessThanOrEqual(200);
          expect(message).toMatchObject({ msgn_body: sms.body });
          expect(String(message?.["msgn_name"]).length).toBeLessThanOrEqual(100);
          for (const value of Object.values(message ?? {})) expect(isWellFormed(String(value))).toBe(true);
        },
      ),
      tries(400),
    );
  });

  it("is found by one text that is the id itself, whatever is in it", () => {
    fc.assert(
      fc.property(hostileText.filter(isWellFormed), (id) => {
        const { path, options } = parseAddress(`msgn_messages?$filter=msgn_providermessageid eq ${literal(id)}&$top=1`);
        expect([path, [...options.keys()]]).toEqual(["msgn_messages", ["$filter", "$top"]]);
        expect(tokenize(options.get("$filter") ?? "").map(({ kind, text }) => [kind, text])).toEqual([
          ["word", "msgn_providermessageid"],
          ["word", "eq"],
          ["text", id],
          ["end", ""],
        ]);
      }),
      tries(400),
    );
  });
});
