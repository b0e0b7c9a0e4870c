import type { Person } from "./personFacts";
import type { Finding, Severity } from "./finding";
import type { Texts } from "./texts/texts";
import { withoutIsolates, withValues } from "./textsOf";

/** In the order in which they are told. */
export const SEVERITIES: readonly Severity[] = ["holdsBack", "worthKnowing", "fine"];

/**
 * The report as a text for a ticket: of the person no more than the name and the id, of customers nothing.
 * @param at when it was made (ms)
 */
export function reportText(person: Person, findings: readonly Finding[], texts: Texts, at: number): string {
  const lines = SEVERITIES.flatMap((severity) => {
    const some = findings.filter((finding) => finding.severity === severity);
    return some.length === 0 ? [] : ["", `${texts.severities[severity]}:`, ...some.map((finding) => `- ${sentencesOf(finding, texts)}`)];
  });
  return withoutIsolates([texts.title, `${person.name} (${person.id})`, new Date(at).toISOString(), ...lines, ""].join("\n"));
}

/** With what it is called in the program: so a reader of another language can look it up. */
function sentencesOf({ kind, values }: Finding, { findings }: Texts): string {
  const [says, todo] = findings[kind];
  return [withValues(says, ...values), ...(todo === undefined ? [] : [withValues(todo, ...values)]), `[${kind}]`].join(" ");
}
