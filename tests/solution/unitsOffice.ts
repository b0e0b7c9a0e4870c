/** An environment in which an administrator keeps teams apart, step by step as docs/reading-rights.md says it: each step is a request of theirs. */
import { createBusinessNumbers, deliver } from "../../gateway/contract";
import type { Connection, Delivery } from "../../gateway/contract";
import { createPerson } from "../../sandbox";
import type { Person } from "../../sandbox";
import { createDataverse } from "../../sandbox/server/dataverse";
import { importSolutions } from "../../sandbox/server/solution";
import { createClient } from "../../shared/dataverse/client";
import type { Fetch } from "../../shared/dataverse/client";
import { createBothGateways } from "../shared/dataverse/createBothGateways";
import { packedSolution } from "../packed";
import type { RoleScene } from "./roleScene";
import type { Row } from "./roleVariants";
import { FILE_ROLE, UNIT_PICTURES, UNIT_ROLE, unitRoleZip } from "./unitRole";

/** A team with its unit, its number, and its agents' ids. */
export interface UnitTeam {
  readonly name: string;
  readonly unit: string;
  readonly team: string;
  readonly number: string;
  readonly agents: readonly string[];
}

/** The environment. Before `keepApart` there is one unit, and SMS Agent reads everything. */
export interface UnitsOffice {
  /** The server's clock (ms). */
  now: number;
  readonly teams: readonly UnitTeam[];
  /** SMS Administrator. */
  readonly administrator: string;
  /** The steps 1 to 4 of the page. */
  keepApart(): void;
  /** The last of step 4: the app is for the copy of the role as well. */
  shareApp(): void;
  /** What the page says of pictures and other files. */
  keepFilesApart(): void;
  /** The gateway's. */
  readonly connection: Connection;
  /** As a user, with their rights. @throws Error unless it succeeds */
  by(user: string, method: string, path: string, body?: object): Row;
  /** What all rows say, whoever may read them. */
  rows(path: string): readonly Row[];
  rowsFor(user: string, path: string): readonly Row[];
  fetchAs(user: string): Fetch;
  /** How often somebody was refused. */
  refusals(user: string): number;
  /** The gateway delivers a text, as in production: it knows business numbers, and asks about them anew where a minute has passed. */
  text(to: string, from: string, body: string): Promise<Delivery>;
  /** The product's own parts as that user. In their unit is a second team, Front Desk, that they do not belong to. */
  sceneOf(user: string, colleague: string): RoleScene;
  /** Moves a user to another unit, and gives them there what they had: roles, and the new team instead of the old one. */
  moveAgent(user: string, from: UnitTeam, to: UnitTeam): void;
  close(): void;
}

const ADMINISTRATOR = "a0000000-0000-4000-8000-000000000001";
const GATEWAY = "a0000000-0000-4000-8000-000000000002";
const ROOT = "a0000000-0000-4000-8000-000000000003";
const idOf = (kind: string, at: number): string => `${kind}-0000-4000-8000-${String(at).padStart(12, "0")}`;

function person(login: string, id: string, ...roles: readonly string[]): Person {
  return createPerson({ login, id, firstName: login, lastName: "Test", roles });
}

