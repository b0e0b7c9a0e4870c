/**
 * Three teams in three business units, four agents each, on random days: texts come in, agents accept, take over, give away within and across units, read, and move from
 * one unit to another. Books of its own say, without any role, where each session and text lies: nobody ever reads a text of another unit, nobody misses what is theirs.
 */
import { isNotified } from "../../shared/domain/isNotified";
import { createGiveGateway } from "../../shared/dataverse/giveGateway";
import { giveTo } from "../../shared/thread/giveTo";
import { seededRandom } from "../bench/seededRandom";
import { howMany, seedOf } from "../effort";
import { markAllRead } from "../shared/dataverse/markAllRead";
import { takeOver } from "../solution/roleScene";
import { startUnitsOffice } from "../solution/unitsOffice";
import type { UnitsOffice, UnitTeam } from "../solution/unitsOffice";

jest.setTimeout(600_000);

interface Kept {
  /** Whose it is: a user, or a team. */
  owner: { readonly kind: "user" | "team"; readonly id: string };
  unit: string;
}
interface KeptSession extends Kept {
  readonly team: UnitTeam;
  isAccepted: boolean;
}
interface KeptText extends Kept {
  readonly session: string;
}

class Books {
  readonly sessions = new Map<string, KeptSession>();
  /** By what they say: no two say the same. */
  readonly texts = new Map<string, KeptText>();
  readonly teamOf = new Map<string, UnitTeam>();

  constructor(readonly teams: readonly UnitTeam[]) {
    for (const team of teams) for (const agent of team.agents) this.teamOf.set(agent, team);
  }

  arrived(session: string, team: UnitTeam, words: string): void {
    const kept = this.sessions.get(session) ?? { team, owner: { kind: "team", id: team.team }, unit: team.unit, isAccepted: false };
    this.sessions.set(session, kept);
    this.texts.set(words, { session, owner: kept.owner, unit: kept.unit });
  }

  handedTo(session: string, owner: Kept["owner"]): void {
    const kept = this.sessions.get(session);
    if (!kept) throw new Error(`Nobody has written in ${session}.`);
    const unit = owner.kind === "team" ? this.teams.find(({ team }) => team === owner.id)?.unit : this.teamOf.get(owner.id)?.unit;
    Object.assign(kept, { owner, unit: unit ?? "", isAccepted: true });
  }

  moved(agent: string, to: UnitTeam): void {
    this.teamOf.set(agent, to);
    for (const row of [...this.sessions.values(), ...this.texts.values()])
      if (row.owner.kind === "user" && row.owner.id === agent) row.unit = to.unit;
  }

  /** What the texts say that an agent may read. */
  readable(agent: string): readonly string[] {
    return [...this.texts].filter(([, { unit }]) => unit === this.teamOf.get(agent)?.unit).map(([words]) => words);
  }

  /** The sessions that an agent is notified of, where these are the texts that are unread. */
  notified(agent: string, unread: ReadonlySet<string>): readonly string[] {
    const mine = this.teamOf.get(agent);
    const withUnread = new Set(this.readable(agent).flatMap((words) => (unread.has(words) ? (this.texts.get(words)?.session ?? []) : [])));
    return [...this.sessions].flatMap(([id, { team, owner, unit }]) => {
      const member = { userId: agent, teams: new Set([mine?.team ?? ""]) };
      return withUnread.has(id) && unit === mine?.unit && isNotified({ team: team.team, owner }, member) ? [id] : [];
    });
  }
}

const unreadOf = (office: UnitsOffice): ReadonlySet<string> =>
  new Set(office.rows("msgn_messages?$select=msgn_body&$filter=msgn_readon eq null").map((row) => String(row["msgn_body"])));

