import { profileOf } from "../shared/dataverse/profile";
import { fine, worthKnowing } from "./finding";
import type { Finding } from "./finding";
import { known } from "./personFacts";
import type { PersonFacts } from "./personFacts";

/** A refresh may come so much later than its interval says (ms). */
const LATE = 15_000;

/** What this browser alone knows; nothing of anybody else. @param writeTime an instant (ms) in the reader's language */
export function browserFindings({ person, browser, configurations }: PersonFacts, writeTime: (ms: number) => string): readonly Finding[] {
  if (!browser) return [];
  const { isPaneThere, lastReading, listenedFor } = browser;
  const { refreshInterval } = profileOf(person.id, new Set(), known(configurations)?.[0]).configuration;
  // Not yet heard is no news: another reading is due only after the interval.
  const isLate = lastReading === null && refreshInterval !== null && listenedFor > refreshInterval + LATE;
  return [
    isPaneThere ? fine("paneHere") : worthKnowing("noPaneHere"),
    ...(lastReading === null ? [] : [fine("readHere", writeTime(lastReading))]),
    ...(isLate ? [worthKnowing("notReadHere", String(Math.floor(listenedFor / 1000)))] : []),
  ];
}
