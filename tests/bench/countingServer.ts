/** A Dataverse in front of which many browsers stand: it answers what the product asks in the background, counts, and can be ill. */
import type { Fetch } from "../../shared/dataverse/client";
import { PRIVILEGES } from "../../shared/dataverse/names";
import * as AGENT_SETTING from "../../shared/dataverse/names/agentSetting";
import { OWNER } from "../../shared/dataverse/queries";
import type { VirtualClock } from "./virtualClock";

/**
 * What is wrong. `offline`: the browsers have no network, and know it; `cut`: requests get no answer, and no browser knows why; otherwise a status, `retryAfter`: with
 * the seconds that are left of it in the header of that name.
 */
export type Illness =
  { readonly kind: "offline" | "cut" } | { readonly kind: "status"; readonly status: 429 | 503; readonly retryAfter: boolean };

/** What was asked, by whom, and when. */
export interface CountingServer {
  /** A user's way to it. */
  fetchAs(user: number): Fetch;
  /** Is ill until then (virtual ms). */
  fallIll(illness: Illness, until: number): void;
  /** Requests in each second since the beginning; those that no network has carried are not among them. */
  readonly perSecond: readonly number[];
  /** When the user's last list was asked for that was answered (virtual ms); before that -1. */
  listAt(user: number): number;
  /** The most requests of any one user in any five minutes, reckoned by steps of a minute. */
  worstUser(): number;
}

const MINUTE = 60_000;
const WINDOW = 5;
/** An answer takes this long, and up to as much more (ms). */
const LATENCY = 80;

const LIST = JSON.stringify({ value: [] });
const HELD = JSON.stringify({ RolePrivileges: Object.values(PRIVILEGES).map((name) => ({ PrivilegeName: name })) });
const STARTED = Date.UTC(2026, 10, 28, 8);

/** Makes one that is well. */
export function createCountingServer(clock: VirtualClock, random: () => number): CountingServer {
  const perSecond: number[] = [];
  const lists = new Map<number, number>();
  /** By user: requests in each minute. */
  const perMinute = new Map<number, number[]>();
  const told = new Map<string, string>();
  let illness: Illness | null = null;
  let illUntil = -1;

  function count(user: number): void {
    const second = Math.floor(clock.now() / 1000);
    while (perSecond.length <= second) perSecond.push(0);
    perSecond[second] = (perSecond[second] ?? 0) + 1;
    const minute = Math.floor(clock.now() / MINUTE);
    const own = perMinute.get(user) ?? [];
    while (own.length <= minute) own.push(0);
    own[minute] = (own[minute] ?? 0) + 1;
    perMinute.set(user, own);
  }

  /** Each user has a row of settings, under the user's own id; what browsers have told in it is kept. */
  function textOf(url: string, body: unknown): string {
    if (url.includes("RetrieveUserSetOfPrivilegesByNames")) return HELD;
    const id = url.includes(AGENT_SETTING.set) && /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(url)?.[0];
    if (!id) return LIST;
    if (typeof body === "string") told.set(id, body);
    const row = { [OWNER]: id, [AGENT_SETTING.id]: id, ...(JSON.parse(told.get(id) ?? "{}") as object) };
    return JSON.stringify({ value: [row] });
  }

  function answer(url: string, body: unknown): Response {
    const date = new Date(STARTED + clock.now()).toUTCString();
    if (illness?.kind !== "status" || clock.now() >= illUntil) {
      return response(200, { Date: date }, textOf(url, body));
    }
    const left = String(Math.ceil((illUntil - clock.now()) / 1000));
    return response(illness.status, { Date: date, ...(illness.retryAfter ? { "Retry-After": left } : {}) }, "{}");
  }

  return {
    perSecond,
    fetchAs:
      (user) =>
      async (url, { body }) => {
        const isAway = illness !== null && illness.kind !== "status" && clock.now() < illUntil;
        const sentAt = clock.now();
        // Without a network the server hears nothing; a cut one has carried the question.
        if (!isAway || illness?.kind === "cut") count(user);
        const response = isAway ? null : answer(url, body);
        await new Promise<void>((resolve) => clock.after(LATENCY * (1 + random()), resolve));
        if (!response) throw new TypeError("no answer");
        if (response.ok && url.includes("fetchXml")) lists.set(user, sentAt);
        return response;
      },
    fallIll(next, until) {
      illness = next;
      illUntil = until;
    },
    listAt: (user) => lists.get(user) ?? -1,
    worstUser() {
      let worst = 0;
      for (const own of perMinute.values()) {
        for (let from = 0; from < own.length; from++) {
          worst = Math.max(
            worst,
            own.slice(from, from + WINDOW).reduce((sum, requests) => sum + requests, 0),
          );
        }
      }
      return worst;
    },
  };
}

/** What the product reads of an answer. Node's own takes turns of the real event loop, in which virtual time would go on. */
function response(status: number, headers: Readonly<Record<string, string>>, text: string): Response {
  const own = {
    ok: status < 300,
    status,
    type: "basic" as const,
    headers: { get: (name: string) => headers[name] ?? null },
    text: () => Promise.resolve(text),
  };
  return own as unknown as Response;
}
