import type { Sandbox } from "../../sandbox";
import { ask } from "../../sandbox/tests/http/ask";
import { buildTimeout, startSandbox } from "./server";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
}, buildTimeout);
afterAll(() => sandbox.close());

describe("the pages of the demonstration", () => {
  it("list its people, with a link to the app as each person", async () => {
    const { status, text } = await ask(sandbox.port, "/");
    expect(status).toBe(200);
    for (const login of ["ana", "ben", "chloe", "mia", "zoe", "root"]) {
      expect(text).toContain(`href="http://${login}.localhost:${sandbox.port}/"`);
      expect(text).toContain(`href="/?user=${login}"`);
    }
    expect(text).toContain('href="/phone"');
    expect(text).toContain('href="/stage"');
    expect(text).not.toContain("gateway.localhost");
  });

  it("go on one host only: on a user's host name every address is the app", async () => {
    const { text } = await ask(sandbox.port, "/phone", { host: "ana.localhost" });
    expect(text).toContain('<div id="app">');
    expect(text).toContain("Ana Ruiz - Message Notification");
  });

  it("show the phone with labelled fields, and the stage with two agents and the phone", async () => {
    const phone = await ask(sandbox.port, "/phone");
    for (const field of ["who", "from", "name", "to", "body"]) expect(phone.text).toContain(`<label ${labelStart(field)}for="${field}">`);
    const stage = await ask(sandbox.port, "/stage");
    expect(stage.text).toContain(`title="The app as Ana Ruiz" src="http://ana.localhost:${sandbox.port}/">`);
    expect(stage.text).toContain(`title="The app as Ben Okafor" src="http://ben.localhost:${sandbox.port}/">`);
    expect(stage.text).toContain('title="Phone" src="/phone">');
  });

  it.each(["style.css", "phone.css", "stage.css", "phone.js", "stage.js"])("have their file %s", async (name) => {
    const { status, headers } = await ask(sandbox.port, `/pages/${name}`);
    expect([status, headers["content-type"]]).toEqual([200, `text/${name.endsWith("css") ? "css" : "javascript"}; charset=utf-8`]);
  });

  it("refuse anything but GET", async () => {
    expect((await ask(sandbox.port, "/phone", { method: "POST" })).status).toBe(405);
    const head = await ask(sandbox.port, "/phone", { method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
  });
});

describe("the app of the product", () => {
  it("are the web resources and the control of the imported zip", async () => {
    const launcher = await ask(sandbox.port, "/WebResources/msgn_/launcher.js");
    expect([launcher.status, launcher.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
    const icon = await ask(sandbox.port, "/WebResources/msgn_/icons/message.svg");
    expect(icon.headers["content-type"]).toBe("image/svg+xml; charset=utf-8");
    const bundle = await ask(sandbox.port, "/uclient/controls/msgn_MessageNotification.MessageBubble/bundle.js");
    expect(bundle.status).toBe(200);
  });

  it("is the model with its user, whom one can change for any other person", async () => {
    const model = (await ask(sandbox.port, "/uclient/model", { host: "ana.localhost" })).json();
    expect(model).toMatchObject({
      uniqueName: "MessageNotification",
      user: { name: "ana", fullName: "Ana Ruiz" },
      sandbox: { firstPageLink: "All users, phone, stage" },
    });
    const { users } = (model as { sandbox: { users: { name: string }[] } }).sandbox;
    expect(users.map(({ name }) => name)).toEqual(["ana", "ben", "chloe", "mia", "zoe", "root"]);
  });
});

function labelStart(field: string): string {
  return field === "body" ? 'class="visually-hidden" ' : "";
}
