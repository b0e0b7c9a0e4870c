import { createSandbox, defaultUsers } from "../..";
import { askWebApi, ask } from "./ask";
import { sampleSolution } from "./sampleSolution";

describe("a sandbox of a zip alone", () => {
  it("has a user for each role of the zip, a guest, and root, with the rights of their roles", async () => {
    const sandbox = await createSandbox({ solution: sampleSolution() });
    try {
      expect(sandbox.people.map(({ login, fullName }) => [login, fullName])).toEqual([
        ["ticket-agent", "Ticket Agent"],
        ["ticket-viewer", "Ticket Viewer"],
        ["guest", "Guest User"],
        ["root", "Root Admin"],
      ]);
      const make = (login: string) =>
        askWebApi(sandbox.port, login, "sample_tickets", { method: "POST", body: { sample_name: login } }).then(({ status }) => status);
      expect(await Promise.all(sandbox.people.map(({ login }) => make(login)))).toEqual([204, 403, 403, 204]);
    } finally {
      await sandbox.close();
    }
  });

  it("has the zip's app, or where there is none one that says so, with the lists of its tables and of contacts and accounts", async () => {
    const apps = [];
    for (const app of [true, false]) {
      const sandbox = await createSandbox({ solution: sampleSolution({ app }) });
      const model = (await ask(sandbox.port, "/uclient/model", { user: "root" })).json() as { app: unknown };
      apps.push(model.app);
      await sandbox.close();
    }
    expect(apps[0]).toMatchObject({ uniqueName: "sample_Desk" });
    expect(apps[1]).toMatchObject({ uniqueName: "Sample", tables: ["sample_ticket", "contact", "account"] });
    expect(JSON.stringify(apps[1])).toContain('"subAreas":[{"id":"sample_ticket","labels":{"1033":"Tickets"},"table":"sample_ticket"}]');
    expect(JSON.stringify(apps[1])).toContain('"url":"/main.aspx?pagetype=about"');
  });
});

describe("default users", () => {
  it("have logins that a host name can have, each its own, and always the same ids", () => {
    const roles = ["Ticket Agent", "ticket agent!", "Root", "Équipe 7", "受付"].map((name) => ({ name }));
    const users = defaultUsers(roles);
    expect(users.map(({ login }) => login)).toEqual(["ticket-agent", "ticket-agent-2", "root-2", "equipe-7", "user", "guest", "root"]);
    expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
    expect(defaultUsers(roles)).toEqual(users);
  });
});
