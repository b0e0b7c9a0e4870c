/** The demonstration's people in a sandbox of other solutions than the product's. */
import { demoConfiguration, demoConfigurationFor, hasProduct } from "../../demo/demoConfiguration";
import { peopleFor, productRoles } from "../../demo/users";
import { createSandbox } from "../../sandbox";
import { ask, askWebApi } from "../../sandbox/tests/http/ask";
import { sampleSolution } from "../../sandbox/tests/http/sampleSolution";
import { smallZip } from "../../sandbox/tests/fixture/smallZip";
import { buildTimeout, managedZip } from "./server";

const rolesOf = (...roles: readonly string[]) => Object.fromEntries(peopleFor(roles).map((person) => [person.login, person.roles]));
const basic = "Basic User";

describe("the people of the demonstration", () => {
  it("have the product's roles where it is imported", () => {
    expect(rolesOf(...productRoles)).toEqual({
      ana: [basic, "SMS Agent", "SMS Pictures"],
      ben: [basic, "SMS Agent", "SMS Pictures"],
      chloe: [basic, "SMS Agent", "SMS Pictures"],
      mia: [basic, "SMS Administrator"],
      zoe: [basic],
      gateway: ["SMS Gateway"],
      root: ["System Administrator"],
    });
  });

  it("have every role of another solution, but for Zoe, the gateway and Root", () => {
    const both = [basic, "Ticket Agent", "Ticket Viewer"];
    expect(rolesOf("Ticket Agent", "Ticket Viewer")).toEqual({
      ...{ ana: both, ben: both, chloe: both, mia: both },
      ...{ zoe: [basic], gateway: [basic], root: ["System Administrator"] },
    });
  });

  it("have both where both are imported", () => {
    const roles = rolesOf(...productRoles, "Ticket Agent");
    expect(roles["ana"]).toEqual([basic, "SMS Agent", "SMS Pictures", "Ticket Agent"]);
    expect(roles["mia"]).toEqual([basic, "SMS Administrator", "Ticket Agent"]);
    expect([roles["zoe"], roles["gateway"]]).toEqual([[basic], ["SMS Gateway"]]);
  });

  it("are administrators where no solution brings a role: nobody else could use its tables", () => {
    const administrator = [basic, "System Administrator"];
    expect(rolesOf()).toEqual({
      ...{ ana: administrator, ben: administrator, chloe: administrator, mia: administrator },
      ...{ zoe: [basic], gateway: [basic], root: ["System Administrator"] },
    });
  });

  it("keep their ids, whatever was imported", () => {
    const ids = (roles: readonly string[]) => peopleFor(roles).map(({ login, id }) => [login, id]);
    expect(ids(["Ticket Agent"])).toEqual(ids(productRoles));
  });
});

it("another solution's sandbox has no phone, no stage and no texts, and its users have their rights", async () => {
  const sandbox = await createSandbox({ solution: sampleSolution(), configuration: demoConfigurationFor });
  try {
    const { port } = sandbox;
    const page = (await ask(port, "/")).text;
    expect(page).toContain("<h1>Ticket Desk sandbox</h1>");
    for (const path of ["/phone", "/stage"]) expect(page).not.toContain(`href="${path}"`);
    expect((await ask(port, "/sandbox/sms", { method: "POST", body: { from: "+15550100", body: "Hi" } })).status).toBe(404);
    const make = (login: string) =>
      askWebApi(port, login, "sample_tickets", { method: "POST", body: { sample_name: login } }).then(({ status }) => status);
    expect(await Promise.all(["ana", "mia", "zoe", "gateway", "root"].map(make))).toEqual([204, 204, 403, 403, 204]);
  } finally {
    await sandbox.close();
  }
});

it(
  "beside another solution the product has all of its demonstration",
  async () => {
    const solution = [await managedZip(), sampleSolution(), smallZip({ uniqueName: "Bare" })];
    const sandbox = await createSandbox({ solution, configuration: demoConfigurationFor });
    try {
      expect(hasProduct(sandbox.dataverse.model)).toBe(true);
      const page = (await ask(sandbox.port, "/")).text;
      for (const { path } of demoConfiguration().pages ?? []) expect(page).toContain(`href="${path}"`);
      expect((await ask(sandbox.port, "/sandbox/sms", { method: "POST", body: { from: "+15550100", body: "Hi" } })).status).toBe(201);
      expect((await askWebApi(sandbox.port, "ana", "sample_tickets")).status).toBe(200);
    } finally {
      await sandbox.close();
    }
  },
  buildTimeout,
);
