/** The packed solution's roles as they are, and with one privilege taken away or narrowed: a user for each, over one Dataverse in process. */
import type { Privilege } from "../../sandbox/model";
import { createDataverse } from "../../sandbox/server/dataverse";
import type { Dataverse, SandboxTeam } from "../../sandbox/server/dataverse";
import type { Fetch } from "../../shared/dataverse/client";
import { packedModel } from "../packed";

/** A row as the tests read it. */
export type Row = Readonly<Record<string, unknown>>;

/** A user who has one role, and no other: the solution's own, or a variant of it. */
export interface RoleHolder {
  readonly userId: string;
  /** The solution's role. */
  readonly role: string;
  /** What the variant does to a privilege of it; null: nothing, it is the role itself. */
  readonly change: { readonly privilege: Privilege; readonly kind: "without" | "own rows only" } | null;
}

/** The Dataverse with everybody in it. */
export interface RoleVariants {
  readonly holders: readonly RoleHolder[];
  /** A user of the same role, unchanged, who owns what is not the holder's own. */
  colleagueOf(holder: RoleHolder): string;
  readonly team: string;
  /** The Web API as a user; the second one counts how often it was refused with 403. */
  fetchAs(userId: string): Fetch;
  refusals(userId: string): number;
  /** As the system, without rights. @throws Error unless it succeeds */
  system(method: string, path: string, body?: object): Row;
  /** As a user. @throws Error unless it succeeds */
  by(userId: string, method: string, path: string, body?: object): Row;
  rows(path: string): readonly Row[];
  readonly now: number;
  close(): void;
}

const NOW = Date.UTC(2026, 10, 22, 12);
const TEAM: SandboxTeam = { id: "e0000000-0000-4000-8000-000000000000", name: "Front Desk", members: [], roles: ["SMS Agent"] };
const idOf = (number: number): string => `c0000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

/** Imports the solution, with a variant for every privilege that is granted, and one more for each that reaches beyond own rows where rows have owners. */
export async function startRoleVariants(): Promise<RoleVariants> {
  const model = await packedModel();
  const hasOwners = ({ name }: Privilege): boolean =>
    model.tables.some(({ schemaName, ownership }) => ownership === "user" && name.endsWith(schemaName) && schemaName.includes("_"));
  const changes = model.roles.flatMap(({ name: role, privileges }) => [
    { role, change: null },
    ...privileges.map((privilege) => ({ role, change: { privilege, kind: "without" } as const })),
    ...privileges
      .filter((privilege) => privilege.level !== "Basic" && hasOwners(privilege))
      .map((privilege) => ({ role, change: { privilege, kind: "own rows only" } as const })),
  ]);
  const holders: readonly RoleHolder[] = changes.map((each, at) => ({ ...each, userId: idOf(at + 1) }));
  const colleagues: readonly RoleHolder[] = model.roles.map(({ name: role }, at) => ({
    role,
    change: null,
    userId: idOf(holders.length + at + 1),
  }));
  const everybody = [...holders, ...colleagues];
  const nameOf = ({ userId }: RoleHolder): string => `Role of ${userId}`;
  const roles = everybody.map((holder) => ({
    id: holder.userId.replace(/^c/, "d"),
    name: nameOf(holder),
    privileges: (model.roles.find(({ name }) => name === holder.role)?.privileges ?? []).flatMap((each): readonly Privilege[] => {
      if (each.name !== holder.change?.privilege.name) return [each];
      return holder.change.kind === "without" ? [] : [{ ...each, level: "Basic" }];
    }),
  }));
  const users = everybody.map((holder) => {
    return {
      id: holder.userId,
      firstName: "User",
      lastName: holder.userId,
      domainName: `${holder.userId}@test.example`,
      roles: [nameOf(holder)],
    };
  });
  const engine: Dataverse = createDataverse({
    model: { ...model, roles: [...model.roles, ...roles] },
    storage: ":memory:",
    now: () => NOW,
    users,
    teams: [TEAM],
  });
  const refused = new Map<string, number>();
  const system = (method: string, path: string, body?: object): Row => {
    const answer = engine.asSystem({ method, path, headers: { prefer: "return=representation" }, ...(body ? { body } : {}) });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return answer.body === "" ? {} : (JSON.parse(answer.body) as Row);
  };

  const by = (userId: string, method: string, path: string, body?: object): Row => {
    const headers = { prefer: "return=representation", "content-type": "application/json" };
    const answer = engine.handle({ method, path, headers, body: body ? JSON.stringify(body) : "", userId });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
    return answer.body === "" ? {} : (JSON.parse(answer.body) as Row);
  };

  return {
    holders,
    by,
    colleagueOf: ({ role }) => colleagues.find((each) => each.role === role)?.userId ?? "",
    team: TEAM.id,
    fetchAs: (userId) => (url, init) => {
      const path = url.replace(/^.*\/api\/data\/v9\.2\//, "");
      const headers = Object.fromEntries(new Headers(init.headers).entries());
      const body = typeof init.body === "string" ? init.body : "";
      const answer = engine.handle({ method: init.method ?? "GET", path, headers, body, userId });
      if (answer.status === 403 || /^HTTP\/1\.1 403/m.test(answer.body)) refused.set(userId, (refused.get(userId) ?? 0) + 1);
      return Promise.resolve(new Response(answer.body === "" ? null : answer.body, { status: answer.status, headers: answer.headers }));
    },
    refusals: (userId) => refused.get(userId) ?? 0,
    system,
    rows: (path) => system("GET", path)["value"] as readonly Row[],
    now: NOW,
    close: () => engine.close(),
  };
}