/** Starts it, with so many teams of so many agents, and nothing kept apart yet. */
export async function startUnitsOffice(names: readonly string[], agentsOfEach: number): Promise<UnitsOffice> {
  const { model, models } = importSolutions([await packedSolution(), unitRoleZip()]);
  const teams = names.map((name, at) => ({
    name,
    unit: idOf("b0000000", at + 1),
    team: idOf("e0000000", at + 1),
    number: `+1555900${at}`,
    agents: Array.from({ length: agentsOfEach }, (_, agent) => idOf("c0000000", at * agentsOfEach + agent + 1)),
  }));
  const agents = teams.flatMap(({ agents: ids, name }) =>
    ids.map((id, at) => person(`${name.toLowerCase()}${at}`, id, "Basic User", "SMS Agent")),
  );
  const engine = createDataverse({
    ...{ model, solutions: models, storage: ":memory:", now: () => office.now },
    users: [
      ...agents,
      person("mia", ADMINISTRATOR, "Basic User", "SMS Administrator"),
      person("gateway", GATEWAY, "SMS Gateway"),
      person("root", ROOT, "System Administrator"),
    ],
  });
  const refused = new Map<string, number>();
  const send = (userId: string, method: string, path: string, headers: Readonly<Record<string, string>>, body: string) => {
    const answer = engine.handle({ method, path, headers, body, userId });
    if (answer.status === 403 || /^HTTP\/1\.1 403/m.test(answer.body)) refused.set(userId, (refused.get(userId) ?? 0) + 1);
    return answer;
  };
  const by = (user: string, method: string, path: string, body?: object): Row => {
    const headers = { prefer: "return=representation", "content-type": "application/json" };
    const answer = send(user, method, path, path.endsWith("$ref") ? {} : headers, body ? JSON.stringify(body) : "");
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return answer.body === "" ? {} : (JSON.parse(answer.body) as Row);
  };
  const system = (method: string, path: string, body?: object): Row => {
    const answer = engine.asSystem({ method, path, headers: { prefer: "return=representation" }, ...(body ? { body } : {}) });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return answer.body === "" ? {} : (JSON.parse(answer.body) as Row);
  };
  const fetchAs =
    (user: string): Fetch =>
    (url, init) => {
      const path = url.replace(/^.*\/api\/data\/v9\.2\//, "");
      const headers = Object.fromEntries(new Headers(init.headers).entries());
      const answer = send(user, init.method ?? "GET", path, headers, typeof init.body === "string" ? init.body : "");
      return Promise.resolve(new Response(answer.body === "" ? null : answer.body, { status: answer.status, headers: answer.headers }));
    };
  const connection: Connection = {
    ...{ root: "https://test.example/api/data/v9.2/", token: "a token", maxAttempts: 1 },
    fetch: ((url: string, init: RequestInit) => fetchAs(GATEWAY)(url, init)) as typeof globalThis.fetch,
  };
  const numbers = createBusinessNumbers(connection, () => office.now);
  let texts = 0;

  const roleIn = (unit: string, name: string): string => {
    const [row] = rowsOf(by(ROOT, "GET", `roles?$select=roleid&$filter=name eq '${name}' and _businessunitid_value eq ${unit}`));
    return String(row?.["roleid"]);
  };
  const giveRole = (kind: "systemusers" | "teams", id: string, unit: string, name: string): void => {
    const relation = kind === "teams" ? "teamroles_association" : "systemuserroles_association";
    by(ROOT, "POST", `${kind}(${id})/${relation}/$ref`, { "@odata.id": `roles(${roleIn(unit, name)})` });
  };
  const enter = (agent: string, { unit, team }: UnitTeam): void => {
    by(ROOT, "PATCH", `systemusers(${agent})`, { "businessunitid@odata.bind": `/businessunits(${unit})` });
    for (const name of ["Basic User", UNIT_ROLE]) giveRole("systemusers", agent, unit, name);
    by(ROOT, "POST", `teams(${team})/teammembership_association/$ref`, { "@odata.id": `systemusers(${agent})` });
  };

  const secondTeamOf = (unit: string): string => unit.replace(/^b/, "f");
  const makeTeam = (teamid: string, name: string, unit: string): void => {
    by(ROOT, "POST", "teams", { teamid, name, "businessunitid@odata.bind": `/businessunits(${unit})` });
    giveRole("teams", teamid, unit, UNIT_ROLE);
  };

  const office: UnitsOffice = {
    now: Date.UTC(2026, 10, 22, 12),
    teams,
    administrator: ADMINISTRATOR,
    keepApart() {
      const first = `/businessunits(${engine.ids.businessUnit})`;
      for (const one of teams) {
        by(ROOT, "POST", "businessunits", { businessunitid: one.unit, name: one.name, "parentbusinessunitid@odata.bind": first });
        makeTeam(one.team, `${one.name} Desk`, one.unit);
        makeTeam(secondTeamOf(one.unit), "Front Desk", one.unit);
        for (const agent of one.agents) enter(agent, one);
        const [known] = rowsOf(system("GET", `msgn_businessnumbers?$filter=msgn_phonenumber eq '${encodeURIComponent(one.number)}'`));
        const row = { msgn_name: one.name, msgn_ownedbyteam: true, "msgn_teamid@odata.bind": `/teams(${one.team})` };
        if (known) by(ADMINISTRATOR, "PATCH", `msgn_businessnumbers(${String(known["msgn_businessnumberid"])})`, row);
        else by(ADMINISTRATOR, "POST", "msgn_businessnumbers", { msgn_phonenumber: one.number, ...row });
      }
      // The gateway asks about a number once a minute.
      office.now += 60_000;
    },
    shareApp() {
      const [app] = rowsOf(by(ROOT, "GET", "appmodules?$select=appmoduleid"));
      const role = { "@odata.id": `roles(${roleIn(engine.ids.businessUnit, UNIT_ROLE)})` };
      by(ROOT, "POST", `appmodules(${String(app?.["appmoduleid"])})/appmoduleroles_association/$ref`, role);
    },
    keepFilesApart() {
      giveRole("systemusers", GATEWAY, engine.ids.businessUnit, FILE_ROLE);
      for (const { team, unit, agents: ids } of teams) {
        giveRole("teams", team, unit, UNIT_PICTURES);
        for (const agent of ids) giveRole("systemusers", agent, unit, UNIT_PICTURES);
      }
    },
    connection,
    by,
    rows: (path) => rowsOf(system("GET", path)),
    rowsFor: (user, path) => rowsOf(by(user, "GET", path)),
    fetchAs,
    refusals: (user) => refused.get(user) ?? 0,
    text(to, from, body) {
      texts += 1;
      return deliver(connection, { id: `SM${texts}`, from, to, body, receivedAt: new Date(office.now) }, undefined, numbers);
    },
    sceneOf(me, colleague) {
      const client = createClient(fetchAs(me));
      const team = secondTeamOf(teams.find(({ agents: ids }) => ids.includes(me))?.unit ?? "");
      const world = {
        ...{ holders: [], colleagueOf: () => colleague, team, fetchAs, by, system, refusals: office.refusals, close: () => undefined },
        rows: office.rows,
        get now() {
          return office.now;
        },
      };
      return { me, colleague, world, client, inbox: createBothGateways(client, me, () => office.now) };
    },
    moveAgent(agent, from, to) {
      by(ROOT, "DELETE", `teams(${from.team})/teammembership_association(${agent})/$ref`);
      enter(agent, to);
    },
    close: () => engine.close(),
  };
  return office;
}

const rowsOf = (body: Row): readonly Row[] => body["value"] as readonly Row[];
