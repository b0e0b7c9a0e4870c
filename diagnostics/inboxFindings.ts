import { offers } from "../shared/domain/offers";
import { isDismissed } from "../shared/domain/unread";
import { profileOf } from "../shared/dataverse/profile";
import { START_PRIVILEGES } from "../shared/dataverse/names";
import { known } from "./personFacts";
import type { PersonFacts } from "./personFacts";
import { fine, worthKnowing } from "./finding";
import type { Finding } from "./finding";

/**
 * How many conversations are unread, and how many of them this person is offered, by the product's own rules. Nothing is said of somebody who cannot read the list:
 * that is among the privileges.
 */
export function inboxFindings({ person, inbox, privileges, configurations }: PersonFacts): readonly Finding[] {
  const found = known(inbox);
  const rows = known(configurations);
  const held = known(privileges);
  if (!found || !rows || !held || !START_PRIVILEGES.every((name) => held.has(name))) return [];
  const { sessions, now } = found;
  const { viewer, configuration } = profileOf(person.id, new Set(held.keys()), rows[0]);
  const offered = sessions.filter((session) => offers(session, { viewer, now, idleTimeout: configuration.idleTimeout }).length > 0).length;
  const dismissed = sessions.filter((session) => session.status === "new" && isDismissed(session)).length;
  const all = sessions.length;
  if (all === 0) return [fine("nothingUnread")];
  const say = offered > 0 ? fine : worthKnowing;
  return [say(offered > 0 ? "unread" : "nothingOffered", ...[all, offered, dismissed, all - offered - dismissed].map(String))];
}
