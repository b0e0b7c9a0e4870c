/** A company with twenty numbers, ten teams and five hundred agents, in the sandbox's engine. Always the same for one seed. */
import { createPerson } from "../../sandbox";
import { createDataverse } from "../../sandbox/server/dataverse";
import type { SolutionModel } from "../../sandbox/model";
import { inboxQuery } from "../../shared/dataverse/queries";
import { isNotified } from "../../shared/domain/isNotified";
import { seededRandom } from "./seededRandom";

/** How large it is. */
export interface CompanySize {
  readonly numbers: number;
  readonly teams: number;
  readonly agents: number;
  readonly conversations: number;
}

/** What can be asked of it. */
export interface Company {
  /** User ids. The first one belongs to every team, the second to none. */
  readonly agents: readonly string[];
  /** The sessions that the rule says this agent is notified of, by the company's own books. */
  expected(agent: string): ReadonlySet<string>;
  /** One inbox query of an agent: the sessions of its answer, and how long it took (ms). */
  ask(agent: string, isRouted?: boolean): { readonly sessions: ReadonlySet<string>; readonly ms: number };
  close(): void;
}

const NOW = Date.UTC(2026, 10, 22, 12);
const guid = (kind: string, at: number): string => `${kind}-0000-4000-8000-${String(at).padStart(12, "0")}`;

/** Makes it. @param model the packed solution's */
export function createCompany(model: SolutionModel, { numbers, teams, agents, conversations }: CompanySize, seed = 1): Company {
  const random = seededRandom(seed);
  const one = (count: number): number => Math.floor(random() * count);
  const users = Array.from({ length: agents }, (_, at) =>
    createPerson({
      login: `agent${at}`,
      id: guid("a6e00000", at + 1),
      firstName: "Agent",
      lastName: String(at),
      roles: ["Basic User", "SMS Agent"],
    }),
  );
  // Most agents belong to one team, some to two, a few to none.
  const memberships = users.map((_, at): ReadonlySet<number> => {
    if (at === 0) return new Set(Array.from({ length: teams }, (_unused, team) => team));
    if (at === 1) return new Set();
    return new Set(Array.from({ length: at % 17 === 0 ? 0 : 1 + (at % 5 === 0 ? 1 : 0) }, () => one(teams)));
  });
  const teamIds = Array.from({ length: teams }, (_, at) => guid("7ea40000", at + 1));
  const engine = createDataverse({
    model,
    storage: ":memory:",
    now: () => NOW,
    users,
    teams: teamIds.map((id, at) => ({
      id,
      name: `Team ${at}`,
      members: users.filter((_, user) => memberships[user]?.has(at)).map((user) => user.id),
      roles: ["SMS Agent"],
    })),
  });
  const write = (method: string, path: string, body: object): void => {
    const answer = engine.asSystem({ method, path, headers: {}, body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.body}`);
  };
  // Every seventh number has no team, every tenth no row at all.
  const teamOf = (number: number): string | null => (number % 7 === 0 || number % 10 === 9 ? null : (teamIds[number % teams] ?? null));
  const phone = (number: number): string => `+1555${9000 + number}`;
  for (let number = 0; number < numbers; number++) {
    if (number % 10 === 9) continue;
    const team = teamOf(number);
    write("POST", "msgn_businessnumbers", {
      msgn_phonenumber: phone(number),
      msgn_name: `Number ${number}`,
      ...(team === null ? {} : { "msgn_teamid@odata.bind": `/teams(${team})` }),
    });
  }
  const books = Array.from({ length: conversations }, (_, at) => {
    const number = one(numbers);
    const kind = random();
    const owner =
      kind < 0.5
        ? { id: users[one(agents)]?.id ?? "", kind: "user" as const }
        : { id: kind < 0.8 ? (teamIds[one(teams)] ?? "") : (users[0]?.id ?? ""), kind: kind < 0.8 ? ("team" as const) : ("user" as const) };
    const session = guid("5e550000", at + 1);
    const contactNumber = guid("c0000000", at + 1);
    write("PATCH", `msgn_contactnumbers(${contactNumber})`, { msgn_phonenumber: `+1556${100_000 + at}` });
    write("PATCH", `msgn_sessions(${session})`, {
      msgn_name: `Conversation ${at}`,
      msgn_businessnumber: phone(number),
      msgn_sessionstatus: random() < 0.5 ? 864500000 : 864500001,
      "msgn_contactnumberid@odata.bind": `/msgn_contactnumbers(${contactNumber})`,
      "ownerid@odata.bind": `/${owner.kind === "team" ? "teams" : "systemusers"}(${owner.id})`,
    });
    write("POST", "msgn_messages", {
      msgn_providermessageid: `SM${at}`,
      msgn_body: "Hi",
      msgn_direction: 864500000,
      msgn_receivedon: new Date(NOW - 1000 * at).toISOString(),
      "msgn_sessionid@odata.bind": `/msgn_sessions(${session})`,
    });
    return { session, team: teamOf(number), owner };
  });
  return {
    agents: users.map(({ id }) => id),
    expected(agent) {
      const at = users.findIndex(({ id }) => id === agent);
      const member = { userId: agent, teams: new Set([...(memberships[at] ?? [])].map((team) => teamIds[team] ?? "")) };
      return new Set(books.filter((book) => isNotified(book, member)).map(({ session }) => session));
    },
    ask(agent, isRouted = true) {
      const began = performance.now();
      const answer = engine.handle({ method: "GET", path: inboxQuery(agent, isRouted), headers: {}, body: "", userId: agent });
      const ms = performance.now() - began;
      if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
      const { value } = JSON.parse(answer.body) as { readonly value: readonly { readonly session: string }[] };
      return { sessions: new Set(value.map(({ session }) => session)), ms };
    },
    close: () => engine.close(),
  };
}
