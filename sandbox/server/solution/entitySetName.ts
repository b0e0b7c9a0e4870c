/**
 * The entity set name that the platform gives a table whose solution names none (solutions of version 7 and older, before the Web API): by
 * default it is the logical collection name, the plural of the logical name (learn.microsoft.com/power-apps/developer/data-platform/entity-metadata).
 * The plural by its names in public references: `…s` and `…x` take "es" (`msdyn_smsengagementctxes`), a `y` after a consonant becomes
 * "ies" (`opportunities`), everything else takes "s", irregular words and words in `ch` too (`dvtablesearchs`).
 */
export function entitySetNameOf(logicalName: string): string {
  if (/[^aeiou]y$/.test(logicalName)) return `${logicalName.slice(0, -1)}ies`;
  return /[sx]$/.test(logicalName) ? `${logicalName}es` : `${logicalName}s`;
}
