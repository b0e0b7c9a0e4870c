import { english } from "../../diagnostics/texts/english";
import type { Finding, FindingKind } from "../../diagnostics/finding";
import { findingsOf } from "../../diagnostics/findingsOf";
import { findPeople } from "../../diagnostics/findPeople";
import { readFacts } from "../../diagnostics/readFacts";
import { createClient } from "../../shared/dataverse/client";
import type { Login, TestDataverse } from "../dataverse";

/** What one person reads of another. */
export interface Report {
  readonly findings: readonly Finding[];
  /** The finding of that kind. */
  one(kind: FindingKind): Finding | undefined;
  /** What holds the person back, by kind. */
  readonly holdsBack: readonly FindingKind[];
  /** What is worth knowing, by kind. */
  readonly worthKnowing: readonly FindingKind[];
}

/** How a report is read, where it matters. */
interface Reading {
  /** An administrator of the product, unless said otherwise. */
  readonly reader?: Login;
  /** Of the page's script. */
  readonly version?: string;
  /** How far the reader's clock is ahead of the server's (ms). */
  readonly ahead?: number;
}

/** The diagnostics of a person, as somebody else reads them. @throws Error where the reader does not find that person */
export async function reportOf(
  dataverse: TestDataverse,
  login: Login,
  { reader = "mia", version = "1.0.0", ahead = 0 }: Reading = {},
): Promise<Report> {
  const client = createClient(dataverse.fetchAs(reader));
  const [person] = (await findPeople(client, login)).people;
  if (!person) throw new Error(`${reader} does not find ${login}.`);
  const facts = await readFacts(client, person, () => dataverse.now + ahead);
  const findings = findingsOf(facts, {
    version,
    writeTime: (ms) => new Date(ms).toISOString(),
    topicName: (topic) => english.topics[topic],
  });
  const of = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).map(({ kind }) => kind);
  return {
    findings,
    one: (kind) => findings.find((finding) => finding.kind === kind),
    holdsBack: of("holdsBack"),
    worthKnowing: of("worthKnowing"),
  };
}
