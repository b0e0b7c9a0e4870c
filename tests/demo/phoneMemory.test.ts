/** What the customers' phones remember, over a restart of the sandbox. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Sandbox } from "../../sandbox";
import { resetData } from "../../sandbox/server/program/dataFolder";
import { uninstall } from "../../sandbox/server/program/uninstall";
import { ask, askWebApi } from "../../sandbox/tests/http/ask";
import { buildTimeout, sendSms, startSandbox } from "./server";

jest.setTimeout(buildTimeout);

let folder: string;
let sandbox: Sandbox | undefined;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), "phones-"))));
afterEach(async () => {
  await sandbox?.close();
  rmSync(folder, { recursive: true });
});

const PHONE = "+15550801";

async function start(): Promise<number> {
  await sandbox?.close();
  sandbox = await startSandbox(folder);
  return sandbox.port;
}

type Text = Readonly<Record<"id" | "body" | "at", string>> & { readonly media?: readonly string[] };
const read = async (port: number, address: string): Promise<readonly Text[]> =>
  (await ask(port, `${address}?number=${encodeURIComponent(PHONE)}`)).json() as Text[];

/** Ana answers, and the phone has the answer. */
async function answer(port: number, sessionId: string, body: string): Promise<void> {
  const ana = sandbox?.people.find(({ login }) => login === "ana")?.id ?? "";
  const owned = { msgn_sessionstatus: 864500001, "ownerid@odata.bind": `/systemusers(${ana})` };
  await askWebApi(port, "ana", `msgn_sessions(${sessionId})`, { method: "PATCH", body: owned });
  const message = {
    ...{ msgn_body: body, msgn_direction: 864500001, msgn_deliverystatus: 864500000, msgn_segments: 1 },
    ...{ msgn_receivedon: new Date().toISOString(), "msgn_sessionid@odata.bind": `/msgn_sessions(${sessionId})` },
  };
  await askWebApi(port, "ana", `msgn_messages(${randomUUID()})`, { method: "PATCH", body: message, headers: { "If-None-Match": "*" } });
  for (let tries = 0; tries < 400; tries++) {
    if ((await read(port, "/sandbox/phone")).some((text) => text.body === body)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("The answer did not come.");
}

it("has the texts that it got before the restart, in their order, and all others on its page", async () => {
  let port = await start();
  const { sessionId } = await sendSms(port, { from: PHONE, body: "Hello", media: [{ type: "image/png", base64: "iVBORw0KGgo=" }] });
  await answer(port, sessionId, "We come\nat three.");
  const before = await read(port, "/sandbox/phone");

  port = await start();
  expect(await read(port, "/sandbox/phone")).toEqual(before);
  await sendSms(port, { from: PHONE, body: "Thanks" });
  await answer(port, sessionId, "You are welcome.");

  port = await start();
  expect((await read(port, "/sandbox/phone")).map(({ body }) => body)).toEqual(["We come\nat three.", "You are welcome."]);
  const page = await read(port, "/sandbox/phone/texts");
  expect(page.map(({ body }) => body)).toEqual(["Hello", "We come\nat three.", "Thanks", "You are welcome."]);
  // The files themselves are not kept: there is no address to show them from.
  expect(page[0]?.media).toEqual([""]);
});

it("remembers a text that Dataverse does not know as arrived", async () => {
  let port = await start();
  const { sessionId } = await sendSms(port, { from: PHONE, body: "Hello" });
  await ask(port, "/sandbox/provider", { method: "POST", body: { outcome: "timeout" } });
  await answer(port, sessionId, "Nobody can tell.");
  port = await start();
  expect((await read(port, "/sandbox/phone")).map(({ body }) => body)).toEqual(["Nobody can tell."]);
});

it.each<[string, () => void | Promise<void>]>([
  ["a reset", () => resetData(folder)],
  [
    "uninstalling",
    () =>
      uninstall(
        folder,
        () => undefined,
        () => Promise.resolve(true),
      ),
  ],
])("forgets all of it by %s", async (_, forget) => {
  let port = await start();
  const { sessionId } = await sendSms(port, { from: PHONE, body: "Hello" });
  await answer(port, sessionId, "Goodbye.");
  await sandbox?.close();
  await forget();
  expect(readdirSync(folder).filter((name) => name.startsWith("kept-"))).toEqual([]);
  port = await start();
  expect(await read(port, "/sandbox/phone")).toEqual([]);
});
