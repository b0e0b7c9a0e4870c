import { answerJson, createSandbox, htmlPage } from "../..";
import type { RouteContext, Sandbox, SandboxConfiguration } from "../..";
import { ask } from "./ask";
import { sampleSolution } from "./sampleSolution";
import { people, startSandbox } from "./server";

const board = {
  path: "/board",
  name: "board",
  link: "Board <of> tickets",
  html: (port: string) => htmlPage("Board", `<body>${port}</body>`),
};
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    title: "Tickets & more",
    introduction: "Look at the board.",
    pages: [board],
    pageFiles: () => Promise.resolve(new Map([["board.css", Buffer.from("p {}")]])),
    routes: {
      "/sandbox/hello": (exchange, { clock, connect }) => answerJson(exchange, 200, { now: clock.now(), ...connect("kim") }),
    },
  });
});
afterAll(() => sandbox.close());

describe("a configuration", () => {
  it("names the app, and adds a sentence and links to the first page", async () => {
    const { text } = await ask(sandbox.port, "/");
    expect(text).toContain("<h1>Tickets &amp; more sandbox</h1>");
    expect(text).toContain("each in a tab of its own. Look at the board.</p>");
    expect(text).toContain('<a class="button primary" href="/board">Board &lt;of&gt; tickets</a>');
    expect((await ask(sandbox.port, "/", { host: "kim.localhost" })).text).toContain("<title>kim Sample - Tickets &amp; more</title>");
  });

  it("adds pages on plain localhost, with files, and none to a user's app", async () => {
    expect((await ask(sandbox.port, "/board")).text).toContain(`<body>${sandbox.port}</body>`);
    expect((await ask(sandbox.port, "/pages/board.css")).text).toBe("p {}");
    expect((await ask(sandbox.port, "/board", { host: "kim.localhost" })).text).toContain('<div id="app">');
    const model = (await ask(sandbox.port, "/uclient/model", { user: "kim" })).json();
    expect(model).toMatchObject({ sandbox: { firstPageLink: "All users, board" } });
  });

  it("adds routes, which work with the clock and the Web API of the sandbox", async () => {
    const answer = await ask(sandbox.port, "/sandbox/hello/");
    expect(answer.json()).toEqual({
      now: expect.any(Number) as number,
      root: `http://127.0.0.1:${sandbox.port}/api/data/v9.2/`,
      token: "kim",
    });
    expect((await ask(sandbox.port, "/sandbox/nothing")).text).toContain("/sandbox/faults, /sandbox/hello, /sandbox/requests");
  });

  it("starts a service when the Web API answers, and stops it before the server", async () => {
    const seen: number[] = [];
    const look = async ({ connect }: RouteContext): Promise<void> => {
      const { root, token } = connect("kim");
      const { status } = await fetch(`${root}WhoAmI()`, { headers: { Authorization: `Bearer ${token}` } });
      seen.push(status);
    };
    let started: Promise<void> | undefined;
    const own = await startSandbox({
      startService: (context) => {
        started = look(context);
        return { stop: () => look(context) };
      },
    });
    await started;
    await Promise.all([own.close(), own.close()]);
    expect(seen).toEqual([200, 200]);
  });

  it.each<[SandboxConfiguration, RegExp]>([
    [{ routes: { "/sandbox/clock": () => undefined } }, /sandbox's own/],
    [{ routes: { "/api/more": () => undefined } }, /sandbox's own/],
    [{ pages: [{ ...board, path: "board" }] }, /write it like \/board/],
    [{ pages: [{ ...board, path: "/" }] }, /write it like \/board/],
    [{ pages: [board, board] }, /same address/],
    [{ pages: [board], routes: { "/board": () => undefined } }, /same address/],
    [{ users: [] }, /needs a user/],
    [{ users: [...people, ...people] }, /same login or id/],
    [{ users: people.map((person) => ({ ...person, login: "Kim B" })) }, /cannot be a login/],
  ])("is refused where it cannot work: %#", async (configuration, reason) => {
    await expect(createSandbox({ solution: sampleSolution(), configuration })).rejects.toThrow(reason);
  });
});
