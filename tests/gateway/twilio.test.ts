import { isFromTwilio, twilioSignature } from "../../gateway/providers/twilio/signature";
import { writeMedia } from "../../gateway/contract";
import { readWebhook } from "../../gateway/providers/twilio/webhook";
import { newSid, webhook } from "./gateway";

describe("Twilio's signature", () => {
  // The example of Twilio's page "Security".
  const url = "https://mycompany.com/myapp.php?foo=1&bar=2";
  const form = new URLSearchParams({
    CallSid: "CA1234567890ABCDE",
    To: "+18005551212",
    From: "+12349013030",
    Digits: "1234",
    Caller: "+12349013030",
  });
  const signature = "0/KCTR6DLpKmkAf8muzZqo1nDgQ=";

  it("is made as Twilio documents it, whatever the order of the fields", () => {
    expect(twilioSignature("12345", url, form)).toBe(signature);
    expect(isFromTwilio("12345", url, form, signature)).toBe(true);
  });

  it("does not depend on connection settings after a # in the address", () => {
    expect(isFromTwilio("12345", `${url}#rc=5&rp=all`, form, signature)).toBe(true);
    expect(isFromTwilio("12345", `${url}#rc=5`, form, twilioSignature("12345", `${url}#rc=5`, form))).toBe(true);
  });

  it("counts a field that comes several times once for each value", () => {
    const repeated = new URLSearchParams("b=2&a=1&b=1&b=2");
    expect(twilioSignature("12345", url, repeated)).toBe(twilioSignature("12345", `${url}a1b1b2`, new URLSearchParams()));
  });

  it.each([
    ["another token", "12346", url, form, signature],
    ["another address", "12345", `${url}&baz=3`, form, signature],
    ["another field", "12345", url, new URLSearchParams({ ...Object.fromEntries(form), Digits: "1235" }), signature],
    ["a longer signature", "12345", url, form, `${signature}=`],
    ["no signature", "12345", url, form, ""],
  ])("is wrong with %s", (_, token, address, fields, given) => {
    expect(isFromTwilio(token, address, fields, given)).toBe(false);
  });
});

