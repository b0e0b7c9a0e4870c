import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import os from "node:os";
import path from "node:path";
import { ask } from "../http/ask";
import { sampleSolution } from "../http/sampleSolution";

const source = path.join(__dirname, "..", "..");

/** A folder elsewhere with the package in its node_modules, as `npm install` would put it there. */
let elsewhere: string;
let installed: string;
let manifest: { readonly name: string; readonly dependencies: Readonly<Record<string, string>>; readonly bin: Record<string, string> };
let files: readonly string[];

beforeAll(() => {
  elsewhere = mkdtempSync(path.join(os.tmpdir(), "sandbox-package-"));
  npm("pack", "--silent", "--pack-destination", elsewhere);
  const [tarball = ""] = readdirSync(elsewhere);
  execFileSync("tar", ["-xzf", tarball], { cwd: elsewhere });
  const unpacked = path.join(elsewhere, "package");
  manifest = JSON.parse(readFileSync(path.join(unpacked, "package.json"), "utf8")) as typeof manifest;
  files = readdirSync(unpacked, { recursive: true }).map((file) => String(file).replaceAll("\\", "/"));
  installed = path.join(elsewhere, "node_modules", manifest.name);
  mkdirSync(path.dirname(installed));
  renameSync(unpacked, installed);
  // What it declares, and nothing else. A download would prove the same, and need the network.
  for (const name of Object.keys(manifest.dependencies)) {
    symlinkSync(packageFolder(name), path.join(elsewhere, "node_modules", name), "junction");
  }
}, 180_000);
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

function npm(...args: string[]): void {
  const script = process.env.npm_execpath;
  if (script) execFileSync(process.execPath, [script, ...args], { cwd: source, stdio: "ignore" });
  else execFileSync("npm", args, { cwd: source, stdio: "ignore", shell: process.platform === "win32" });
}

/** Where a dependency is in this clone. */
function packageFolder(name: string): string {
  const place = (require.resolve.paths(name) ?? []).map((folder) => path.join(folder, name)).find((folder) => readable(folder));
  if (place === undefined) throw new Error(`${name} is not installed.`);
  return place;
}

function readable(folder: string): boolean {
  try {
    return readdirSync(folder).includes("package.json");
  } catch {
    return false;
  }
}

describe("the package", () => {
  it("holds everything that its code requires, or declares it as a dependency", () => {
    const code = files.filter((file) => file.endsWith(".js") && !file.startsWith("dist/app/"));
    const present = new Set(files);
    const missing = code.flatMap((file) => {
      const text = readFileSync(path.join(installed, file), "utf8");
      const wanted = [...text.matchAll(/\b(?:require|require\.resolve|import)\("([^"]+)"\)/g)].map((match) => match[1] ?? "");
      return wanted.filter((name) => !isThere(name, file, present)).map((name) => `${file}: ${name}`);
    });
    expect(code.length).toBeGreaterThan(100);
    // Builds browser code for those who add pages; an optional peer.
    expect(missing).toEqual(["dist/server/http/bundle.js: esbuild", "dist/server/http/keptBundle.js: esbuild/package.json"]);
  });

  it("holds the shell, the style, types, licence and README, and neither sources nor tests", () => {
    for (const file of ["dist/app/main.js", "dist/app/main.css", "dist/pages/style.css", "dist/index.d.ts", "LICENSE", "README.md"])
      expect(files).toContain(file);
    expect(files.filter((file) => /(\.tsx|[^d]\.ts|\.test\.)/.test(file))).toEqual([]);
  });

  it("starts elsewhere with a solution zip, and stops when it is told", async () => {
    writeFileSync(path.join(elsewhere, "sample.zip"), sampleSolution());
    const bin = path.join(installed, manifest.bin[manifest.name] ?? "");
    const child = spawn(process.execPath, [bin, "--solution", "sample.zip"], {
      cwd: elsewhere,
      env: { ...process.env, PORT: "0", NODE_PATH: "" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
    try {
      const port = await readPort(child);
      const users = (await ask(port, "/sandbox/users")).json() as { login: string }[];
      expect(users.map(({ login }) => login)).toEqual(["ticket-agent", "ticket-viewer", "guest", "root"]);
      for (const file of ["/", "/pages/style.css", "/uclient/shell/main.js", "/uclient/platform/fluent.js"])
        expect((await ask(port, file)).status).toBe(200);
      expect((await ask(port, "/api/data/v9.2/sample_tickets", { user: "ticket-viewer" })).status).toBe(200);
    } finally {
      child.kill("SIGTERM");
    }
    // Windows knows no SIGTERM: there the process just ends.
    expect(await ended).toBe(process.platform === "win32" ? null : 0);
  }, 60_000);
});

function isThere(name: string, from: string, present: ReadonlySet<string>): boolean {
  if (name.startsWith(".")) {
    const file = path.posix.join(path.posix.dirname(from), name);
    return [file, `${file}.js`, `${file}/index.js`].some((one) => present.has(one) && one.endsWith(".js"));
  }
  const plain = name.replace(/^node:/, "");
  if (builtinModules.includes(plain)) return true;
  return Object.keys(manifest.dependencies).some((one) => name === one || name.startsWith(`${one}/`));
}

function readPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const read = (chunk: Buffer): void => {
      printed += chunk.toString("utf8");
      const port = /^Sandbox ready: http:\/\/localhost:(\d+)\/$/m.exec(printed)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("close", () => reject(new Error(`It ended: ${printed}`)));
  });
}
