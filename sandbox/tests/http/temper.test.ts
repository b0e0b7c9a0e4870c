import type { Sandbox } from "../..";
import { friendlyTemper } from "../../model";
import { ask, askWebApi } from "./ask";
import { startSandbox } from "./server";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
afterEach(async () => {
  await ask(sandbox.port, "/sandbox/shell", { method: "DELETE" });
  await ask(sandbox.port, "/", { host: "kim.localhost" });
});

const set = (body: unknown) => ask(sandbox.port, "/sandbox/shell", { method: "POST", body });
const now = async () => (await ask(sandbox.port, "/sandbox/shell")).json();
const signOut = (user: unknown) => ask(sandbox.port, "/sandbox/signout", { method: "POST", body: { user } });
/** As a page of Kim's browser asks. */
const fromKimsApp = () => ask(sandbox.port, "/api/data/v9.2/WhoAmI()", { host: "kim.localhost" });

describe("the shell's temper over HTTP", () => {
  it("is friendly at first, and shown whole", async () => {
    expect(await now()).toEqual(friendlyTemper);
    expect(friendlyTemper).toMatchObject({ globalRule: "friendly", pageContext: "friendly", signedOut: "401" });
  });

  it("takes what is given, keeps the rest, and is friendly again when told so", async () => {
    expect((await set({ globalRule: "never", signedOut: "html" })).json()).toMatchObject({ globalRule: "never", signedOut: "html" });
    await set({ formId: "ignored", globalRule: "friendly", signedOut: "friendly" });
    expect(await now()).toEqual({ ...friendlyTemper, formId: "ignored" });
    expect((await ask(sandbox.port, "/sandbox/shell", { method: "DELETE" })).json()).toEqual(friendlyTemper);
  });

  it("goes to the pages that load after it", async () => {
    await set({ otherPane: "expands" });
    const { sandbox: surroundings } = (await ask(sandbox.port, "/uclient/model", { host: "kim.localhost" })).json() as {
      sandbox: { temper: unknown };
    };
    expect(surroundings.temper).toEqual({ ...friendlyTemper, otherPane: "expands" });
  });

  it.each([
    [{ globalRules: "never" }, '"globalRule": "friendly" / "never" / "twice"; "unselectedPane"'],
    [{ globalRule: "sometimes" }, '"globalRule": "friendly" / "never" / "twice".'],
    [{ formId: "ignored", signedOut: 401 }, '"signedOut": "friendly" / "401" / "redirect" / "html"'],
    [{ constructor: "never" }, "Unknown key"],
  ])("refuses %j with what is allowed, and changes nothing", async (body, words) => {
    const answer = await set(body);
    expect(answer.status).toBe(400);
    expect((answer.json() as { error: { message: string } }).error.message).toContain(words);
    expect(await now()).toEqual(friendlyTemper);
  });
});

describe("a session that has ended", () => {
  it("is answered 401 until the app is loaded again", async () => {
    expect((await fromKimsApp()).status).toBe(200);
    expect((await signOut("kim")).json()).toEqual({ signedOut: ["kim"] });
    expect((await fromKimsApp()).status).toBe(401);
    expect((await ask(sandbox.port, "/main.aspx", { host: "kim.localhost" })).status).toBe(200);
    expect((await fromKimsApp()).status).toBe(200);
    expect((await ask(sandbox.port, "/sandbox/signout")).json()).toEqual({ signedOut: [] });
  });

  it("is redirected to another origin, or shown a sign-in page with status 200, by the temper", async () => {
    await signOut("kim");
    await set({ signedOut: "redirect" });
    const redirected = await fromKimsApp();
    expect(redirected.status).toBe(302);
    expect(new URL(redirected.headers.location ?? "").hostname).toMatch(/\.invalid$/);
    await set({ signedOut: "html" });
    const shown = await fromKimsApp();
    expect([shown.status, shown.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(shown.text).toContain("Sign in");
  });

  it("is the user's alone, and not that of programs with a token nor of the shell", async () => {
    await signOut("kim");
    expect((await askWebApi(sandbox.port, "kim", "WhoAmI()")).status).toBe(200);
    expect((await ask(sandbox.port, "/api/data/v9.2/WhoAmI()", { host: "lee.localhost" })).status).toBe(200);
    expect((await ask(sandbox.port, "/uclient/api/data/v9.2/WhoAmI()", { host: "kim.localhost" })).status).toBe(200);
  });

  it("by cookie on plain localhost ends as well", async () => {
    await signOut("kim");
    const headers = { Cookie: "sandbox_user=kim" };
    expect((await ask(sandbox.port, "/api/data/v9.2/WhoAmI()", { headers })).status).toBe(401);
    await ask(sandbox.port, "/?user=kim");
    expect((await ask(sandbox.port, "/api/data/v9.2/WhoAmI()", { headers })).status).toBe(200);
  });

  it("stands in the request log under the user whose it was", async () => {
    await ask(sandbox.port, "/sandbox/requests", { method: "DELETE" });
    await signOut("kim");
    await fromKimsApp();
    const log = (await ask(sandbox.port, "/sandbox/requests?user=kim")).json() as { status: number }[];
    expect(log.map(({ status }) => status)).toEqual([401]);
  });

  it.each(["nobody", undefined, 7])("cannot be that of %p", async (user) => {
    expect((await signOut(user)).status).toBe(400);
  });
});
