/** Names that the platform, or an app of Microsoft's, has or may have: told from a solution's own by how they are spelt. */

/** Prefixes of Microsoft's own publishers, whose tables come with Dynamics 365's apps and with Power Platform. */
const MICROSOFT: ReadonlySet<string> = new Set(
  "adx cdm mserp msdyn msdynce msdyncrm msdynmkt msevtmgt msfp msgdpr msiot mspcat mspp".split(" "),
);

/** Tables of the platform that global choices are named after. */
const PLATFORM_OWNERS: ReadonlySet<string> = new Set(
  (
    "account activitypointer appointment campaign connection connectionrole contact contract email entitlement fax goal incident invoice lead " +
    "letter opportunity phonecall product quote recurringappointmentmaster salesorder serviceappointment sla socialactivity socialprofile task"
  ).split(" "),
);

/** Tables of the platform whose names look as if they had a publisher's prefix. */
const ODD: ReadonlySet<string> = new Set(["systemuser_principal"]);

/**
 * Whether the platform, or an app of Microsoft's, has or may have a table of this name that the sandbox does not bring: the name has no
 * publisher's prefix, which a custom table always has (learn.microsoft.com/power-apps/maker/data-platform/create-custom-entity), or Microsoft's.
 * A solution may relate to such tables: those relationships are left out. A relationship to another table that nobody knows is an error.
 */
export function isElsewhere(table: string): boolean {
  const name = table.toLowerCase();
  const [prefix = "", rest] = name.split("_");
  return rest === undefined || MICROSOFT.has(prefix) || ODD.has(name);
}

/**
 * Whether the platform has, or may have, a global choice of this name: it has no publisher's prefix, or it is one of Microsoft's, or it is named
 * after an activity or another table of the platform (`activitypointer_prioritycode`).
 */
export function isPlatformChoice(name: string): boolean {
  const [prefix = "", rest] = name.split("_");
  return rest === undefined || MICROSOFT.has(prefix) || PLATFORM_OWNERS.has(prefix);
}

/** Whether a code component of this name comes with the platform, or with an app of Microsoft's. */
export function isPlatformControl(name: string): boolean {
  return /^(MscrmControls|Mscrm|Microsoft|msdyn_|msdynce_|\{)/i.test(name);
}
