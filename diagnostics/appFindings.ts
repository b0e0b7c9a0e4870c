import { appNames } from "../shared/dataverse/appNames";
import * as CONFIGURATION from "../shared/dataverse/names/configuration";
import { known } from "./personFacts";
import type { AppFact, HeldRole, PersonFacts } from "./personFacts";
import { fine, holdsBack, worthKnowing } from "./finding";
import type { Finding } from "./finding";

/** Which apps the person may open, and in which of them the configuration wants the product. */
export function appFindings({ apps, roles, configurations }: PersonFacts): readonly Finding[] {
  const all = known(apps);
  if (!all) return [];
  const named = appNames(known(configurations)?.[0]?.[CONFIGURATION.apps]);
  const unknown = named.filter((name) => !all.some((app) => app.uniqueName.toLowerCase() === name));
  const held = known(roles);
  return [...(held ? openApps(all, held, named) : []), ...(unknown.length > 0 ? [worthKnowing("unknownApps", unknown.join(", "))] : [])];
}

/** @param named lower-case unique names; none: every app */
function openApps(all: readonly AppFact[], held: readonly HeldRole[], named: readonly string[]): readonly Finding[] {
  const allowed = all.filter((app) => mayOpen(app, held));
  const active = allowed.filter(({ isActive }) => isActive);
  const inactive = allowed.filter(({ isActive }) => !isActive);
  const leftOut = active.filter(({ uniqueName }) => named.length > 0 && !named.includes(uniqueName.toLowerCase()));
  const list = (some: readonly AppFact[]): string => some.map(({ name, uniqueName }) => `${name} (${uniqueName})`).join(", ");
  const sayLeftOut = leftOut.length === active.length ? holdsBack : worthKnowing;
  return [
    active.length > 0 ? fine("apps", list(active)) : holdsBack("noApp"),
    ...(inactive.length > 0 ? [worthKnowing("inactiveApps", list(inactive))] : []),
    ...(leftOut.length > 0 ? [sayLeftOut("appsLeftOut", list(leftOut))] : []),
  ];
}

/** An app is for who has one of its roles; a System Administrator may open every app (learn.microsoft.com/power-apps/maker/model-driven-apps/share-model-driven-app). */
function mayOpen({ roleIds }: AppFact, held: readonly HeldRole[]): boolean {
  return held.some(({ rootId, isSystemAdministrator }) => isSystemAdministrator || roleIds.has(rootId));
}
