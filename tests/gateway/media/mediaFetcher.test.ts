/** Texts with pictures through the gateway, from Twilio's webhook to the notes in the sandbox's Dataverse. */
import { newSid } from "../gateway";
import { mediaPath, PNG } from "./mediaDouble";
import { setMediaScene } from "./mediaScene";

const scene = setMediaScene();
const { fetcher, send, read, message, notes, settled } = scene;

it("writes the text at once, with what is to be fetched, and then keeps each file as a note of it", async () => {
  const sid = await send(["image/png", "application/pdf"]);
  scene.store.put(mediaPath(sid, 0), { headers: { "Content-Type": "image/png" }, body: PNG });
  scene.store.put(mediaPath(sid, 1), { body: Buffer.from("%PDF-1.7 and so on") });
  expect(message(sid)).toMatchObject({ due: expect.any(String) as unknown, files: [{ state: "waiting" }, { state: "waiting" }] });
  fetcher().start();
  expect(await settled(sid)).toEqual([
    { state: "kept", type: "image/png", note: expect.any(String) as unknown, name: "picture-1.png", size: PNG.length },
    { state: "kept", type: "application/pdf", note: expect.any(String) as unknown, name: "file-2.pdf", size: 18 },
  ]);
  expect(notes(sid)).toMatchObject([
    { filename: "file-2.pdf", mimetype: "application/pdf" },
    { filename: "picture-1.png", mimetype: "image/png", documentbody: PNG.toString("base64") },
  ]);
});

it("is woken by a text with files, so that nobody waits for the next look", async () => {
  const made = fetcher({ lookEveryMs: 3_600_000 });
  made.start();
  await new Promise((resolve) => setTimeout(resolve, 200));
  const sid = await send(["image/png"]);
  scene.store.put(mediaPath(sid), { body: PNG });
  made.wake();
  expect(await settled(sid)).toMatchObject([{ state: "kept" }]);
});

it("says on the message what cannot be had, and why", async () => {
  const sid = await send(["image/png", "image/svg+xml", "image/jpeg", "image/png", "image/png"], {
    MediaUrl4: "https://example.com/picture.png",
  });
  scene.store.put(mediaPath(sid, 0), { body: Buffer.concat([PNG, Buffer.alloc(20_000)]) });
  scene.store.put(mediaPath(sid, 1), { body: Buffer.from("<svg/>") });
  scene.store.put(mediaPath(sid, 2), { body: Buffer.from("<html>") });
  scene.store.put(mediaPath(sid, 3), { status: 410 });
  fetcher({ maxBytes: 10_000 }).start();
  const reasons = (await settled(sid)).map((file) => file.state === "failed" && file.reason);
  expect(reasons).toEqual(["tooLarge", "notAllowed", "notWhatItSays", "gone", "refused"]);
  expect(notes(sid)).toEqual([]);
});

it("tries again while the provider is busy, and gives up in the end", async () => {
  const [sid, never] = [await send(["image/png"]), await send(["image/png"])];
  scene.store.put(mediaPath(sid), { status: 503 }, { cut: true }, { body: PNG });
  scene.store.put(mediaPath(never), { status: 500 });
  fetcher().start();
  // Times are whole seconds, by the server's clock: it is moved on instead of waited for.
  const timer = setInterval(() => scene.sandbox.clock.advance(1_000), 50);
  try {
    expect(await settled(sid)).toMatchObject([{ state: "kept" }]);
    expect(await settled(never)).toMatchObject([{ state: "failed", reason: "unreachable" }]);
  } finally {
    clearInterval(timer);
  }
}, 20_000);

it("keeps each file once, whichever of two instances is there, and after one that died in the middle", async () => {
  const sids = await Promise.all(Array.from({ length: 6 }, () => send(["image/png", "image/png"])));
  for (const sid of sids) for (const at of [0, 1]) scene.store.put(mediaPath(sid, at), { body: PNG });
  let left = 5;
  const dying: typeof fetch = (input, init) => (left-- > 0 ? fetch(input, init) : Promise.reject(new Error("dead")));
  const dead = fetcher({}, { fetch: dying, maxAttempts: 1 });
  dead.start();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await dead.stop(0);
  expect(sids.some((sid) => message(sid).due !== null)).toBe(true);
  // What the dead one had claimed is free again after three quarters of an hour at the latest.
  scene.sandbox.clock.advance(45 * 60 + 1);
  fetcher().start();
  fetcher().start();
  for (const sid of sids) {
    expect(await settled(sid)).toMatchObject([{ state: "kept" }, { state: "kept" }]);
    expect(notes(sid)).toHaveLength(2);
  }
}, 20_000);

it("writes the result also where an agent has read the message meanwhile", async () => {
  const sid = await send(["image/png"]);
  scene.store.put(mediaPath(sid), { body: PNG });
  const { id } = message(sid);
  const reading: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if ((input as string).includes("annotations(")) {
      scene.sandbox.dataverse.asSystem({ method: "PATCH", path: `msgn_messages(${id})`, body: { msgn_readon: new Date().toISOString() } });
    }
    return answer;
  };
  fetcher({}, { fetch: reading }).start();
  expect(await settled(sid)).toMatchObject([{ state: "kept" }]);
});

it("fetches nothing for a message that somebody else has made: who can write an address could send the gateway anywhere", async () => {
  const sid = newSid().replace("SM", "MM");
  scene.store.put(mediaPath(sid), { body: PNG });
  const session = (JSON.parse(read("msgn_sessions?$top=1&$select=msgn_sessionid")) as { value: { msgn_sessionid: string }[] }).value[0];
  const media = JSON.stringify([{ state: "waiting", type: "image/png", url: scene.store.url + mediaPath(sid), tries: 0 }]);
  const body = {
    ...{ msgn_providermessageid: sid, msgn_media: media, msgn_mediadue: "2020-01-01T00:00:00Z", msgn_receivedon: "2026-01-01T00:00:00Z" },
    "msgn_sessionid@odata.bind": `/msgn_sessions(${session?.msgn_sessionid ?? ""})`,
  };
  const { token, root } = scene.sandbox.connect("ana");
  const made = await fetch(`${root}msgn_messages`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(made.status).toBe(204);
  const before = scene.store.asked.length;
  fetcher().start();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(scene.store.asked.length).toBe(before);
});
