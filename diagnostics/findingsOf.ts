import { accessFindings } from "./accessFindings";
import { appFindings } from "./appFindings";
import { browserFindings } from "./browserFindings";
import { configurationFindings } from "./configurationFindings";
import type { PersonFacts } from "./personFacts";
import { worthKnowing } from "./finding";
import type { Finding } from "./finding";
import { inboxFindings } from "./inboxFindings";
import { settingsFindings } from "./settingsFindings";
import { startFindings } from "./startFindings";
import { systemFindings } from "./systemFindings";

/** What can be read, or not. */
export type Topic = Exclude<keyof PersonFacts, "person" | "browser">;

/** What the judgement needs besides the facts. */
export interface Judging {
  /** Of this page's script. */
  readonly version: string;
  /** An instant (ms) in the reader's language. */
  readonly writeTime: (ms: number) => string;
  /** What a topic is called in the reader's language. */
  readonly topicName: (topic: Topic) => string;
}

/** Everything that is to be said of a person, in the order in which somebody would look for the cause. */
export function findingsOf(facts: PersonFacts, { version, writeTime, topicName }: Judging): readonly Finding[] {
  return [
    ...accessFindings(facts),
    ...appFindings(facts),
    ...configurationFindings(facts),
    ...settingsFindings(facts, writeTime),
    ...startFindings(facts, writeTime),
    ...inboxFindings(facts),
    ...browserFindings(facts, writeTime),
    ...systemFindings(facts, version),
    ...notReadFindings(facts, topicName),
  ];
}

/** What nobody told is no good news: it is said. */
function notReadFindings(facts: PersonFacts, topicName: (topic: Topic) => string): readonly Finding[] {
  return (Object.keys(facts) as (keyof PersonFacts)[]).flatMap((topic) => {
    if (topic === "person" || topic === "browser") return [];
    const fact = facts[topic];
    return "failure" in fact ? [worthKnowing("notRead", topicName(topic), fact.failure.message)] : [];
  });
}
