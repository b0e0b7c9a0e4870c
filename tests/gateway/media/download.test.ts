import { download } from "../../../gateway/media/download";
import type { Download } from "../../../gateway/media/download";
import { createTwilioMediaHosts } from "../../../gateway/providers/twilio/twilioMediaHosts";
import { ACCOUNT, mediaPath, PNG, startMediaDouble } from "./mediaDouble";
import type { MediaDouble } from "./mediaDouble";

const SID = `MM${"1".repeat(32)}`;
let store: MediaDouble;
beforeAll(async () => {
  store = await startMediaDouble();
});
afterAll(() => store.close());

const get = (address: string, { timeoutMs = 5_000, maxBytes = 5_000 } = {}): Promise<Download> =>
  download(createTwilioMediaHosts({ accountSid: ACCOUNT, authToken: "secret", apiUrl: store.url }), address, SID, {
    ...{ maxBytes, timeoutMs },
    signal: new AbortController().signal,
  });
const file = (index: number): string => store.url + mediaPath(SID, index);

it("fetches a file with the account's credentials", async () => {
  store.put(mediaPath(SID, 1), { headers: { "Content-Type": "image/png" }, body: PNG });
  expect(await get(file(1))).toEqual({ kind: "file", bytes: PNG, type: "image/png" });
  expect(store.asked.at(-1)?.authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:secret`).toString("base64")}`);
});

it("follows a redirect within the provider's hosts, and takes no credentials along", async () => {
  store.put(mediaPath(SID, 2), { status: 307, headers: { Location: "/store/2" } });
  store.put("/store/2", { headers: { "Content-Type": "image/png" }, body: PNG });
  expect((await get(file(2))).kind).toBe("file");
  expect(store.asked.at(-1)).toEqual({ path: "/store/2", authorization: "" });
});

it.each([
  ["to another host", "http://127.0.0.2:9/secret"],
  ["to the cloud's own address", "http://169.254.169.254/latest/meta-data/"],
  ["to a file of the machine", "file:///etc/passwd"],
  ["nowhere", "http://"],
])("is not sent %s", async (_, location) => {
  store.put(mediaPath(SID, 3), { status: 302, headers: { Location: location } });
  expect(await get(file(3))).toEqual({ kind: "never", reason: "refused" });
});

it("is not sent round and round", async () => {
  store.put(mediaPath(SID, 4), { status: 302, headers: { Location: mediaPath(SID, 4) } });
  const before = store.asked.length;
  expect(await get(file(4))).toEqual({ kind: "never", reason: "refused" });
  expect(store.asked.length - before).toBeLessThan(6);
});

it("stops at the limit, whether the length is said or not", async () => {
  const body = Buffer.alloc(6_000, 1);
  store.put(mediaPath(SID, 5), { body, headers: { "Content-Length": "6000" } });
  store.put(mediaPath(SID, 6), { body, headers: { "Transfer-Encoding": "chunked" } });
  expect(await get(file(5))).toEqual({ kind: "never", reason: "tooLarge" });
  expect(await get(file(6))).toEqual({ kind: "never", reason: "tooLarge" });
  expect((await get(file(6), { maxBytes: 6_000 })).kind).toBe("file");
});

it("comes back later where the store is busy, away or slow, and as late as it asks", async () => {
  store.put(mediaPath(SID, 7), { status: 429, headers: { "Retry-After": "120" } });
  expect(await get(file(7))).toEqual({ kind: "later", why: "429", isForAccount: false, retryAfterMs: 120_000 });
  store.put(mediaPath(SID, 7), { status: 503 }, { cut: true }, { hangs: true });
  expect(await get(file(7))).toEqual({ kind: "later", why: "503", isForAccount: false });
  expect(await get(file(7))).toMatchObject({ kind: "later", why: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/) as unknown });
  expect(await get(file(7), { timeoutMs: 100 })).toMatchObject({ kind: "later", why: "TimeoutError" });
  store.put(mediaPath(SID, 7), { status: 404 }, { status: 410 });
  expect(await get(file(7))).toEqual({ kind: "later", why: "404", isForAccount: false });
  expect(await get(file(7))).toEqual({ kind: "never", reason: "gone" });
});

it("says where the account was refused, which a storage behind the provider cannot do", async () => {
  store.put(mediaPath(SID, 8), { status: 401 }, { status: 403 }, { status: 307, headers: { Location: "/store/8" } });
  store.put("/store/8", { status: 403 });
  expect(await get(file(8))).toMatchObject({ why: "401", isForAccount: true });
  expect(await get(file(8))).toMatchObject({ why: "403", isForAccount: true });
  expect(await get(file(8))).toMatchObject({ why: "403", isForAccount: false });
});

it("does not take a bug for a trouble on the way", async () => {
  const hosts = {
    headersFor: () => ({}),
    mayRedirectTo: (): boolean => {
      throw new TypeError("a bug");
    },
  };
  store.put(mediaPath(SID, 9), { status: 302, headers: { Location: "/elsewhere" } });
  const limits = { maxBytes: 5_000, timeoutMs: 5_000, signal: new AbortController().signal };
  await expect(download(hosts, file(9), SID, limits)).rejects.toThrow("a bug");
});

describe("Twilio's hosts", () => {
  const hosts = createTwilioMediaHosts({ accountSid: ACCOUNT, authToken: "secret" });
  const own = `https://api.twilio.com${mediaPath(SID)}`;

  it.each([
    ["another host", own.replace("api.twilio.com", "api.twilio.com.example.com")],
    ["plain HTTP", own.replace("https:", "http:")],
    ["another port", own.replace(".com/", ".com:8443/")],
    ["another account", own.replace(ACCOUNT, `AC${"9".repeat(32)}`)],
    ["another message", own.replace(SID, `MM${"2".repeat(32)}`)],
    ["another resource of the account", `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Keys.json`],
    ["a path that climbs", `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT}/Messages/${SID}/Media/../../../Keys.json`],
  ])("are not asked at %s", (_, address) => expect(hosts.headersFor(new URL(address), SID)).toBeUndefined());

  it("are asked for this account's files of this message", () => expect(hosts.headersFor(new URL(own), SID)).toBeDefined());

  it.each([
    ["https://mms.twiliocdn.com/AC1/x?Expires=1", true],
    ["https://s3-external-1.amazonaws.com/media.twiliocdn.com/AC1/x", true],
    ["https://s3-external-1.amazonaws.com/other-bucket/x", false],
    ["https://twiliocdn.com.example.com/x", false],
    ["https://eviltwiliocdn.com/x", false],
    ["http://mms.twiliocdn.com/x", false],
    ["https://mms.twiliocdn.com:8443/x", false],
  ])("may redirect to %s: %s", (address, expected) => expect(hosts.mayRedirectTo(new URL(address))).toBe(expected));
});
