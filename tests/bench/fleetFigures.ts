/** What a fleet of agents asks of one server: on a calm day, and after an outage. The product's own inboxes run in every tab, on a virtual clock. */
import { createAgentAtWork } from "./agentAtWork";
import { createCountingServer } from "./countingServer";
import type { Illness } from "./countingServer";
import { seededRandom } from "./seededRandom";
import { createVirtualClock } from "./virtualClock";

/** An outage of the day. */
export interface Outage {
  readonly name: string;
  readonly illness: Illness;
  readonly minutes: number;
}

/** A fleet, and its day. */
export interface Fleet {
  readonly agents: number;
  readonly tabs: number;
  /** How long an agent stays on a page: at least and at most (ms); null: all day. */
  readonly stays: readonly [number, number] | null;
  /** How long nothing is wrong before the first outage (minutes), once the agents have come. */
  readonly calmMinutes: number;
  /** For how long it is looked at what came of an outage (minutes); then the next one begins. */
  readonly aftermathMinutes: number;
  /** One after the other. */
  readonly outages: readonly Outage[];
  readonly seed: number;
}

/** What came of one outage. Requests are those that the server heard of. */
export interface OutageFigures {
  readonly name: string;
  /** The most requests in one second while it lasted, and in its aftermath. */
  readonly worstDuring: number;
  readonly worstAfter: number;
  /** The same after its end, over the calm mean. */
  readonly afterOverCalm: number;
  /** The most requests in one second of each minute after its end. */
  readonly worstByMinute: readonly number[];
  /** Until every agent's tab in front had a list that was asked for after its end, and showed no problem (s); null: not in that time. */
  readonly freshWithin: number | null;
}

/** What the day came to. */
export interface FleetFigures {
  /** Requests a second while nothing was wrong. */
  readonly calmMean: number;
  readonly calmWorst: number;
  /** The most requests of one user in five minutes, in percent of the 6,000 that Dataverse allows. */
  readonly worstUserPercent: number;
  readonly outages: readonly OutageFigures[];
}

const SECOND = 1_000;
const MINUTE = 60_000;
/** Agents come within so long (ms). */
const COMING = 5 * MINUTE;
const ALLOWED_IN_FIVE_MINUTES = 6_000;
/** Of so many changes of page, one is to another tab. */
const TAB_CHANGE = 10;

const most = (numbers: readonly number[]): number => numbers.reduce((one, other) => Math.max(one, other), 0);

/**
 * Plays a day.
 * @throws any bug that an inbox has reported
 */
export async function fleetFigures({ agents, tabs, stays, calmMinutes, aftermathMinutes, outages, seed }: Fleet): Promise<FleetFigures> {
  const aftermath = aftermathMinutes * MINUTE;
  const random = seededRandom(seed);
  const clock = createVirtualClock();
  const server = createCountingServer(clock, random);
  const bugs: unknown[] = [];
  const fleet = Array.from({ length: agents }, (_, user) =>
    createAgentAtWork({ user, tabs, clock, random, fetch: server.fetchAs(user), report: (bug) => bugs.push(bug) }),
  );
  for (const agent of fleet) {
    const move = ([least, longest]: readonly [number, number]) =>
      clock.after(least + (longest - least) * random(), () => {
        if (random() * TAB_CHANGE < 1) agent.goToNextTab();
        else agent.navigate();
        move([least, longest]);
      });
    clock.after(COMING * random(), () => {
      agent.start();
      if (stays) move(stays);
    });
  }

  const figures: Omit<OutageFigures, "afterOverCalm">[] = [];
  const seconds = (from: number, to: number) =>
    Array.from({ length: Math.floor((to - from) / SECOND) }, (_, at) => server.perSecond[Math.floor(from / SECOND) + at] ?? 0);

  /** When everyone's list is of after this moment; looked at each second. */
  async function watchFresh(end: number): Promise<number | null> {
    let freshAt: number | null = null;
    for (let at = end + SECOND; at <= end + aftermath; at += SECOND) {
      await clock.runUntil(at);
      freshAt ??= fleet.every((agent, user) => server.listAt(user) >= end && !agent.hasProblem()) ? at : null;
    }
    return freshAt === null ? null : (freshAt - end) / SECOND;
  }

  await clock.runUntil(2 * COMING);
  const calmFrom = clock.now();
  await clock.runUntil(calmFrom + calmMinutes * MINUTE);
  // After the first outage no second is certain to be calm.
  const calm = seconds(calmFrom, clock.now());
  for (const { name, illness, minutes } of outages) {
    const from = clock.now();
    const end = from + minutes * MINUTE;
    server.fallIll(illness, end);
    if (illness.kind === "offline") for (const agent of fleet) agent.setOnline(false);
    await clock.runUntil(end);
    if (illness.kind === "offline") for (const agent of fleet) agent.setOnline(true);
    const freshWithin = await watchFresh(end);
    const worstByMinute = Array.from({ length: aftermath / MINUTE }, (_, minute) =>
      most(seconds(end + minute * MINUTE, end + (minute + 1) * MINUTE)),
    );
    figures.push({ name, worstDuring: most(seconds(from, end)), worstAfter: most(worstByMinute), worstByMinute, freshWithin });
  }
  for (const agent of fleet) agent.stop();
  // What is on its way arrives: a request that waits for ever keeps the process.
  await clock.runUntil(clock.now() + MINUTE);
  if (bugs.length > 0) throw new AggregateError(bugs, "An inbox has reported a bug.");
  const calmMean = calm.reduce((sum, requests) => sum + requests, 0) / calm.length;
  return {
    calmMean,
    calmWorst: most(calm),
    worstUserPercent: (server.worstUser() / ALLOWED_IN_FIVE_MINUTES) * 100,
    outages: figures.map((outage) => ({ ...outage, afterOverCalm: outage.worstAfter / calmMean })),
  };
}
