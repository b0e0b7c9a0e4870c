import { asFailure } from "../shared/domain/failure";
import type { ApiClient } from "../shared/dataverse/client";
import {
  activeConfigurationsQuery,
  agentPrivilegesQuery,
  appRolesQuery,
  ownRolesQuery,
  ownSettingsQuery,
  ROLE_TEMPLATE,
  ROOT_ROLE,
  solutionQuery,
  strangersSettingsQuery,
  teamRolesQuery,
} from "../shared/dataverse/diagnosticQueries";
import { privilegeDepths } from "../shared/dataverse/privilegeDepths";
import { ACTIVE } from "../shared/dataverse/names";
import * as AGENT_SETTING from "../shared/dataverse/names/agentSetting";
import { inboxQuery, OWNER, WITH_NAMES } from "../shared/dataverse/queries";
import { readRow, readSessions, withoutBlocked } from "../shared/dataverse/inboxRows";
import { displayName, rowsOf, textOf } from "../shared/dataverse/rows";
import type { Row } from "../shared/dataverse/rows";
import { fitting } from "../shared/dataverse/values";
import type { OwnBrowser } from "./ownBrowser";
import type { AppFact, Fact, HeldRole, Person, PersonFacts, SettingsFact } from "./personFacts";

/** The role template of *System Administrator*, the same in every environment. */
const SYSTEM_ADMINISTRATOR = "627090ff-40a3-4053-8790-584edc5be201";

/**
 * Reads everything that has to do with a person. What the reader may not read, or the server does not answer, is a failure of that fact alone.
 * @param browserNow this browser's clock (ms)
 * @param ownBrowser what listens in this browser; it is asked of its own user alone
 * @throws what is no failed request: a bug
 */
export async function readFacts(
  client: ApiClient,
  person: Person,
  browserNow: () => number,
  ownBrowser: OwnBrowser | null = null,
): Promise<PersonFacts> {
  const get = (path: string) => client({ method: "GET", path, headers: WITH_NAMES });
  const rows = async (path: string) => rowsOf((await get(path)).body);
  const { id } = person;
  const [roles, privileges, apps, configurations, settings, inbox, version, clockOffset, browser] = await Promise.all([
    fact(async () => {
      const [own, ofTeams] = await Promise.all([rows(ownRolesQuery(id)), rows(teamRolesQuery(id))]);
      return [...own, ...ofTeams].map(heldRole);
    }),
    fact(async () => privilegeDepths((await get(agentPrivilegesQuery(id))).body)),
    fact(async () => appsOf(await rows(appRolesQuery()))),
    fact(() => rows(activeConfigurationsQuery())),
    fact(async (): Promise<SettingsFact> => {
      const name = fitting(person.name);
      const [own, others] = await Promise.all([rows(ownSettingsQuery(id)), rows(strangersSettingsQuery(id, name))]);
      return { own, strangers: strangersOf(others) };
    }),
    fact(async () => {
      const { body, now } = await get(inboxQuery(id));
      return { sessions: readSessions(withoutBlocked(rowsOf(body).map(readRow), now)), now };
    }),
    fact(async () => {
      const [row] = await rows(solutionQuery());
      return row ? textOf(row, "version") : "";
    }),
    fact(async () => {
      const sent = browserNow();
      const { now } = await client({ method: "GET", path: "WhoAmI" });
      // The answer was written somewhere between: in the middle, for what is known. The header has whole seconds: half of one is missing.
      return (sent + browserNow()) / 2 - (now + 500);
    }),
    ownBrowser?.userId === id ? ownBrowser.look() : null,
  ]);
  return { person, roles, privileges, apps, configurations, settings, inbox, version, clockOffset, browser };
}

async function fact<Value>(read: () => Promise<Value>): Promise<Fact<Value>> {
  try {
    return { value: await read() };
  } catch (error) {
    return { failure: asFailure(error) };
  }
}

function heldRole(row: Row): HeldRole {
  return {
    name: textOf(row, "name"),
    rootId: textOf(row, ROOT_ROLE) || textOf(row, "roleid"),
    through: textOf(row, "team"),
    isSystemAdministrator: textOf(row, ROLE_TEMPLATE) === SYSTEM_ADMINISTRATOR,
  };
}

/** @param rows a row for each app and role */
function appsOf(rows: readonly Row[]): readonly AppFact[] {
  const apps = new Map<string, AppFact & { readonly roleIds: Set<string> }>();
  for (const row of rows) {
    const uniqueName = textOf(row, "uniquename");
    const app = apps.get(uniqueName) ?? {
      name: textOf(row, "name"),
      uniqueName,
      isActive: row["statecode"] === ACTIVE.statecode,
      roleIds: new Set<string>(),
    };
    apps.set(uniqueName, app);
    const role = textOf(row, "role");
    if (role !== "") app.roleIds.add(role);
  }
  return [...apps.values()];
}

/** Without the rows of people who happen to have the same name: theirs is their own. */
function strangersOf(rows: readonly Row[]): readonly string[] {
  const owners = rows
    .filter((row) => fitting(displayName(row, OWNER)) !== textOf(row, AGENT_SETTING.name))
    .map((row) => displayName(row, OWNER));
  return [...new Set(owners)];
}
