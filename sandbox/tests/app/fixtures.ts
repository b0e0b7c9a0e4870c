import { friendlyTemper } from "../../model";
import type {
  App,
  Chart,
  Column,
  Dashboard,
  Form,
  FormCell,
  FormControl,
  Relationship,
  RibbonCommand,
  SolutionModel,
  Table,
  Temper,
  View,
} from "../../model";
import type { WebResource } from "../../model";
import { Privileges } from "../../app/session/privileges";
import type { Action, Depth } from "../../app/session/privileges";
import { Session } from "../../app/session/session";
import { WebApiClient } from "../../app/webapi/webApiClient";

export const kimId = "a11ce000-0000-4000-8000-000000000001";
export const rowId = "11111111-1111-4111-8111-111111111111";
export const otherId = "22222222-2222-4222-8222-222222222222";

/** A column with its ordinary settings. */
export function column(logicalName: string, type: Column["type"], more: Partial<Column> = {}): Column {
  return { logicalName, type, labels: { "1033": logicalName }, descriptions: {}, required: "none", readOnly: false, ...more };
}

/** A table with its key and name columns besides the given ones. */
export function table(logicalName: string, columns: readonly Column[], more: Partial<Table> = {}): Table {
  return {
    logicalName,
    schemaName: logicalName,
    entitySetName: `${logicalName}s`,
    primaryId: `${logicalName}id`,
    primaryName: "name",
    ownership: "user",
    labels: { "1033": logicalName },
    pluralLabels: { "1033": `${logicalName}s` },
    columns: [column(`${logicalName}id`, "primarykey", { readOnly: true }), column("name", "string", { maxLength: 20 }), ...columns],
    keys: [],
    platform: false,
    ...more,
  };
}

/** A field's cell. */
export function cell(control: Partial<FormControl>, more: Partial<FormCell> = {}): FormCell {
  return {
    labels: {},
    showLabel: true,
    colspan: 1,
    rowspan: 1,
    visible: true,
    control: { id: control.column ?? "control", classId: "", disabled: false, visible: true, parameters: {}, ...control },
    ...more,
  };
}

/** A form with these cells, one below the other. */
export function form(tableName: string, cells: readonly FormCell[], more: Partial<Form> = {}): Form {
  const section = { name: "section", labels: {}, showLabel: false, columns: 1, rows: cells.map((one) => [one]) };
  return {
    id: "f0000000-0000-4000-8000-000000000001",
    table: tableName,
    labels: { "1033": "Form" },
    order: 1,
    tabs: [{ name: "tab", labels: {}, showLabel: true, columns: [{ width: "100%", sections: [section] }] }],
    header: [],
    libraries: [],
    handlers: [],
    ...more,
  };
}

/** A public view. */
export function view(tableName: string, fetchXml: string, columns: readonly string[], more: Partial<View> = {}): View {
  return {
    id: "e0000000-0000-4000-8000-000000000001",
    table: tableName,
    labels: { "1033": "View" },
    isDefault: true,
    queryType: 0,
    fetchXml,
    columns: columns.map((name) => ({ name, width: 100 })),
    ...more,
  };
}

/** A command of the application ribbon with one enable rule. */
export function command(more: Partial<RibbonCommand> = {}): RibbonCommand {
  return {
    id: "button",
    location: "Mscrm.GlobalTab.New.Controls._children",
    sequence: 1,
    labels: { "1033": "Messages" },
    alt: "Messages",
    toolTips: {},
    modernImage: "icon.svg",
    enableRules: [{ id: "rule", library: "lib.js", functionName: "Lib.rule", parameters: [], default: false, invertResult: false }],
    actions: [{ library: "lib.js", functionName: "Lib.act", parameters: [] }],
    ...more,
  };
}

const app: App = { uniqueName: "app", labels: { "1033": "App" }, tables: [], forms: [], views: [], roles: [], areas: [] };

/** What a session of the tests is made of. */
export interface SessionParts {
  readonly tables?: readonly Table[];
  readonly forms?: readonly Form[];
  readonly views?: readonly View[];
  readonly charts?: readonly Chart[];
  readonly dashboards?: readonly Dashboard[];
  readonly relationships?: readonly Relationship[];
  readonly app?: Partial<App>;
  /** Privileges as `Read:case` → depth; default: everything, Global. */
  readonly rights?: Readonly<Record<string, Depth>>;
  readonly languageId?: number;
  readonly send?: typeof fetch;
  readonly webResources?: readonly WebResource[];
  /** Where the shell is not friendly. */
  readonly temper?: Partial<Temper>;
}

/** A session of Kim Ruiz. */
export function session(parts: SessionParts = {}): Session {
  const tables = parts.tables ?? [table("case", [])];
  const model: SolutionModel = {
    uniqueName: "solution",
    version: "1.0.0.0",
    managed: true,
    languages: ["1033"],
    tables,
    relationships: parts.relationships ?? [],
    forms: parts.forms ?? [],
    views: parts.views ?? [],
    charts: parts.charts ?? [],
    dashboards: parts.dashboards ?? [],
    roles: [{ id: otherId, name: "Agent", privileges: [] }],
    webResources: parts.webResources ?? [],
    controls: [],
    commands: [],
    apps: [],
  };
  const all: readonly Action[] = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign"];
  const everything: Readonly<Record<string, Depth>> = Object.fromEntries(
    tables.flatMap((one) => all.map((action) => [`${action}:${one.logicalName}`, "Global"])),
  );
  const held = Object.entries(parts.rights ?? everything).map(([key, depth]) => {
    const [action, name] = key.split(":");
    return { id: key, name: `prv${action ?? ""}${name ?? ""}`, depth };
  });
  const send = parts.send ?? (() => Promise.reject(new Error("This test makes no requests.")));
  const user = { id: kimId, name: "kim", fullName: "Kim Ruiz", roles: [{ name: "Agent" }] };
  return new Session(
    model,
    { ...app, ...parts.app },
    user,
    parts.languageId ?? 1033,
    new Privileges(held),
    new WebApiClient("/uclient/api/data/v9.2/", send),
    { users: [], firstPageLink: "All users", temper: { ...friendlyTemper, ...parts.temper } },
  );
}

/** One request that a form made. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

/** A server for one row: answers GET with the row, notes every write and applies it. */
export function rowServer(row: Record<string, unknown>): { readonly send: typeof fetch; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const send: typeof fetch = (input, init) => {
    const url = typeof input === "string" ? input : "";
    const method = init?.method ?? "GET";
    if (method === "GET") return Promise.resolve(answer(200, JSON.stringify(row)));
    const body = typeof init?.body === "string" ? (JSON.parse(init.body) as Record<string, unknown>) : undefined;
    sent.push({ method, url, body });
    Object.assign(row, body);
    return Promise.resolve(answer(204, "", { "OData-EntityId": `http://host/cases(${rowId})` }));
  };
  return { send, sent };
}

/** An HTTP answer as far as the client reads it; jsdom has no Response. */
export function answer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): Response {
  return {
    ok: status < 400,
    status,
    statusText: "",
    headers: { get: (name: string) => headers[name] ?? null },
    text: () => Promise.resolve(body),
    json: () => Promise.resolve(JSON.parse(body) as unknown),
  } as unknown as Response;
}
