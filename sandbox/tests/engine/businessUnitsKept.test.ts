/** What an administrator has made of users, teams and units is there at the next start. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StorageError } from "../../server/dataverse";
import type { SandboxUser } from "../../server/dataverse";
import { rowsOf } from "./bench";
import type { Answer } from "./bench";
import { id, REPAIRERS, REPAIRS, toTeam, toUser, unit, UnitsBench, user, users } from "./unitsBench";

const ok = (made: Answer): void => expect([made.status, made.message]).toEqual([204, undefined]);

describe("a second start", () => {
  let bench: UnitsBench;
  let folder: string;
  let storage: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "units-"));
    storage = join(folder, "data.db");
    bench = UnitsBench.start({ storage });
  });
  afterEach(() => {
    bench.dataverse.close();
    rmSync(folder, { recursive: true });
  });
  const again = (changed: { users?: readonly SandboxUser[] } = {}): void => {
    bench.dataverse.close();
    bench = UnitsBench.start({ storage, ...changed });
  };

  it("keeps what an administrator has made of users and teams", () => {
    ok(bench.move("sam", REPAIRS));
    ok(bench.join(REPAIRERS, "sara"));
    bench.ticket("repairers", toTeam(REPAIRERS));
    again();
    expect(bench.column(`systemusers(${id("sam")})`, "_businessunitid_value")).toBe(REPAIRS);
    expect(bench.ask("sam", "GET", "sample_tickets").status).toBe(403);
    expect(bench.seen("sara")).toEqual(["repairers"]);
  });

  it("keeps with whom an administrator has shared an app, besides whom the solution names", () => {
    const shared = () =>
      rowsOf(bench.ask("root", "GET", "appmodulerolescollection?$select=_roleid_value")).map((row) => row["_roleid_value"]);
    const [app] = rowsOf(bench.ask("root", "GET", "appmodules?$select=appmoduleid"));
    const local = bench.roleIn("Local", bench.dataverse.ids.businessUnit);
    const address = `appmodules(${String(app?.["appmoduleid"])})/appmoduleroles_association`;
    const first = shared();
    ok(bench.ask("root", "POST", `${address}/$ref`, { "@odata.id": `roles(${local})` }));
    expect(bench.ask("sam", "DELETE", `${address}(${local})/$ref`).status).toBe(403);
    again();
    expect(new Set(shared())).toEqual(new Set([...first, local]));
    ok(bench.ask("root", "DELETE", `${address}(${local})/$ref`));
    expect(new Set(shared())).toEqual(new Set(first));
  });

  it("follows the configuration where that has changed: rows move along", () => {
    const path = bench.ticket("sam's", toUser("sam"));
    again({ users: users.map((one) => (one.id === id("sam") ? user("sam", REPAIRS, "Local") : one)) });
    expect(bench.unitOf(path)).toBe(REPAIRS);
    expect(bench.seen("sam")).toEqual(["sam's"]);
  });

  it("refuses a unit that there is not, and says whose", () => {
    bench.dataverse.close();
    expect(() => UnitsBench.start({ storage, users: [user("sam", unit(9), "Local")] })).toThrow(StorageError);
    expect(() => UnitsBench.start({ storage, users: [user("sam", unit(9), "Local")] })).toThrow("sam@test.example");
    bench = UnitsBench.start({ storage });
  });
});
