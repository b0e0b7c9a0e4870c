import { ask, rows } from "../../sandbox/tests/http/ask";
import { newSid, post, setGatewayScene, startGateway, webhook } from "./gateway";

const scene = setGatewayScene({ patienceMs: 2000 });

const kept = (sid: string) =>
  rows(
    scene.sandbox.port,
    "root",
    `msgn_messages?$select=msgn_name,msgn_body,msgn_media,msgn_mediadue&$filter=msgn_providermessageid eq '${sid}'`,
  );

describe("a webhook of Twilio", () => {
  it("is answered with empty TwiML when Dataverse has the message, again when it comes again", async () => {
    const sid = newSid();
    for (let time = 0; time < 2; time++) {
      const reply = await post(scene.gateway.port, webhook({ MessageSid: sid, Body: "Grüße & 👋" }));
      expect(reply).toEqual({
        status: 200,
        type: "text/xml; charset=utf-8",
        text: '<?xml version="1.0" encoding="UTF-8"?><Response/>',
      });
    }
    expect(await kept(sid)).toEqual([expect.objectContaining({ msgn_body: "Grüße & 👋" })]);
  });

  it.each([
    ["busy", { status: 429, retryAfterSeconds: 60 }, 503],
    ["down", { status: 503, times: 100 }, 503],
    ["cutting connections", { status: 0, times: 100 }, 503],
    ["refusing the role", { status: 403 }, 502],
  ])(
    "is answered with 5xx while Dataverse is %s, and taken when it is sent again",
    async (_, trouble, status) => {
      await scene.fault({ path: "$batch", ...trouble });
      const form = webhook();
      const reply = await post(scene.gateway.port, form);
      expect([reply.status, reply.text]).toEqual([status, "Dataverse has not taken the message. Send it again.\n"]);
      expect(await kept(form.get("MessageSid") ?? "")).toEqual([]);
      await ask(scene.sandbox.port, "/sandbox/faults", { method: "DELETE" });
      expect((await post(scene.gateway.port, form)).status).toBe(200);
      expect(await kept(form.get("MessageSid") ?? "")).toHaveLength(1);
    },
    20_000,
  );

  it("is refused with 403 when its signature is not Twilio's, and nothing is written", async () => {
    const form = webhook();
    expect((await post(scene.gateway.port, form, "0/KCTR6DLpKmkAf8muzZqo1nDgQ=")).status).toBe(403);
    expect((await post(scene.gateway.port, form, "")).status).toBe(403);
    expect(await kept(form.get("MessageSid") ?? "")).toEqual([]);
  });

  it("is refused with 400 and the reason when it is malformed", async () => {
    const reply = await post(scene.gateway.port, webhook({ From: "72727" }));
    expect([reply.status, reply.text]).toEqual([400, expect.stringMatching(/"from": "72727" is not an international phone number/)]);
    expect((await post(scene.gateway.port, new URLSearchParams())).text).toMatch(/^Missing: MessageSid, From, To\./);
  });

  it.each([
    [{ From: "72727" }, /Its sender is no phone number/],
    [{ From: "AMAZON" }, /Its sender is no phone number/],
    [{ From: "+266696687" }, /Its sender is no phone number .*withheld/],
    [{ From: "messenger:107983" }, /Its sender is no phone number .*channel/],
    [{ From: "" }, /Its sender is no phone number/],
    [{ To: "rcs:brand_agent" }, /It was sent to what is no phone number/],
    [{ Body: "x".repeat(10_001) }, /Its text is too long/],
  ])("is refused for good when it can never succeed, and the log says by which id to find it at Twilio: %j", async (changes, reason) => {
    const form = webhook(changes);
    expect((await post(scene.gateway.port, form)).status).toBe(400);
    const line = scene.gateway.log.at(-1) ?? "";
    expect(line).toMatch(new RegExp(`^${form.get("MessageSid") ?? ""}: refused with 400`));
    expect(line).toMatch(reason);
    expect(line).not.toMatch(/72727|AMAZON|266696687|107983|brand_agent|xxx/);
  });

  it("is refused without an id in the log where it has none", async () => {
    await post(scene.gateway.port, webhook({ MessageSid: "SM1\nSM2: delivered" }));
    expect(scene.gateway.log.at(-1)).toBe("a webhook without a MessageSid: refused with 400, and lost. It has no id of a message.");
  });

  it("is kept when it is a picture without a Body", async () => {
    const form = new URLSearchParams({ MessageSid: newSid().replace("SM", "MM"), From: "+15550303", To: "+15550999", NumMedia: "1" });
    expect((await post(scene.gateway.port, form)).status).toBe(200);
    const [row] = await kept(form.get("MessageSid") ?? "");
    expect(row).toMatchObject({ msgn_name: "+15550303", msgn_media: JSON.stringify([{ state: "failed", type: "", reason: "refused" }]) });
    // There is nothing to fetch: it has no address.
    expect(row?.["msgn_mediadue"]).toBeNull();
  });

  it("is answered with 500, and its id is in the log, when something happens that nobody has thought of", async () => {
    const odd = await startGateway(scene.sandbox, { fetch: () => Promise.resolve(new Response("<p>Welcome</p>")) });
    const form = webhook();
    expect((await post(odd.port, form)).status).toBe(500);
    expect(odd.log.at(-1)).toMatch(new RegExp(`^${form.get("MessageSid") ?? ""}: 500, not delivered\\. SyntaxError`));
    await odd.close();
  });

  it("takes one line of the log, whatever the answer looks like that it could not be delivered for", async () => {
    const page = "<html>\r\n2026-01-31T09:30:00Z SM0: delivered to session 1\n</html>";
    const busy = await startGateway(scene.sandbox, { fetch: () => Promise.resolve(new Response(page, { status: 400 })) });
    expect((await post(busy.port, webhook())).status).toBe(502);
    expect(busy.log.at(-1)).toMatch(/not delivered\. .*<html> 2026.* <\/html>$/);
    await busy.close();
  });

  it("leaves no text and no number in the log", async () => {
    await post(scene.gateway.port, webhook({ From: "+15550301", To: "my secret" }));
    await scene.fault({ path: "msgn_contactnumbers", status: 400 });
    await post(scene.gateway.port, webhook({ From: "+15550301", Body: "my secret" }));
    await scene.fault({ path: "msgn_contactnumbers", status: 429, retryAfterSeconds: 60 });
    await post(scene.gateway.port, webhook({ From: "+15550301", Body: "my secret" }));
    await post(scene.gateway.port, webhook({ From: "+15550301", Body: "my secret" }));
    const [sid = ""] = scene.gateway.log.at(-1)?.split(":") ?? [];
    expect(await kept(sid)).toHaveLength(1);
    expect(scene.gateway.log.join("\n")).not.toMatch(/secret|15550301|15550999/);
  });
});

describe("the service", () => {
  it.each([
    ["GET", "/health", undefined, 200, /ok/],
    ["GET", "/", undefined, 404, /webhook is \/sms/],
    ["GET", "/sms?tenant=1", undefined, 405, /POST/],
    ["POST", "/sms?tenant=1", { From: "+15550100" }, 400, /application\/x-www-form-urlencoded/],
  ])("says what is wrong: %s %s", async (method, path, body, status, reason) => {
    const answer = await ask(scene.gateway.port, path, { method, ...(body ? { body } : {}) });
    expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(reason)]);
  });

  it("does not read endless bodies", async () => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const answer = await ask(scene.gateway.port, "/sms", { method: "POST", headers, body: `Body=${"x".repeat(70_000)}` });
    expect(answer.status).toBe(413);
  });
});
