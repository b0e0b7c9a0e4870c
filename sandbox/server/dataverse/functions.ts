import type { DataverseResponse } from "./api";
import type { Context } from "./context";
import { badQuery, forbidden, noSuchRow, notSupported } from "./errors";
import { json } from "./http";
import { namedGuid } from "./identifiers";
import type { Address } from "./odata/options";
import type { Segment } from "./odata/path";
import { unitOfOwner } from "./people/businessUnits";

/** WhoAmI(): who the caller is. */
export function whoAmI(context: Context): DataverseResponse {
  return json(context.engine, 200, {
    "@odata.context": `${context.root}/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
    BusinessUnitId: unitOfOwner(context.engine.store.database, { id: context.access.userId, table: "systemuser" }),
    UserId: context.access.userId,
    OrganizationId: context.engine.organizationId,
  });
}

function namesIn(segment: Segment, address: Address): readonly string[] {
  const match = /^\s*PrivilegeNames\s*=\s*(.+?)\s*$/s.exec(segment.argument ?? "");
  if (!match?.[1]) throw badQuery("RetrieveUserSetOfPrivilegesByNames needs the parameter PrivilegeNames.");
  const text = match[1].startsWith("@") ? address.options.get(match[1]) : match[1];
  if (text === undefined) throw badQuery(`The parameter '${match[1]}' has no value.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/'/g, '"'));
  } catch {
    throw badQuery(`PrivilegeNames must be a list of names: '${text}'.`);
  }
  if (!Array.isArray(parsed) || !parsed.every((one): one is string => typeof one === "string")) {
    throw badQuery(`PrivilegeNames must be a list of names: '${text}'.`);
  }
  return parsed;
}

/** Which of the named privileges a user has, its teams' roles included, each at its widest level. */
function privilegesByNames(context: Context, userId: string, segment: Segment, address: Address): DataverseResponse {
  const principal = context.engine.principals.get(userId);
  if (!principal) throw noSuchRow("systemuser", userId);
  const caller = context.access.principal;
  if (caller && caller.userId !== userId && !caller.privileges.has("prvReadUser")) {
    throw forbidden(`Principal user (Id=${caller.userId}, type=8) is missing prvReadUser privilege.`);
  }
  const byLowerCase = new Map([...principal.privileges].map(([name, reach]) => [name.toLowerCase(), { name, reach }]));
  const found = new Set(namesIn(segment, address).map((name) => name.toLowerCase()));
  return json(context.engine, 200, {
    "@odata.context": `${context.root}/$metadata#Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNamesResponse`,
    RolePrivileges: [...found].flatMap((lower) => {
      const one = byLowerCase.get(lower);
      if (!one) return [];
      return [
        {
          Depth: one.reach.level,
          PrivilegeId: namedGuid(one.name),
          BusinessUnitId: principal.businessUnitId,
          PrivilegeName: one.name,
        },
      ];
    }),
  });
}

/**
 * A function bound to a row: `systemusers(…)/Microsoft.Dynamics.CRM.…`.
 * @throws DataverseError 501
 */
export function boundFunction(
  context: Context,
  table: string,
  id: string | undefined,
  segment: Segment,
  address: Address,
): DataverseResponse {
  const name = segment.name.replace(/^Microsoft\.Dynamics\.CRM\./, "");
  if (table === "systemuser" && name === "RetrieveUserSetOfPrivilegesByNames" && id !== undefined) {
    return privilegesByNames(context, id, segment, address);
  }
  throw notSupported(`the function '${name}' on '${table}'`);
}
