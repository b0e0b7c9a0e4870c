import { profileOf } from "../shared/dataverse/profile";
import * as CONFIGURATION from "../shared/dataverse/names/configuration";
import { PRIVILEGES } from "../shared/dataverse/names";
import { textOf } from "../shared/dataverse/rows";
import { known } from "./personFacts";
import type { PersonFacts } from "./personFacts";
import { fine, worthKnowing } from "./finding";
import type { Finding } from "./finding";

const MINUTE = 60_000;
const SECOND = 1_000;

/** Which configuration record applies and why, and what of it people ask about. */
export function configurationFindings({ person, configurations, privileges }: PersonFacts): readonly Finding[] {
  const rows = known(configurations);
  if (!rows) return [];
  const [applies, ...others] = rows;
  const held = known(privileges) ?? new Map<string, string>();
  const { configuration, viewer } = profileOf(person.id, new Set(held.keys()), applies);
  const { idleTimeout, refreshInterval, floatingBubble } = configuration;
  const name = (row: (typeof rows)[number]): string => textOf(row, CONFIGURATION.name);
  return [
    applies ? fine("configuration", name(applies)) : worthKnowing("noConfiguration"),
    ...(others.length > 0 ? [worthKnowing("otherConfigurations", others.map(name).join(", "))] : []),
    ...(idleTimeout === null ? [worthKnowing("takeoverOff")] : [fine("takeoverAfter", String(idleTimeout / MINUTE))]),
    ...(refreshInterval === null ? [worthKnowing("refreshOff")] : [fine("refreshEvery", String(refreshInterval / SECOND))]),
    ...(floatingBubble ? [] : [worthKnowing("bubbleOff")]),
    // Where the privilege is missing, that is said among the privileges.
    ...(held.has(PRIVILEGES.writeContactNumber) && !viewer.mayBlock ? [worthKnowing("blockOff")] : []),
  ];
}
