/** The zip needs nothing but the platform: every reference in it is to itself or to what each Dataverse environment has. */
import { controlsOf } from "../../Solutions/build/parts";
import { listAt, ROOT, xmlPart } from "./builtSolution";
import type { Parts } from "./builtSolution";
import type { XmlElement } from "../../Solutions/build/xml";
import { unzipSync } from "fflate";
import { packedSolution } from "../packed";
import { plain, referencesIn, valuesIn } from "./references";
import type { Kind } from "./references";

/** What the platform brings, without Dynamics 365 apps: tables, columns and controls of Dataverse's own system solution. */
const PLATFORM: Readonly<Record<Kind, readonly string[]>> = {
  table: ["account", "contact", "systemuser", "team", "owner", "businessunit", "organization"],
  column: [
    ..."createdby createdon createdonbehalfby modifiedby modifiedon modifiedonbehalfby overriddencreatedon importsequencenumber ownerid".split(
      " ",
    ),
    ..."owningbusinessunit owningteam owninguser organizationid statecode statuscode timezoneruleversionnumber utcconversiontimezonecode systemuserid isdisabled".split(
      " ",
    ),
  ],
  "web resource": [],
  control: [],
  view: [],
  chart: [],
  relationship: [],
  choice: [],
  // System Administrator and System Customizer have the same ids in every environment.
  role: ["627090ff-40a3-4053-8790-584edc5be201", "119f245c-3cc8-4b62-b31c-d1a046ced15d"],
  privilege:
    "prvCreateNote prvReadNote prvAppendNote prvDeleteNote prvReadUser prvAppendToUser prvReadTeam prvAppendToTeam prvReadRole prvReadAppModule prvReadSolution prvReadContact prvAppendToContact prvReadAccount prvAppendToAccount"
      .toLowerCase()
      .split(" "),
  ribbon: [
    "mscrm.globaltab.new.controls._children",
    "mscrm.form.{!entitylogicalname}.maintab.save.controls._children",
    "mscrm.homepagegrid.{!entitylogicalname}.maintab.actions.controls._children",
    "mscrm.templates",
    "o1",
  ],
  // Text, several lines, whole number, yes/no, choice, date and time, lookup, subgrid, phone and status, a web resource in a dashboard: the form editor's own.
  "form control": [
    "4273edbd-ac1d-40d3-9fb2-095c621b552d",
    "e0dece4b-6fc8-4a8f-a065-082708572369",
    "c6d124ca-7eda-4a60-aea9-7fb8d318b68f",
    "67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed",
    "3ef39988-22bb-4f0b-bbbe-64b5a3748aee",
    "5b773807-9fb2-42db-97c3-7a91eff8adff",
    "270bd3db-d9af-4782-9025-509e298dec0a",
    "e7a81278-8635-4d9e-8d4d-59480b391c5b",
    "8c10015a-b339-4982-9474-a95fe05631a5",
    "5d68b988-0661-4db2-bc3e-17598ad3be6c",
    "9fdf5f91-88b1-47f4-ad53-c11efc01a01d",
  ],
};

let parts: Parts;
let customizations: XmlElement;
let manifest: XmlElement;
beforeAll(async () => {
  parts = unzipSync(await packedSolution());
  customizations = xmlPart(parts, "customizations.xml");
  manifest = xmlPart(parts, "solution.xml");
}, 180_000);

/** What the zip brings itself. */
function ownNames(): Readonly<Record<Kind, ReadonlySet<string>>> {
  const values = valuesIn(customizations);
  const at = (place: RegExp): ReadonlySet<string> => new Set(values.filter((one) => place.test(one.place)).map((one) => plain(one.value)));
  const tables = at(/^Entity\/Name$/);
  const rights = ["create", "read", "write", "delete", "append", "appendto", "assign", "share"];
  return {
    table: tables,
    column: at(/^attribute\/LogicalName$/),
    "web resource": at(/^WebResource\/Name$/),
    control: at(/^CustomControl\/Name$/),
    view: at(/^savedquery\/savedqueryid$/),
    chart: at(/^visualization\/savedqueryvisualizationid$/),
    relationship: at(/^EntityRelationships\/EntityRelationship@Name$/),
    choice: at(/^optionsets\/optionset@Name$/),
    role: at(/^Roles\/Role@id$/),
    privilege: new Set([...tables].flatMap((table) => rights.map((right) => `prv${right}${table}`))),
    ribbon: at(/^CommandDefinitions\/CommandDefinition@Id$/),
    "form control": new Set(),
  };
}

