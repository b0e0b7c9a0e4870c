import * as AGENT_SETTING from "../shared/dataverse/names/agentSetting";
import { textOf } from "../shared/dataverse/rows";
import { fine, holdsBack, worthKnowing } from "./finding";
import type { Finding } from "./finding";
import { known } from "./personFacts";
import type { PersonFacts } from "./personFacts";

/** So long ago (ms), a start is no news, and a failure that is over is history. */
const LONG_AGO = 7 * 86_400_000;
/** Who is notified by a hook of these may have none on other pages. */
const TABLE_HOOKS = ["form", "list"];

/**
 * What the person's own browser has told of itself: by which hook the product started, when a list was read last, the last failure, the versions of the scripts.
 * The lines are written by launcher/reportStart.ts and shared/inbox/createSelfReport.ts.
 * @param writeTime an instant (ms) in the reader's language
 */
export function startFindings({ settings, inbox, version }: PersonFacts, writeTime: (ms: number) => string): readonly Finding[] {
  const row = known(settings)?.own[0];
  if (!row) return [];
  const now = known(inbox)?.now ?? Date.now();
  const [startDay = "", hook = "", launcherVersion = ""] = textOf(row, AGENT_SETTING.lastStart).split(" ");
  const [list = "", failure = ""] = textOf(row, AGENT_SETTING.lastList).split(";");
  const [listDay = "", controlVersion = ""] = list.split(" ");
  const solution = known(version) ?? "";
  const old = (script: string, itsVersion: string, day: string): readonly Finding[] =>
    itsVersion === "" || solution === "" || solution === `${itsVersion}.0`
      ? []
      : [worthKnowing("oldScript", script, itsVersion, day, solution)];
  return [
    ...startOf(startDay, hook, now),
    ...old("launcher.js", launcherVersion, startDay),
    // What was told before the last start says nothing of what runs now.
    ...(listDay < startDay ? [] : old("MessageBubble", controlVersion, listDay)),
    ...failureOf(failure, listDay, now, writeTime),
    ...listOf(startDay, listDay, failure),
  ];
}

/** @param day empty: none was told */
function startOf(day: string, hook: string, now: number): readonly Finding[] {
  if (day === "") return [worthKnowing("noStartTold")];
  const say = TABLE_HOOKS.includes(hook) ? worthKnowing("startedByTable", day, hook) : fine("started", day, hook);
  return now - Date.parse(day) > LONG_AGO ? [worthKnowing("startedLongAgo", day, hook)] : [say];
}

function listOf(startDay: string, listDay: string, failure: string): readonly Finding[] {
  if (listDay === "" && failure !== "") return [];
  if (listDay < startDay) return [worthKnowing("noListSince", startDay)];
  return listDay === "" ? [] : [fine("listRead", listDay)];
}

/** @param line as `2026-11-28T10:42/2026-11-28T10:49 7 failed: HTTP 503`; `..` for the end: it was not known when it was told */
function failureOf(line: string, listDay: string, now: number, writeTime: (ms: number) => string): readonly Finding[] {
  const [, since, until, tries, why] = /^ (\S+)\/(\S+) (\d+) (.*)$/.exec(line) ?? [];
  if (since === undefined || until === undefined || tries === undefined || why === undefined) return [];
  const at = (text: string): string => (text.includes("T") ? writeTime(Date.parse(`${text}Z`)) : text);
  if (listDay === "") return [holdsBack("failing", at(since), tries, why)];
  const say = now - Date.parse(`${since}Z`) > LONG_AGO ? fine : worthKnowing;
  return [say("failed", at(since), at(until === ".." ? listDay : until), tries, why)];
}
