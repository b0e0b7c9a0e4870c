/** A phone that sends pictures: through `POST /sandbox/sms`, fetched by the gateway in the sandbox's process. */
import { demoConfiguration } from "../../demo/demoConfiguration";
import { createPhoneMedia } from "../../demo/phone/phoneMedia";
import { createPhones } from "../../demo/phone/phones";
import { createSmsRoute } from "../../demo/smsRoute";
import { createSandbox } from "../../sandbox";
import type { Sandbox } from "../../sandbox";
import { ask, askWebApi, rows } from "../../sandbox/tests/http/ask";
import { buildTimeout, managedZip, sendSms, startSandbox } from "./server";

const PNG = Buffer.from("\x89PNG\r\n\x1a\n and so on", "latin1").toString("base64");

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
}, buildTimeout);
afterAll(() => sandbox.close());

async function fetched(messageId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await askWebApi(sandbox.port, "ana", `msgn_messages(${messageId})?$select=msgn_media,msgn_mediadue`);
    const row = answer.json() as Readonly<Record<string, string | null>>;
    if (row["msgn_mediadue"] === null) return JSON.parse(row["msgn_media"] ?? "[]") as Record<string, unknown>[];
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The files were not fetched.");
}

it("sends a picture without words: the text is there at once, and its picture soon after, as a note that agents read", async () => {
  const { messageId } = await sendSms(sandbox.port, { from: "+15550701", media: [{ type: "image/png", base64: PNG }] });
  expect(await fetched(messageId)).toMatchObject([{ state: "kept", type: "image/png" }]);
  const [note] = await rows(sandbox.port, "ana", `annotations?$select=documentbody,filename&$filter=_objectid_value eq ${messageId}`);
  expect(note).toMatchObject({ documentbody: PNG, filename: "picture-1.png" });
  const answer = await ask(sandbox.port, "/sandbox/phone/texts?number=%2B15550701");
  const [text] = answer.json() as readonly { readonly media: readonly string[] }[];
  const picture = await ask(sandbox.port, text?.media[0] ?? "");
  expect([picture.status, picture.text.length > 0]).toEqual([200, true]);
});

it("says on the message what could not be had", async () => {
  const tooLarge = Buffer.concat([Buffer.from(PNG, "base64"), Buffer.alloc(5 * 1024 * 1024)]).toString("base64");
  const media = [
    { type: "image/png", base64: tooLarge },
    { type: "image/svg+xml", base64: Buffer.from("<svg/>").toString("base64") },
  ];
  const { messageId } = await sendSms(sandbox.port, { from: "+15550702", body: "Look", media });
  expect(await fetched(messageId)).toMatchObject([
    { state: "failed", reason: "tooLarge" },
    { state: "failed", reason: "notAllowed" },
  ]);
});

it.each([
  ["no list", { media: "x" }],
  ["a file without a type", { media: [{ base64: PNG }] }],
  ["no base64", { media: [{ type: "image/png", base64: "<svg>" }] }],
  ["neither words nor files", {}],
])("refuses %s with 400", async (_, more) => {
  expect((await ask(sandbox.port, "/sandbox/sms", { method: "POST", body: { from: "+15550703", ...more } })).status).toBe(400);
});

it("gives what a phone sent as no page of the sandbox", async () => {
  const { messageId } = await sendSms(sandbox.port, {
    from: "+15550704",
    media: [{ type: "text/html", base64: Buffer.from("<script>").toString("base64") }],
  });
  await fetched(messageId);
  const [text] = (await ask(sandbox.port, "/sandbox/phone/texts?number=%2B15550704")).json() as readonly {
    readonly media: readonly string[];
  }[];
  const file = await fetch(`http://127.0.0.1:${sandbox.port}${text?.media[0] ?? ""}`);
  expect(file.headers.get("content-type")).toBe("application/octet-stream");
});

it("keeps no file of a text that is refused, and each file once where the text is sent again", async () => {
  const store = createPhoneMedia();
  let kept = 0;
  const media = { ...store, keep: (file: Parameters<typeof store.keep>[0]) => ((kept += 1), store.keep(file)) };
  const demo = demoConfiguration();
  const routes = { ...demo.routes, "/sandbox/sms": createSmsRoute(createPhones(), media) };
  const one = await createSandbox({ solution: await managedZip(), configuration: { ...demo, routes } });
  try {
    const text = { from: "+15550705", body: "Look", media: [{ type: "image/png", base64: PNG }] };
    for (const wrong of [{ from: "555" }, { name: "x".repeat(300) }, { id: "x".repeat(101) }]) {
      expect((await ask(one.port, "/sandbox/sms", { method: "POST", body: { ...text, ...wrong } })).status).toBe(400);
    }
    expect(kept).toBe(0);
    for (const status of [201, 200]) expect((await sendSms(one.port, { ...text, id: "once" })).status).toBe(status);
    expect(kept).toBe(1);
  } finally {
    await one.close();
  }
});
