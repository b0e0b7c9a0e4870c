import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createRequire } from "node:module";
import { join } from "node:path";

const SETTINGS = {
  DATAVERSE_URL: "http://localhost:3000",
  DATAVERSE_TOKEN: "gateway",
  PUBLIC_URL: "http://localhost:8080/sms",
  TWILIO_AUTH_TOKEN: "secret",
  PORT: "0",
};

/** Starts the gateway as `npm run gateway` does. */
function run(settings: Readonly<Record<string, string>>) {
  const names = ["DATAVERSE_TOKEN", "HOST", "AZURE_TENANT_ID", ...Object.keys(SETTINGS)];
  const env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.includes(name))), ...settings };
  const tsx = createRequire(__filename).resolve("tsx/cli");
  const child: ChildProcess = spawn(process.execPath, [tsx, join(__dirname, "../../gateway/main.ts")], { env });
  const said = { out: "", err: "" };
  child.stdout?.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  return { child, said, ended };
}

it("says where it listens and where messages go, answers, and ends when it is told to", async () => {
  const { child, said, ended } = run(SETTINGS);
  while (!said.out.includes("Messages go to") && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50));
  const address = /^Gateway ready: (http:\/\/127\.0\.0\.1:\d+)\/sms$/m.exec(said.out)?.[1];
  expect(said).toMatchObject({ out: expect.stringContaining("http://localhost:3000/api/data/v9.2/") as string, err: "" });
  expect((await fetch(`${address ?? ""}/health`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
}, 60_000);

it("ends with 1 and a sentence, not a stack, where a setting is missing", async () => {
  const { said, ended } = run({ ...SETTINGS, TWILIO_AUTH_TOKEN: "" });
  expect(await ended).toBe(1);
  expect(said).toEqual({ out: "", err: "Set TWILIO_AUTH_TOKEN, for example TWILIO_AUTH_TOKEN=the-auth-token-of-your-account\n" });
}, 60_000);

it("ends with 1 and says so where another program has the port", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  const { said, ended } = run({ ...SETTINGS, PORT: String(port) });
  expect(await ended).toBe(1);
  other.close();
  expect(said.err).toMatch(new RegExp(`^The gateway cannot listen on 127\\.0\\.0\\.1:${port}: .*EADDRINUSE`));
}, 60_000);
