import { RequestFailed } from "../shared/domain/failure";
import type { ApiClient } from "../shared/dataverse/client";
import { EVENT_KIND } from "../shared/dataverse/names";
import {
  blockedCountQuery,
  eventsTodayQuery,
  failedTodayQuery,
  longestWaitQuery,
  optedOutCountQuery,
  waitingQuery,
} from "../shared/dataverse/overviewQueries";
import { AGGREGATE_LIMIT } from "../shared/dataverse/queries";
import { arrival, numberOf, rowsOf } from "../shared/dataverse/rows";
import type { Row } from "../shared/dataverse/rows";
import type { Figure, Figures } from "./figures";

/** What was read at once. */
export interface FiguresRead {
  readonly figures: Figures;
  /** When, by the server's clock (ms). */
  readonly at: number;
}

/**
 * What changes by the minute: who waits and since when, what happened today. Three requests.
 * @throws RequestFailed where the server or the network is at fault; what the reader has no right to is a figure that says so
 */
export async function readFiguresOfNow(client: ApiClient): Promise<FiguresRead> {
  const [waiting, events, failed] = await Promise.all([
    readWaiting(client),
    figuresOf(["accepted", "takenOver"], async () => eventFigures((await rows(client, eventsTodayQuery())).rows)),
    countOf(client, "failed", failedTodayQuery()),
  ]);
  return { at: waiting.at, figures: { ...waiting.figures, ...events, ...failed } };
}

/**
 * What changes by the day: how many numbers are blocked and opted out. Two requests that go through all such numbers.
 * @param now the server's clock (ms)
 * @throws RequestFailed as {@link readFiguresOfNow}
 */
export async function readNumberFigures(client: ApiClient, now: number): Promise<Figures> {
  const [blocked, optedOut] = await Promise.all([
    countOf(client, "blocked", blockedCountQuery(now)),
    countOf(client, "optedOut", optedOutCountQuery()),
  ]);
  return { ...blocked, ...optedOut };
}

async function rows(client: ApiClient, path: string): Promise<{ readonly rows: readonly Row[]; readonly now: number }> {
  const { body, now } = await client({ method: "GET", path });
  return { rows: rowsOf(body), now };
}

async function readWaiting(client: ApiClient): Promise<FiguresRead> {
  // Until the first answer tells what the server's clock says; a reader without rights hears of no clock.
  let at = Date.now();
  const figures = await figuresOf(["waiting", "longest"], async () => {
    const answer = await rows(client, waitingQuery());
    at = answer.now;
    return { waiting: numberOf(answer.rows[0] ?? {}, "waiting") ?? 0, longest: waitOf(answer.rows[0], answer.now) };
  });
  if (figures.waiting !== "tooMany") return { at, figures };
  const oldest = await rows(client, longestWaitQuery());
  return { at: oldest.now, figures: { ...figures, longest: waitOf(oldest.rows[0], oldest.now) } };
}

function waitOf(row: Row | undefined, now: number): Figure {
  const since = row ? arrival(row, "oldest", "oldestmade") : null;
  return since === null ? "none" : Math.max(0, now - since);
}

function eventFigures(groups: readonly Row[]): Figures {
  const count = (kind: number): number => numberOf(groups.find((row) => row["kind"] === kind) ?? {}, "count") ?? 0;
  return { accepted: count(EVENT_KIND.accepted), takenOver: count(EVENT_KIND.takenOver) };
}

function countOf(client: ApiClient, name: "failed" | "blocked" | "optedOut", path: string): Promise<Figures> {
  return figuresOf([name], async () => ({ [name]: numberOf((await rows(client, path)).rows[0] ?? {}, "count") ?? 0 }));
}

/** @throws RequestFailed for all but what is a figure itself: no right to it, or too many rows */
async function figuresOf(names: readonly (keyof Figures)[], read: () => Promise<Figures>): Promise<Figures> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    const instead = error.kind === "denied" ? "noRight" : error.code.toLowerCase() === AGGREGATE_LIMIT ? "tooMany" : null;
    if (instead === null) throw error;
    return Object.fromEntries(names.map((name) => [name, instead]));
  }
}