it("declares no missing dependency, and needs none: every name is its own or the platform's", () => {
  expect(listAt(manifest, "SolutionManifest", "MissingDependencies")).toEqual([]);
  const own = ownNames();
  const references = referencesIn(customizations);
  const strangers = references.filter(({ kind, name }) => !own[kind].has(name) && !PLATFORM[kind].includes(name));
  expect(strangers).toEqual([]);
  // The reading is not blind: every kind occurs.
  expect([...new Set(references.map(({ kind }) => kind))].sort()).toEqual(Object.keys(PLATFORM).sort());
});

it("lists only its own and the platform's components in the app", () => {
  const own = new Set([
    ...ownNames().table,
    ...PLATFORM.table,
    ...valuesIn(customizations)
      .filter((one) => /SiteMapUniqueName$|^Dashboard\/FormId$/.test(one.place))
      .map((one) => plain(one.value)),
  ]);
  const [app] = listAt(customizations, "AppModules");
  const names = listAt(app ?? customizations, "AppModuleComponents").map(({ attributes }) =>
    plain(attributes["schemaName"] ?? attributes["id"] ?? "?"),
  );
  expect(names.filter((name) => !own.has(name))).toEqual([]);
  const pages = valuesIn(customizations).filter((one) => /SubArea@Url$/.test(one.place));
  const web = valuesIn(customizations).filter((one) => /^WebResource\/Name$/.test(one.place));
  const known = ["/workplace/home_dashboards.aspx", ...web.map((one) => `$webresource:${one.value}`)];
  expect(pages.map((one) => one.value).filter((url) => !known.includes(url))).toEqual([]);
});

it("has an owner for every id: none points at a component of another solution", () => {
  const values = [...valuesIn(customizations), ...valuesIn(manifest)].flatMap(({ place, value }) => {
    return /^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i.test(value) ? [{ place, id: plain(value) }] : [];
  });
  const defines = new RegExp(
    "^(systemform/formid|Dashboard/FormId|savedquery/savedqueryid|visualization/savedqueryvisualizationid|Roles/Role@id|WebResource/WebResourceId|tabs/tab@id|sections/section@id|row/cell@id|cell/control@uniqueid|" +
      "form/header@id|form/footer@id|Handlers/Handler@handlerUniqueId|formLibraries/Library@libraryUniqueId)$",
  );
  const known = new Set([
    ...values.filter(({ place }) => defines.test(place)).map(({ id }) => id),
    ...PLATFORM.role,
    ...PLATFORM["form control"],
    // "No view chosen", in the types of a customer column.
    "00000000-0000-0000-0000-000000000000",
  ]);
  expect(values.length).toBeGreaterThan(100);
  expect(values.filter(({ id }) => !known.has(id))).toEqual([]);
});

it("says no name with another publisher's prefix", () => {
  const texts = ["customizations.xml", "solution.xml", "Controls/msgn_MessageNotification.MessageBubble/ControlManifest.xml"].map((name) =>
    new TextDecoder().decode(parts[name]),
  );
  const names = texts.flatMap((text) => text.match(/(?<![\w./])[a-z][a-z0-9]{1,7}_\w+/gi) ?? []);
  const own = names.filter((name) => /msgn_/i.test(name));
  expect(own.length).toBeGreaterThan(500);
  // Cells of a form's header, and texts' keys in the control's manifest.
  const others = names.filter((name) => !/msgn_/i.test(name) && !/^(header_\w+|\w+_(Name|Description))$/.test(name));
  expect([...new Set(others)]).toEqual([]);
});

it.each(controlsOf(ROOT))(
  "asks the host of $name for nothing but React, Fluent and a function that loads another control of the solution",
  ({ name }) => {
    const control = xmlPart(parts, `Controls/${name}/ControlManifest.xml`);
    const values = valuesIn(control);
    const of = (place: RegExp): string[] => values.filter((each) => place.test(each.place)).map(({ value }) => value);
    expect(of(/platform-library@name$/)).toEqual(["React", "Fluent"]);
    const own = controlsOf(ROOT).map((each) => each.name);
    const needed = of(/dependency@name$/);
    expect(needed.filter((each) => !own.includes(each))).toEqual([]);
    // Of what a host can do (camera, Web API …) only that is declared as needed which loads a control (context.utils.loadDependency).
    expect(of(/uses-feature@name$/)).toEqual(needed.length > 0 ? ["Utility"] : []);
    expect(of(/external-service-usage|data-set|type-group/)).toEqual([]);
  },
);