/** One try; returns what was done, for a failure's message. */
async function play(office: UnitsOffice, books: Books, random: () => number, steps: number): Promise<ReadonlyMap<string, number>> {
  const done = new Map<string, number>();
  const one = <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(random() * list.length)];
  const agents = [...books.teamOf.keys()];
  const ownedBy = (agent: string): readonly string[] =>
    [...books.sessions].filter(([, { owner }]) => owner.kind === "user" && owner.id === agent).map(([id]) => id);

  const acts: Readonly<Record<string, (agent: string, step: number) => Promise<boolean>>> = {
    async text(_, step) {
      const team = one(books.teams);
      if (!team) return false;
      const { sessionId } = await office.text(team.number, `+1555010${Math.floor(random() * 5)}`, `Text ${step}`);
      books.arrived(sessionId, team, `Text ${step}`);
      // What has just come in, somebody is told of: the owner, where it is a person's.
      const { owner } = books.sessions.get(sessionId) ?? {};
      const told = agents.filter((agent) => books.notified(agent, new Set([`Text ${step}`])).includes(sessionId));
      expect(told).not.toEqual([]);
      if (owner?.kind === "user") expect(told).toContain(owner.id);
      return true;
    },
    async accept(agent) {
      const offered = books.notified(agent, unreadOf(office)).filter((id) => !books.sessions.get(id)?.isAccepted);
      const session = one(offered);
      if (session === undefined) return false;
      await takeOver(office.sceneOf(agent, ""), "accept", session);
      books.handedTo(session, { kind: "user", id: agent });
      return true;
    },
    async takeOver(agent) {
      const offered = books.notified(agent, unreadOf(office)).filter((id) => {
        const { isAccepted, owner } = books.sessions.get(id) ?? {};
        return isAccepted && owner?.id !== agent;
      });
      const session = one(offered);
      if (session === undefined) return false;
      office.now += 600_000;
      await takeOver(office.sceneOf(agent, ""), "assign", session);
      books.handedTo(session, { kind: "user", id: agent });
      return true;
    },
    async give(agent) {
      const session = one(ownedBy(agent));
      const team = one(books.teams);
      const receiver = one(agents.filter((other) => other !== agent));
      if (session === undefined || !team || receiver === undefined) return false;
      const to = random() < 0.3 ? ({ kind: "team", id: team.team } as const) : ({ kind: "user", id: receiver } as const);
      const gateway = createGiveGateway(office.sceneOf(agent, "").client, agent, () => office.now);
      const { owner, status } = await gateway.readSession(session);
      expect(await giveTo(gateway, { id: session, status, owner }, { ...to, name: "Somebody" }, "")).toMatchObject({ kind: "given" });
      books.handedTo(session, to);
      return true;
    },
    async read(agent) {
      const session = one(ownedBy(agent));
      if (session === undefined) return false;
      await markAllRead(office.sceneOf(agent, "").client, session, agent);
      return true;
    },
    move(agent) {
      const from = books.teamOf.get(agent);
      const to = one(books.teams);
      const left = [...books.teamOf.values()].filter((team) => team === from).length;
      // Somebody has to be there to be told.
      if (!from || !to || from === to || left < 2) return Promise.resolve(false);
      office.moveAgent(agent, from, to);
      books.moved(agent, to);
      return Promise.resolve(true);
    },
  };
  const kinds = ["text", "text", "text", "accept", "accept", "takeOver", "give", "give", "read", "move"];

  for (let step = 0; step < steps; step++) {
    const kind = one(kinds) ?? "text";
    const agent = one(agents) ?? "";
    office.now += 1000;
    if (!(await acts[kind]?.(agent, step))) continue;
    done.set(kind, (done.get(kind) ?? 0) + 1);
    const unread = unreadOf(office);
    for (const reader of agents) {
      const { sessions } = await office.sceneOf(reader, "").inbox.readInbox();
      const texts = office.rowsFor(reader, "msgn_messages?$select=msgn_body").map((row) => String(row["msgn_body"]));
      const where = `step ${step}, ${kind} by ${agent}: ${reader}`;
      expect([where, texts.sort()]).toEqual([where, [...books.readable(reader)].sort()]);
      expect([where, sessions.map(({ id }) => id).sort()]).toEqual([where, [...books.notified(reader, unread)].sort()]);
    }
  }
  return done;
}

const first = seedOf();
it.each(Array.from({ length: howMany(10, 1) }, (_, at) => first + at))(
  "lets nobody read a text of another unit, and nobody miss what is theirs (seed %s)",
  async (seed) => {
    const office = await startUnitsOffice(["Sales", "Service", "Repairs"], 4);
    try {
      office.keepApart();
      const steps = howMany(400, 120);
      const done = await play(office, new Books(office.teams), seededRandom(seed), steps);
      // All of it happened, or the test could not fail.
      for (const kind of ["text", "accept", "takeOver", "give", "read", "move"]) expect([kind, done.get(kind) ?? 0]).not.toEqual([kind, 0]);
    } finally {
      office.close();
    }
  },
);
