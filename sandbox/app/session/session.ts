import { friendlyTemper } from "../../model";
import type { App, Dashboard, Form, Relationship, Role, SolutionModel, Table, Temper, View } from "../../model";
import { WebApiClient } from "../webapi/webApiClient";
import type { Row } from "../webapi/webApiClient";
import { actions, privilegeName, Privileges } from "./privileges";
import type { Depth, HeldPrivilege } from "./privileges";
import { labelIn } from "./labels";

/** Who uses the app. */
export interface User {
  readonly id: string;
  /** Host name and bearer of the sandbox: `kim`. */
  readonly name: string;
  readonly fullName: string;
  /** The security roles that the user has, by name. */
  readonly roles: readonly { readonly name: string }[];
}

/** What the sandbox has besides the solution. */
export interface Surroundings {
  /** Everybody who may open the app. */
  readonly users: readonly Pick<User, "name" | "fullName">[];
  /** What the link to the sandbox's first page says. */
  readonly firstPageLink: string;
  /** How the shell behaves where the platform is in doubt; friendly where nothing is said. */
  readonly temper?: Temper;
  /** Names the import that the app was loaded from, where it is to load itself anew after the next one. */
  readonly importId?: string;
}

/** What `/uclient/model` answers. */
export interface ModelAnswer extends SolutionModel {
  readonly user: User;
  readonly app?: App;
  readonly sandbox: Surroundings;
}

/** Everything that stays the same while the app is open: solution, app, user, language, rights. */
export class Session {
  private readonly tables: ReadonlyMap<string, Table>;

  constructor(
    readonly model: SolutionModel,
    readonly app: App,
    readonly user: User,
    readonly languageId: number,
    readonly privileges: Privileges,
    /** The shell's own client of the Web API: its requests are not logged and have no faults. */
    readonly api: WebApiClient,
    readonly surroundings: Surroundings = { users: [], firstPageLink: "All users" },
  ) {
    this.tables = new Map(model.tables.map((table) => [table.logicalName, table]));
  }

  /** How the shell behaves where the platform is in doubt. It stays the same until the app is loaded again. */
  get temper(): Temper {
    return this.surroundings.temper ?? friendlyTemper;
  }

  /** The app's id in addresses: lower case, no braces. */
  get appId(): string {
    return this.app.id ?? "00000000-0000-0000-0000-000000000000";
  }

  /**
   * The user's security roles.
   * @throws Error for one that is not among the imported and the platform's
   */
  get roles(): Pick<Role, "id" | "name">[] {
    return this.user.roles.map(({ name }) => {
      const role = this.model.roles.find((candidate) => candidate.name === name);
      if (role === undefined) throw new Error(`The sandbox has no security role "${name}".`);
      return { id: role.id, name };
    });
  }

  /**
   * A table by its logical name.
   * @throws Error for an unknown one
   */
  table(logicalName: string): Table {
    const table = this.tables.get(logicalName);
    if (table === undefined) throw new Error(`There is no table "${logicalName}" in this app.`);
    return table;
  }

  /** Undefined instead of an error for an unknown table. */
  findTable(logicalName: string): Table | undefined {
    return this.tables.get(logicalName);
  }

  /** The table's forms in their order; the first is what opens by default. */
  forms(table: string): Form[] {
    return this.model.forms.filter((form) => form.table === table).sort((left, right) => left.order - right.order);
  }

  /** The table's public views, the default one first. */
  publicViews(table: string): View[] {
    return this.model.views
      .filter((view) => view.table === table && view.queryType === 0)
      .sort((left, right) => Number(right.isDefault) - Number(left.isDefault));
  }

  /** The app's dashboards that this user's roles show, in the solution's order. An app that names none has all of them. */
  get dashboards(): Dashboard[] {
    const { dashboards } = this.model;
    const isNamed = dashboards.some(({ id }) => this.app.forms.includes(id));
    const held = new Set(this.roles.map(({ id }) => id));
    return dashboards.filter(
      ({ id, roles }) => (!isNamed || this.app.forms.includes(id)) && (roles === undefined || roles.some((role) => held.has(role))),
    );
  }

  /**
   * The relationship behind a lookup column to that table.
   * @throws Error when there is none
   */
  relationship(referencingTable: string, column: string, referencedTable: string): Relationship {
    const found = this.model.relationships.find(
      (candidate) =>
        candidate.referencingTable === referencingTable && candidate.column === column && candidate.referencedTable === referencedTable,
    );
    if (found === undefined) throw new Error(`No relationship of ${referencingTable}.${column} to ${referencedTable}.`);
    return found;
  }

  /** A label in the user's language. */
  label(labels: Parameters<typeof labelIn>[0], fallback = ""): string {
    return labelIn(labels, this.languageId, fallback);
  }
}

/**
 * Loads the session from the server.
 * @throws Error with a message for the user when the server refuses
 */
export async function loadSession(languageId: number, send: typeof fetch = (...request) => fetch(...request)): Promise<Session> {
  const answer = await send("/uclient/model", { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`The app cannot be opened: /uclient/model answered ${answer.status}. ${await answer.text()}`);
  const body = (await answer.json()) as ModelAnswer;
  const app = body.app ?? body.apps[0];
  if (app === undefined) throw new Error("The imported solution has no app.");
  const api = new WebApiClient("/uclient/api/data/v9.2/", send);
  const privileges = await loadPrivileges(api, body.user.id, body.tables);
  return new Session(body, app, body.user, languageId, privileges, api, body.sandbox);
}

async function loadPrivileges(api: WebApiClient, userId: string, tables: readonly Table[]): Promise<Privileges> {
  const names = tables.flatMap((table) =>
    actions.filter((action) => action !== "Assign" || table.ownership === "user").map((action) => privilegeName(action, table)),
  );
  const list = encodeURIComponent(JSON.stringify(names));
  const answer = await api.get(
    `systemusers(${userId})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p=${list}`,
  );
  const held = Array.isArray(answer.RolePrivileges) ? (answer.RolePrivileges as Row[]) : [];
  return new Privileges(held.map(heldPrivilege));
}

function heldPrivilege(row: Row): HeldPrivilege {
  return { id: String(row.PrivilegeId), name: String(row.PrivilegeName), depth: row.Depth as Depth };
}
