/** Files of texts where the way to the provider or to Dataverse is not open. */
import { systemClock } from "../../../gateway/clock";
import { readMedia } from "../../../gateway/contract";
import { readSettings } from "../../../gateway/settings";
import { mediaPath, PNG } from "./mediaDouble";
import { setMediaScene } from "./mediaScene";

const scene = setMediaScene();
const { fetcher, send, message, notes, settled, until } = scene;
const MINUTE = 60_000;

/** Dataverse, but for requests that `answer` takes upon itself. */
const dataverseBut =
  (answer: (url: string, init: RequestInit) => Promise<Response> | undefined): typeof fetch =>
  (input, init) =>
    answer(input as string, init ?? {}) ?? fetch(input, init);
/** A picture that the provider has. */
async function sendPicture(count = 1): Promise<string> {
  const sid = await send(Array.from({ length: count }, () => "image/png"));
  for (let at = 0; at < count; at++) scene.store.put(mediaPath(sid, at), { body: PNG });
  return sid;
}
const write = (sid: string, body: object): void =>
  void scene.sandbox.dataverse.asSystem({ method: "PATCH", path: `msgn_messages(${message(sid).id})`, body });
const askedFor = (sid: string): number => scene.store.asked.filter(({ path }) => path.includes(sid)).length;
/** How far ahead the next try is, in milliseconds. */
const dueIn = (sid: string): number => Date.parse(message(sid).due ?? "") - scene.sandbox.clock.now();

it("gives a note more time than a webhook has", async () => {
  const env = { DATAVERSE_URL: "https://org.crm.dynamics.com", DATAVERSE_TOKEN: "x", PUBLIC_URL: "https://sms.example.com/sms" };
  const { connection } = readSettings({ ...env, TWILIO_AUTH_TOKEN: "a-long-enough-secret" });
  const slow = dataverseBut((url, init) => {
    if (!url.includes("annotations(")) return undefined;
    return new Promise((resolve, reject) => {
      init.signal?.addEventListener("abort", () => reject(new Error("too slow")));
      setTimeout(() => resolve(fetch(url, init)), (connection.timeoutMs ?? 0) + 300);
    });
  });
  const sid = await sendPicture();
  fetcher({}, { ...connection, ...scene.sandbox.connect("gateway"), fetch: slow }).start();
  await until(() => askedFor(sid) > 0);
  await until(() => message(sid).due === null);
  expect(message(sid).files).toMatchObject([{ state: "kept" }]);
  expect(askedFor(sid)).toBe(1);
}, 20_000);

describe("a note that Dataverse does not take", () => {
  it("is tried again later, with its file alone, and leaves the others to be kept", async () => {
    let refused = 0;
    const second = "picture-2.png";
    const choosy = dataverseBut((url, init) =>
      url.includes("annotations(") && (init.body as string).includes(second) && refused++ === 0
        ? Promise.resolve(new Response("{}", { status: 403 }))
        : undefined,
    );
    const sid = await sendPicture(3);
    fetcher({ firstRetryMs: 5 * MINUTE }, { fetch: choosy }).start();
    await until(() => message(sid).files.some(({ state }) => state === "kept"));
    expect(message(sid).files).toMatchObject([{ state: "kept" }, { state: "waiting", tries: 1 }, { state: "kept" }]);
    expect(dueIn(sid)).toBeGreaterThan(3 * MINUTE);
    expect(scene.log.join("\n")).toContain("file 2: waiting (Dataverse: 403)");
    scene.sandbox.clock.advance(301);
    expect(await settled(sid)).toMatchObject([{ state: "kept" }, { state: "kept" }, { state: "kept" }]);
    expect(notes(sid)).toHaveLength(3);
    expect(askedFor(sid)).toBe(4);
  });

  it.each([
    [403, "notAllowed"],
    [500, "unreachable"],
  ])("is given up after about a day of %s", async (status, reason) => {
    const full = dataverseBut((url) => (url.includes("annotations(") ? Promise.resolve(new Response("{}", { status })) : undefined));
    const sid = await sendPicture();
    write(sid, { msgn_media: JSON.stringify(message(sid).files.map((file) => ({ ...file, tries: 33 }))) });
    fetcher({}, { fetch: full, maxAttempts: 1 }).start();
    expect(await settled(sid)).toMatchObject([{ state: "failed", reason }]);
  });
});

it("waits without counting while the provider refuses the account, and says so in the log", async () => {
  const sid = await send(["image/png"]);
  scene.store.put(mediaPath(sid), { status: 401 }, { body: PNG });
  fetcher().start();
  await until(() => scene.log.some((line) => line.includes("waiting (401)")));
  await until(() => dueIn(sid) < 11 * MINUTE);
  expect(message(sid).files).toMatchObject([{ state: "waiting", tries: 0 }]);
  expect(dueIn(sid)).toBeGreaterThan(9 * MINUTE);
  expect(askedFor(sid)).toBe(1);
  scene.sandbox.clock.advance(601);
  expect(await settled(sid)).toMatchObject([{ state: "kept" }]);
});

it("takes nobody's word for a file that was tried less often than never: it would be asked for without a pause", async () => {
  const file = { state: "waiting", type: "image/png", url: "https://example.com/", tries: -1 };
  expect(readMedia(JSON.stringify([file, { ...file, tries: 0 }]))).toEqual([{ ...file, tries: 0 }]);
  const sid = await send(["image/png"]);
  write(sid, { msgn_media: JSON.stringify(message(sid).files.map((one) => ({ ...one, tries: -1_000 }))) });
  fetcher().start();
  expect(await settled(sid)).toEqual([]);
});

it("counts the wait for the next try from the try, however long the look before it took", async () => {
  let skipped = 0;
  const clock = { ...systemClock, monotonicNow: () => systemClock.monotonicNow() + skipped };
  const slow: typeof fetch = (input, init) => {
    skipped += 20 * MINUTE;
    return fetch(input, init);
  };
  const sid = await send(["image/png"]);
  scene.store.put(mediaPath(sid), { status: 503 });
  fetcher({ clock, fetch: slow, firstRetryMs: MINUTE }).start();
  await until(() => message(sid).files.some((file) => file.state === "waiting" && file.tries > 0));
  expect(dueIn(sid)).toBeGreaterThan(20 * MINUTE);
  expect(dueIn(sid)).toBeLessThan(22 * MINUTE);
});

it("knows its own claim where the answer to it was lost", async () => {
  let lost = 0;
  const losing = dataverseBut((url, init) =>
    init.method === "PATCH" && url.includes("msgn_messages(") && lost++ === 0
      ? fetch(url, init).then(() => Promise.reject(new Error("cut")))
      : undefined,
  );
  const sid = await sendPicture();
  fetcher({}, { fetch: losing }).start();
  expect(await settled(sid)).toMatchObject([{ state: "kept" }]);
  expect([lost > 1, askedFor(sid)]).toEqual([true, 1]);
});

it("names each message that there is trouble with in the log", async () => {
  const sids = [await sendPicture(), await sendPicture()];
  const ids = sids.map((sid) => message(sid).id);
  const stubborn = dataverseBut((url, init) =>
    init.method === "PATCH" && ids.some((id) => url.includes(id)) ? Promise.resolve(new Response("{}", { status: 403 })) : undefined,
  );
  fetcher({}, { fetch: stubborn }).start();
  await until(() => ids.every((id) => scene.log.some((line) => line.includes(`${id}: its files could not be fetched. Status 403.`))));
});