describe("Twilio's webhook", () => {
  it("becomes a message, without a time", () => {
    const sid = newSid();
    expect(readWebhook(webhook({ MessageSid: sid, Body: "A & B\n<i>" }))).toEqual({
      id: sid,
      from: "+15550100",
      to: "+15550999",
      body: "A & B\n<i>",
      media: [],
      files: [],
    });
  });

  it("brings pictures along: where they are to be fetched, and what they are said to be", () => {
    const form = webhook({
      Body: "Look",
      NumMedia: "2",
      ...{ MediaUrl0: "https://api.twilio.com/0", MediaContentType0: "image/jpeg" },
      ...{ MediaUrl1: "https://api.twilio.com/1", MediaContentType1: "Text/X-VCARD; charset=utf-8" },
    });
    expect(readWebhook(form)).toMatchObject({
      body: "Look",
      files: [
        { state: "waiting", type: "image/jpeg", url: "https://api.twilio.com/0", tries: 0 },
        { state: "waiting", type: "text/x-vcard", url: "https://api.twilio.com/1", tries: 0 },
      ],
    });
  });

  it("tells of files beyond ten, and of one without an address, that they cannot be had", () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, at): [string, string][] => [
        [`MediaUrl${at}`, at === 3 ? "" : `https://api.twilio.com/${at}`],
        [`MediaContentType${at}`, "image/png"],
      ]).flat(),
    );
    const { files } = readWebhook(webhook({ NumMedia: "12", ...many }));
    expect(files.map((file) => (file.state === "failed" ? file.reason : file.state))).toEqual([
      ...["waiting", "waiting", "waiting", "refused"],
      ...Array.from({ length: 6 }, () => "waiting"),
      ...["tooMany", "tooMany"],
    ]);
  });

  it("fits into its column, whatever stands in the place of addresses and types", () => {
    const odd = Object.fromEntries(
      Array.from({ length: 999 }, (_, at): [string, string][] => [
        [`MediaUrl${at}`, at % 2 ? '\u0000"\\'.repeat(300) : `https://x/${"y".repeat(490)}`],
        [`MediaContentType${at}`, `${"t".repeat(50)}/${"\u0001".repeat(500)}`],
      ]).flat(),
    );
    expect(writeMedia(readWebhook(webhook({ NumMedia: "999", ...odd })).files).length).toBeLessThan(10_000);
  });

  /** A webhook without a field. */
  const without = (field: string, changes: Readonly<Record<string, string>> = {}): URLSearchParams => {
    const form = webhook(changes);
    form.delete(field);
    return form;
  };

  it.each([
    ["a picture without a Body", without("Body", { NumMedia: "1" }), "", 1],
    ["neither words nor pictures", without("Body"), "", 0],
    ["no number of pictures", without("NumMedia"), "Hi", 0],
    ["no number of pictures, and two of them", without("NumMedia", { MediaUrl0: "https://x/0", MediaUrl1: "https://x/1" }), "Hi", 2],
    ["a number of pictures that is none", webhook({ NumMedia: "many", MediaUrl0: "https://x/0" }), "Hi", 1],
    ["nothing but what it needs", new URLSearchParams({ MessageSid: newSid(), From: "+15550100", To: "+15550999" }), "", 0],
  ])("is no less a message with %s", (_, form, body, files) => {
    const sms = readWebhook(form);
    expect(sms).toMatchObject({ from: "+15550100", to: "+15550999", body });
    expect(sms.files).toHaveLength(files);
  });

  it.each(["SmsMessageSid", "SmsSid"])("is known by its id in older webhooks, too: %s", (field) => {
    const id = newSid();
    expect(readWebhook(without("MessageSid", { [field]: id })).id).toBe(id);
  });

  it("is known by its id whatever kind of message Twilio gives the id to", () => {
    const id = newSid().replace("SM", "RC");
    expect(readWebhook(webhook({ MessageSid: id })).id).toBe(id);
  });

  it.each(["whatsapp", "rcs", "sms"])("is the phone's whatever channel it comes by: %s", (channel) => {
    const form = webhook({ From: `${channel}:+15550304`, To: `${channel}:+15550999` });
    expect(readWebhook(form)).toMatchObject({ from: "+15550304", to: "+15550999" });
  });

  it.each([
    [{ Body: "Stop" }, "stop"],
    [{ Body: "yes" }, "start"],
    [{ Body: "Please call" }, undefined],
    // Advanced Opt-Out knows the account's own words, and the conversation: it has the last word.
    [{ Body: "ARRET", OptOutType: "STOP" }, "stop"],
    [{ Body: "STOP", OptOutType: "START" }, "start"],
    [{ Body: "STOP", OptOutType: "HELP" }, "help"],
    [{ Body: "STOP", OptOutType: "" }, "stop"],
    [{ Body: "STOP", OptOutType: "NEWS" }, "stop"],
    [{ Body: "STOP", NumMedia: "1" }, "stop"],
  ])("says what the customer asks for: %j", (changes, optOut) => {
    expect(readWebhook(webhook(changes)).optOut).toBe(optOut);
  });

  it.each([
    [{ MessageSid: "1" }, /MessageSid is "1"/],
    [{ From: "72727" }, /"from": "72727" is not an international phone number/],
    [{ From: "messenger:107983" }, /"from": "messenger:107983" is not an international phone number/],
    [{ From: "whatsapp:" }, /"from"/],
    [{ To: "rcs:brand_agent" }, /"to": "rcs:brand_agent"/],
    [{ To: "" }, /"to"/],
    [{ Body: "x".repeat(10_001) }, /10001 characters/],
    [{ From: "Restricted" }, /"from": "Restricted" is not an international phone number/],
    [{ From: "" }, /"from"/],
    [{ From: "+266696687" }, /"from": "\+266696687" stands for a sender who withholds the number/],
  ])("is refused in words when it is none: %j", (changes, reason) => {
    expect(() => readWebhook(webhook(changes))).toThrow(reason);
  });

  it("is refused with the names of the fields that are missing", () => {
    expect(() => readWebhook(new URLSearchParams({ From: "+15550100" }))).toThrow("Missing: MessageSid, To.");
  });
});
