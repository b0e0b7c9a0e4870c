import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { ask, rows } from "../../sandbox/tests/http/ask";
import { RepositoryCopy } from "./repositoryCopy";
import { sendSms } from "./server";

const BUBBLE = "/uclient/controls/msgn_MessageNotification.MessageBubble";
const TEXTS = "MessageBubble/strings/MessageBubble.1033.resx";

let copy: RepositoryCopy;
let child: ChildProcess;
let port: number;
let said = "";

/** Waits until the condition holds. */
async function until(what: string, isSo: () => boolean | Promise<boolean>, within = 20_000): Promise<void> {
  const started = Date.now();
  while (!(await isSo())) {
    if (Date.now() - started > within) throw new Error(`${what} did not come in ${within} ms. It said:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const text = async (address: string): Promise<string> => (await ask(port, address)).text;

beforeAll(async () => {
  copy = new RepositoryCopy();
  child = spawn(process.execPath, ["--import", "tsx", "demo/dev.ts", "--empty"], {
    cwd: copy.root,
    env: { ...process.env, PORT: "0", SANDBOX_DATA: ":memory:" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const read = (chunk: Buffer): void => void (said += chunk.toString());
  child.stdout?.on("data", read);
  child.stderr?.on("data", read);
  await until("The address", () => said.includes("Watching"), 60_000);
  port = Number(/Sandbox ready: http:\/\/localhost:(\d+)\//.exec(said)?.[1]);
}, 90_000);
afterAll(() => {
  child.kill("SIGKILL");
  copy.remove();
});

it("serves bundles whose source maps lead to the files that people write", async () => {
  const [, encoded = ""] = /sourceMappingURL=data:application\/json;base64,(\S+)/.exec(await text(`${BUBBLE}/bundle.js`)) ?? [];
  const map = JSON.parse(Buffer.from(encoded, "base64").toString()) as { sources: string[]; sourcesContent: string[] };
  const at = map.sources.findIndex((source) => source.endsWith("MessageBubble/Bubble.tsx"));
  expect(map.sourcesContent[at]).toContain("export function Bubble(");
});

it("shows what changed in texts, code, scripts and the solution's files, and keeps the rows", async () => {
  await sendSms(port, { from: "+15550180", body: "Kept" });
  copy.edit(TEXTS, (before) => before.replace("<value>", "<value>Newly "));
  await until("The text", async () => (await text(`${BUBBLE}/strings/MessageBubble.1033.resx`)).includes("Newly "));
  copy.edit("MessageBubble/Bubble.tsx", (before) => `${before}\nReflect.set(globalThis, "isNewBubble", true);\n`);
  await until("The code", async () => (await text(`${BUBBLE}/bundle.js`)).includes("isNewBubble"));
  copy.edit("launcher/index.ts", (before) => `${before}\nReflect.set(globalThis, "isNewLauncher", true);\n`);
  await until("The script", async () => (await text("/WebResources/msgn_/launcher.js")).includes("isNewLauncher"));
  copy.edit("Solutions/src/Entities/msgn_message/Entity.xml", (before) =>
    before.replace('description="Messages"', 'description="Letters"'),
  );
  await until("The label", async () => (await ask(port, "/uclient/model", { user: "ana" })).text.includes('"Letters"'));
  expect(await rows(port, "ana", "msgn_messages?$select=msgn_body")).toMatchObject([{ msgn_body: "Kept" }]);
});

it("says where an error is, goes on with what was there, and takes the mended file", async () => {
  const before = await text(`${BUBBLE}/bundle.js`);
  copy.edit("MessageBubble/countText.ts", (now) => `${now}\nconst = 1;\n`);
  await until("The error", () =>
    /MessageBubble\/countText\.ts changed, and cannot be shown[^]*MessageBubble\/countText\.ts:\d+:7: /.test(said),
  );
  expect(await text(`${BUBBLE}/bundle.js`)).toBe(before);
  copy.edit("MessageBubble/countText.ts", (now) => now.replace("const = 1;", 'Reflect.set(globalThis, "isMended", true);'));
  await until("The mended file", async () => (await text(`${BUBBLE}/bundle.js`)).includes("isMended"));
});

it("refuses what Dataverse would refuse, in its words, and what is no XML", async () => {
  const file = "Solutions/src/Entities/msgn_message/Entity.xml";
  const changeType = (from: string, to: string) => (before: string) =>
    before.replace(new RegExp(`(PhysicalName="msgn_segments">\\s*<Type>)${from}<`), `$1${to}<`);
  copy.edit(file, changeType("int", "datetime"));
  await until("The refusal", () => /Entity\.xml changed, and cannot be shown[^]*Attribute msgn_segments is a Integer/.test(said));
  copy.edit(file, changeType("datetime", "int"));
  copy.edit(file, (before) => before.replace("<Entity ", "<Entity < "));
  await until("The other refusal", () => /Entity\.xml changed, and cannot be shown[^]*cannot be shown[^]*Entity\.xml/.test(said));
  copy.edit(file, (before) => before.replace("<Entity < ", "<Entity "));
  await until("The mended file", () => said.trimEnd().split("\n").at(-1)?.includes("Entity.xml changed: imported") === true);
});

it("says that a part of the running program asks for another start", async () => {
  copy.edit("gateway/main.ts", (before) => `${before}\n`);
  await until("The hint", () => /gateway\/main\.ts changed, which is a part of this program: press Ctrl\+C/.test(said));
});

it("ends within a second of Ctrl+C", async () => {
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const started = Date.now();
  child.kill("SIGINT");
  // Windows knows no SIGINT: there the process just ends.
  expect(await ended).toBe(process.platform === "win32" ? null : 0);
  expect(Date.now() - started).toBeLessThan(1_000);
});
