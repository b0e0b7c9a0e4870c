import type { Sandbox } from "../..";
import { ask } from "./ask";
import { startSandbox } from "./server";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const shell = '<div id="app">';

describe("pages", () => {
  it("list the users on plain localhost, with a link to the app as each person", async () => {
    const { status, text } = await ask(sandbox.port, "/");
    expect(status).toBe(200);
    for (const login of ["kim", "lee", "pat", "root"]) {
      expect(text).toContain(`href="http://${login}.localhost:${sandbox.port}/"`);
      expect(text).toContain(`href="/?user=${login}"`);
    }
    expect(text).not.toContain("bot.localhost");
    expect(text).toContain("<h1>Ticket Desk sandbox</h1>");
    expect(text).not.toContain('<nav aria-label="Sandbox"');
  });

  it("list the users even after one was chosen by ?user=", async () => {
    const { text } = await ask(sandbox.port, "/", { headers: { Cookie: "sandbox_user=kim" } });
    expect(text).toContain("lee Sample");
  });

  it("are the app for every address on a user's host name", async () => {
    for (const path of ["/", "/main.aspx?appid=1&pagetype=entitylist&etn=sample_ticket", "/anything/else"]) {
      const { status, text } = await ask(sandbox.port, path, { host: "kim.localhost" });
      expect([status, text.includes(shell)]).toEqual([200, true]);
    }
  });

  it("are the app on plain localhost for the user that ?user= chose, then and later", async () => {
    const first = await ask(sandbox.port, "/?user=lee");
    expect(first.text).toContain(shell);
    const [cookie = ""] = first.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    const later = await ask(sandbox.port, "/main.aspx?pagetype=dashboard", { headers: { Cookie: cookie.split(";")[0] ?? "" } });
    expect(later.text).toContain(shell);
    expect(later.text).toContain("lee Sample - Ticket Desk");
  });

  it("say who there is to a name that nobody has, and to an app without a user", async () => {
    for (const [path, host] of [
      ["/", "dora.localhost"],
      ["/?user=dora", "localhost"],
      ["/main.aspx", "localhost"],
    ] as const) {
      const { status, text } = await ask(sandbox.port, path, { host });
      expect([status, text.includes("All users")]).toEqual([404, true]);
    }
  });

  it("do not take a name for markup", async () => {
    const { text } = await ask(sandbox.port, "/?user=%3Cscript%3E1");
    expect(text).not.toContain("<script>1");
  });

  it("run scripts from their own origin alone, and may be framed by loopback pages alone", async () => {
    const { headers } = await ask(sandbox.port, "/", { host: "kim.localhost" });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(`frame-ancestors 'self' http://localhost:${sandbox.port} http://*.localhost:${sandbox.port}`);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it("refuse anything but GET", async () => {
    expect((await ask(sandbox.port, "/", { method: "POST" })).status).toBe(405);
    const head = await ask(sandbox.port, "/", { method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
  });

  it("have their style", async () => {
    const { status, headers } = await ask(sandbox.port, "/pages/style.css");
    expect([status, headers["content-type"]]).toEqual([200, "text/css; charset=utf-8"]);
  });
});

describe("the app's files", () => {
  it("are the platform's React and Fluent under their plain names", async () => {
    const react = await ask(sandbox.port, "/uclient/platform/react.js");
    expect(react.text).toContain("self.React = self.Reactv16");
    const fluent = await ask(sandbox.port, "/uclient/platform/fluent.js");
    expect(fluent.text).toContain("FluentUIReactv81211");
    expect(fluent.text).not.toContain("sourceMappingURL");
  });

  it("are the shell, built without React and Fluent in it", async () => {
    const { status, text } = await ask(sandbox.port, "/uclient/shell/main.js");
    expect(status).toBe(200);
    expect(text).not.toContain("react.production.min");
    expect((await ask(sandbox.port, "/uclient/shell/main.css")).status).toBe(200);
  });

  it("serves the files of a code component among the web resources, too", async () => {
    const own = await ask(sandbox.port, "/uclient/controls/sample_Sample.Stars/bundle.js");
    const kept = await ask(sandbox.port, "/WebResources/cc_sample_Sample.Stars/bundle.js");
    expect([kept.status, kept.text]).toEqual([200, own.text]);
    expect((await ask(sandbox.port, "/WebResources/cc_sample_Sample.Stars/other.js")).status).toBe(404);
  });

  it("are the web resources and the control of the imported zip", async () => {
    const script = await ask(sandbox.port, "/WebResources/sample_/hello.js");
    expect([script.status, script.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
    const icon = await ask(sandbox.port, "/WebResources/sample_/star.svg");
    expect(icon.headers["content-type"]).toBe("image/svg+xml; charset=utf-8");
    const bundle = await ask(sandbox.port, "/uclient/controls/sample_Sample.Stars/bundle.js");
    expect(bundle.status).toBe(200);
  });

  it("are asked for again with their tag, and answered with 304 while they are the same", async () => {
    const first = await ask(sandbox.port, "/WebResources/sample_/hello.js");
    const again = await ask(sandbox.port, "/WebResources/sample_/hello.js", { headers: { "If-None-Match": first.headers.etag ?? "" } });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  it.each([
    "/WebResources/sample_/nothing.js",
    "/uclient/controls/nothing/bundle.js",
    "/uclient/controls/sample_Sample.Stars/..%2f..%2fsolution.xml",
    "/uclient/platform/../../package.json",
    "/uclient/platform/constructor",
    "/uclient/shell/nothing.js",
    "/pages/nothing.js",
    "/pages/..%2fhtml.ts",
  ])("are 404 where the zip has none: %s", async (path) => {
    expect((await ask(sandbox.port, path)).status).toBe(404);
  });

  it("are the model with its user for somebody, and 401 for nobody", async () => {
    const model = (await ask(sandbox.port, "/uclient/model", { host: "kim.localhost" })).json();
    expect(model).toMatchObject({ uniqueName: "Sample", user: { name: "kim", fullName: "kim Sample" } });
    expect((await ask(sandbox.port, "/uclient/model")).status).toBe(401);
    expect((await ask(sandbox.port, "/uclient/api/data/v9.2/WhoAmI()")).status).toBe(401);
  });
});
