/** `npm run tenant`, in a process of its own, with a sandbox as if it were a tenant. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browserArguments, findBrowser } from "../../tools/browser";
import { closeTab } from "../../tools/tenant/flow";
import { isLong } from "../effort";
import type { Desk } from "../pageObjects/desk";
import { startSandbox } from "./sandbox";
import type { Sandbox } from "./sandbox";
import { ALL_AT_ONCE } from "./tempers";

jest.setTimeout(240_000);

const root = join(__dirname, "..", "..");
/** A conversation that is none of the program's. */
const JANE = "+15550100";

let sandbox: Sandbox;
let folder: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  await sandbox.sms(JANE, "Is my bike ready?", "Jane Doe");
});

afterAll(() => sandbox.stop());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tenant-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** Runs the program to its end. @param onOutput is told everything that was printed so far */
function runTenant(more: readonly string[] = [], onOutput: (printed: string, interrupt: () => void) => void = () => {}) {
  const signIn = ["ana", "ben", "mia"].flatMap((name) => ["--sign-in", `/?user=${name}`]);
  const folders = ["--profiles", join(folder, "profiles"), "--report", join(folder, "report")];
  const args = ["--url", `http://localhost:${sandbox.port}`, "--headless", ...signIn, ...folders, ...more];
  // Without tsx's own process in between: a signal is to reach the program.
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "tools", "tenant", "main.ts"), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const read = (chunk: Buffer) => {
    printed += chunk.toString();
    onOutput(printed, () => child.kill("SIGINT"));
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  return new Promise<{ code: number | null; printed: string; report: string }>((resolve) => {
    child.on("exit", (code) => {
      resolve({ code, printed, report: readFileSync(join(folder, "report", "index.html"), "utf8") });
    });
  });
}

/** Everything that is left is what was there before. */
async function expectNothingLeft(): Promise<void> {
  for (const [set, count] of [
    ["msgn_contactnumbers", 1],
    ["msgn_sessions", 1],
    ["msgn_messages", 1],
    ["msgn_dismissals", 0],
  ] as const) {
    const { body } = await sandbox.api("root", "GET", set);
    expect([set, (body["value"] as unknown[]).length]).toEqual([set, count]);
  }
}

it("holds in a friendly environment, says which hook fired, and leaves nothing behind", async () => {
  await sandbox.temper({});
  const { code, printed, report } = await runTenant(["--custom-page", "sample_board"]);
  expect(printed).toMatch(/\d+ held, 0 differed, 1 not judged/);
  expect(printed).toContain("not judged  every alternate key is Active");
  expect(code).toBe(0);
  await expectNothingLeft();

  expect(report).toContain("<td>a dashboard</td><td>global rule (1 ×");
  expect(report).toMatch(/<td>a list<\/td><td>[^<]*rule of forms and lists/);
  expect(report).toContain("<td>The pane&#39;s form loads although nobody has opened the pane</td><td>yes</td>");
  expect(report).toContain("<td>Submit mode “never” disables a column&#39;s control</td><td>no</td>");
  const pictures = [...report.matchAll(/src="(pictures\/\d+\.jpg)"/g)].map(([, file]) => file);
  expect(pictures.length).toBeGreaterThan(20);
  expect(pictures).toEqual(readdirSync(join(folder, "report", "pictures")).map((file) => `pictures/${file}`));
  expect(report).toContain("Everything that the run made has been removed.");
});

(isLong ? it : it.skip)("holds in an unfriendly environment, and tells how that one reads the doubts", async () => {
  await sandbox.temper(ALL_AT_ONCE[0] ?? {});
  const { code, printed, report } = await runTenant();
  expect(printed).toMatch(/\d+ held, 0 differed, 4 not judged/);
  expect(printed).toContain(
    "not judged  on a dashboard: one bubble within fifteen seconds of the app: the app asks no hook here; see the next line",
  );
  expect(code).toBe(0);
  await expectNothingLeft();

  expect(report).toContain("the bubble comes with the first list");
  expect(report).toContain("<td>no: only when the pane was selected</td>");
  expect(report).toContain("<td>The form has a headerSection</td><td>no</td>");
  expect(report).toContain("<td>Submit mode “never” disables a column&#39;s control</td><td>yes</td>");
});

(isLong && process.platform !== "win32" ? it : it.skip)("removes what it has made after Ctrl+C too", async () => {
  await sandbox.temper({});
  let isInterrupted = false;
  const { code, printed, report } = await runTenant([], (soFar, interrupt) => {
    if (isInterrupted || !soFar.includes("held        Accept opens")) return;
    isInterrupted = true;
    interrupt();
  });
  expect(printed).toContain("Stopping; removing what has been made");
  expect(report).toContain("The run ended early");
  expect(code).toBe(1);
  await expectNothingLeft();
});

it.each([
  ["asks", "event.preventDefault()"],
  ["does not ask", "undefined"],
])("notices whether a page that is closed %s “Leave site?”", async (what, handler) => {
  // As the program has it: a browser without a profile closes its tabs without asking.
  const executablePath = findBrowser() ?? "";
  const context = await chromium.launchPersistentContext(join(folder, "profile"), { executablePath, args: [...browserArguments()] });
  const page = await context.newPage();
  await page.setContent(`<p role="region" aria-label="Notifications">None</p><script>onbeforeunload = (event) => ${handler};</script>`);
  const closing = closeTab({ page, panel: page.getByRole("region"), openPanel: () => Promise.resolve() } as unknown as Desk);
  await (what === "asks" ? expect(closing).rejects.toThrow("the browser asked") : expect(closing).resolves.toBeUndefined());
  await context.close();
});
