import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { readOptions, UsageError } from "../../../tools/tenant/options";

const root = join(__dirname, "..", "..", "..");
const URL_GIVEN = ["--url", "https://contoso.crm.dynamics.com/main.aspx?appid=1"];

describe("the command line of npm run tenant", () => {
  it("needs an environment, of which the origin counts; everything else has a default", () => {
    expect(readOptions(URL_GIVEN)).toEqual({
      origin: "https://contoso.crm.dynamics.com",
      app: "msgn_MessageNotification",
      signInPaths: ["/", "/", "/"],
      signInSeconds: 300,
      isHeadless: false,
      profiles: join(root, ".tenant"),
      report: join(root, "tenant-report"),
    });
  });

  it.each(["--help", "-h"])("asks for help by %s, whatever else is written", (help) => {
    expect(readOptions(["--nonsense", help])).toBeNull();
  });

  it("takes an address without encryption for this machine alone", () => {
    expect(readOptions(["--url", "http://localhost:3000/"])?.origin).toBe("http://localhost:3000");
    expect(() => readOptions(["--url", "http://contoso.crm.dynamics.com"])).toThrow(UsageError);
  });

  it.each([
    [[], "--url is missing"],
    [["--url"], "--url needs a value"],
    [["--url", "--headless"], "--url needs a value"],
    [["--url", "contoso"], "is no address of an environment"],
    [["--url", "https://mia:secret@contoso.crm.dynamics.com"], "people sign in by themselves"],
    [[...URL_GIVEN, ...URL_GIVEN], "--url can be given once"],
    [[...URL_GIVEN, "--password", "secret"], "--password is not an option"],
    [[...URL_GIVEN, "--sign-in", "/"], "--sign-in is given three times"],
    [[...URL_GIVEN, "--sign-in", "/", "--sign-in", "/", "--sign-in", "//elsewhere.example"], "must begin with one slash"],
    [[...URL_GIVEN, "--sign-in-limit", "soon"], "is no number of seconds"],
  ])("refuses %j in words", (args, message) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(message);
  });

  it("tells how it is used with exit code 1, and opens no browser", () => {
    const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
    const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, join(root, "tools", "tenant", "main.ts")], { encoding: "utf8" });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^--url is missing: the address of the environment\.\n\nUsage: npm run tenant/);
  });
});
