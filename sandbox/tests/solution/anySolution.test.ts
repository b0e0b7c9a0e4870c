/** What solutions of other makers have, and the sandbox's own fixture has not: one test for each kind of difference. */
import type { ImportedSolution } from "../../server/solution";
import { importSolution } from "../../server/solution";
import { entitySetNameOf } from "../../server/solution/entitySetName";
import { element, fixtureId, text, texts } from "../fixture/element";
import { form, view } from "../fixture/formsAndViews";
import { addition, smallZip } from "../fixture/smallZip";
import type { SmallParts } from "../fixture/smallZip";
import { choice, column, nameColumn, relationship, systemRelationships, table } from "../fixture/tables";

const TEXT_FIELD = "4273edbd-ac1d-40d3-9fb2-095c621b552d";

/** A table of the solution's own. */
const visit = (...columns: readonly string[]): string =>
  table({
    ...{ name: "sample_visit", label: "Visit", pluralLabel: "Visits", ownership: "UserOwned" },
    columns: [nameColumn(), ...columns],
  });
const ofVisit = systemRelationships("sample_visit", "UserOwned");

function read(parts: SmallParts): ImportedSolution {
  const hasVisit = parts.entities?.some((entity) => entity.includes("<Name>sample_visit</Name>")) === true;
  return importSolution(smallZip({ relationships: hasVisit ? ofVisit : [], ...parts }));
}
const tableOf = ({ model }: ImportedSolution, name: string) => model.tables.find((one) => one.logicalName === name);
const columnOf = (solution: ImportedSolution, of: string, name: string) =>
  tableOf(solution, of)?.columns.find((one) => one.logicalName === name);
const leftOut = (solution: ImportedSolution): readonly string[] => solution.leftOut.map(({ kind, name }) => `${kind}: ${name}`);

describe("a table without an entity set name, as in solutions of version 7 and older", () => {
  it.each([
    ["sample_visit", "sample_visits"],
    ["sample_city", "sample_cities"],
    ["sample_journey", "sample_journeys"],
    ["sample_settings", "sample_settingses"],
    ["sample_box", "sample_boxes"],
    ["sample_search", "sample_searchs"],
    ["sample_wolf", "sample_wolfs"],
  ])("%s gets %s", (logicalName, name) => expect(entitySetNameOf(logicalName)).toBe(name));

  it("is imported under the name that the platform gives it", () => {
    const solution = read({ entities: [visit().replace(/<EntitySetName>[^<]*<\/EntitySetName>/, "")] });
    expect(tableOf(solution, "sample_visit")?.entitySetName).toBe("sample_visits");
  });

  it("may have relationships for columns of the platform that the zip does not list", () => {
    const owningTeam = { name: "team_visit", from: "sample_visit", column: "owningteam", to: "Team", onDelete: "NoCascade" } as const;
    const solution = read({ entities: [visit()], relationships: [...ofVisit, relationship(owningTeam)] });
    expect(columnOf(solution, "sample_visit", "owningteam")?.targets).toEqual(["team"]);
  });
});

describe("an export of version 8 or older", () => {
  const read1 = text("ValidForReadApi", 1);
  const systemRequired = text("RequiredLevel", "systemrequired");

  it("lists companions of a lookup, which are no columns of the Web API and need no value", () => {
    const companions = ["OwnerIdName", "OwnerIdYomiName", "OwnerIdType"].map((name) => column(name, "nvarchar", name, systemRequired));
    const solution = read({ entities: [visit(...companions, column("sample_ownername", "nvarchar", "Owner's name"))] });
    const names = tableOf(solution, "sample_visit")?.columns.map(({ logicalName }) => logicalName);
    expect(names).toEqual(expect.arrayContaining(["ownerid", "sample_ownername"]));
    expect(names?.filter((name) => /^ownerid./.test(name))).toEqual([]);
  });

  it("says by leaving something out that only the platform writes a column", () => {
    const regular = column("IsRegular", "bit", "Regular", read1, systemRequired);
    const open = column("sample_open", "bit", "Open", read1, text("ValidForCreateApi", 1), text("RequiredLevel", "required"));
    const solution = read({ entities: [visit(regular, open)] });
    expect(columnOf(solution, "sample_visit", "isregular")).toMatchObject({ readOnly: true, required: "none" });
    expect(columnOf(solution, "sample_visit", "sample_open")).toMatchObject({ readOnly: false, required: "required" });
  });
});

describe("a lookup to a table that the sandbox does not have", () => {
  const lookupTo = (to: string, required: readonly string[] = []): ImportedSolution =>
    read({
      entities: [visit(column("sample_aboutid", "lookup", "About"))],
      relationships: [
        ...ofVisit,
        relationship({ name: "about_visit", from: "sample_visit", column: "sample_aboutid", to, onDelete: "RemoveLink" }),
      ],
      required,
    });

  it.each(["incident", "bookableresource", "msdyn_workorder", "systemuser_principal"])(
    "such as Microsoft's %s is known, and cannot be used",
    (to) => {
      const solution = lookupTo(to);
      expect(columnOf(solution, "sample_visit", "sample_aboutid")?.type).toBe("unsupported");
      expect(leftOut(solution)).toContain(`relationship: about_visit (table ${to})`);
    },
  );

  it("that solution.xml says is of another solution is known, and told as missing", () => {
    const required = element("Required", { type: 1, schemaName: "other_site", displayName: "Site", solution: "Sites (1.2.0.0)" });
    const solution = lookupTo("other_site", [required]);
    expect(columnOf(solution, "sample_visit", "sample_aboutid")?.type).toBe("unsupported");
    expect(solution.missing).toMatchObject([{ kind: "table", name: "other_site", solution: "Sites (1.2.0.0)" }]);
  });

  it("and that nobody names is refused", () => {
    expect(() => lookupTo("other_site")).toThrow(/names an unknown table: other_site/);
  });

  it("keeps the tables that are there, where it may point to several", () => {
    const to = (target: string): string =>
      relationship({ name: `${target}_visit`, from: "sample_visit", column: "sample_aboutid", to: target, onDelete: "RemoveLink" });
    const entities = [visit(column("sample_aboutid", "lookup", "About"))];
    const solution = read({ entities, relationships: [...ofVisit, to("contact"), to("account"), to("incident")] });
    expect(columnOf(solution, "sample_visit", "sample_aboutid")).toMatchObject({ type: "lookup", targets: ["contact", "account"] });
  });
});

it("a choice of the platform's that the zip does not bring makes a column which is not stored", () => {
  const solution = read({ entities: [visit(choice("sample_urgency", "Urgency", "activitypointer_prioritycode"))] });
  expect(columnOf(solution, "sample_visit", "sample_urgency")?.type).toBe("unsupported");
  expect(leftOut(solution)).toContain("column of a kind that is not stored (picklist): sample_visit.sample_urgency");
});

it("a column that the platform computes is written by nobody, and what computes it is told", () => {
  const solution = read({ entities: [visit(column("sample_total", "decimal", "Total", text("SourceType", 1)))] });
  expect(columnOf(solution, "sample_visit", "sample_total")?.readOnly).toBe(true);
  expect(leftOut(solution)).toEqual(["calculation of a column: sample_visit.sample_total"]);
});

it("numbers that the platform gives by the date, and the source of a virtual table's rows, are told", () => {
  const numbered = visit(column("sample_number", "nvarchar", "Number", text("AutoNumberFormat", "V-{DATETIMEUTC:yyyy}")));
  const virtual = numbered.replace(
    "<OwnershipTypeMask>",
    "<DataProviderId>{a17be158-e9dd-e611-80d3-00155da29216}</DataProviderId><OwnershipTypeMask>",
  );
  expect(leftOut(read({ entities: [virtual] }))).toEqual([
    "numbering of a column (autonumber): sample_visit.sample_number",
    "data provider of a virtual table (its rows are kept here): sample_visit",
  ]);
});

const rankForm = form({ id: fixtureId(0x800), label: "Ranks", order: 1, fields: [{ column: "sample_rank", classId: TEXT_FIELD }] });

describe("columns for a table of the platform", () => {
  const withRank = read({
    entities: [addition("Contact", column("sample_Rank", "int", "Rank"), column("LastName", "nvarchar", "Surname"))],
  });

  it("come to those that are there, which stay as they are", () => {
    expect(columnOf(withRank, "contact", "sample_rank")?.type).toBe("integer");
    expect(columnOf(withRank, "contact", "lastname")?.labels).toEqual({ "1033": "Last Name" });
    expect(tableOf(withRank, "contact")).toMatchObject({ platform: true, entitySetName: "contacts", added: ["sample_rank"] });
  });

  it("may be on its forms and in its views", () => {
    const contact = addition("Contact", column("sample_Rank", "int", "Rank")).replace(
      "</Entity>",
      element("FormXml", {}, element("forms", { type: "main" }, rankForm)) +
        element(
          "SavedQueries",
          {},
          element("savedqueries", {}, view({ number: 1, table: "contact", label: "Ranked", columns: ["sample_rank"] })),
        ) +
        "</Entity>",
    );
    const { model } = read({ entities: [contact] });
    expect(model.forms.map((one) => one.table)).toEqual(["contact"]);
    expect(model.views.map((one) => one.labels["1033"])).toEqual(["Ranked"]);
  });

  it("may be lookups to a table of the solution's", () => {
    const lookup = {
      name: "visit_contact",
      from: "Contact",
      column: "sample_VisitId",
      to: "sample_visit",
      onDelete: "RemoveLink",
    } as const;
    const entities = [visit(), addition("Contact", column("sample_VisitId", "lookup", "Visit"))];
    const solution = read({ entities, relationships: [...ofVisit, relationship(lookup)] });
    expect(columnOf(solution, "contact", "sample_visitid")?.targets).toEqual(["sample_visit"]);
    expect(solution.model.relationships).toContainEqual(expect.objectContaining({ navigationProperty: "sample_VisitId" }));
  });

  it("may be the platform's own lookups, whose relationships a zip does not carry: these are known, and not stored", () => {
    const solution = read({ entities: [addition("Contact", column("OriginatingLeadId", "lookup", "Lead"))] });
    expect(columnOf(solution, "contact", "originatingleadid")?.type).toBe("unsupported");
  });

  it("may be carried with relationships of lookups that are there already: those stay as they are", () => {
    const known = { name: "mine", from: "Contact", column: "ParentCustomerId", to: "Account", onDelete: "Cascade" } as const;
    const entities = [addition("Contact", column("sample_Rank", "int", "Rank"))];
    expect(read({ entities, relationships: [relationship(known)] }).model.relationships).toEqual([]);
  });

  it("are told where the table is not here", () => {
    const lead = addition("Lead", column("sample_Rank", "int", "Rank")).replace(
      "</Entity>",
      `${element("FormXml", {}, element("forms", { type: "main" }, rankForm))}</Entity>`,
    );
    expect(leftOut(read({ entities: [lead] }))).toEqual([
      "column of the table Lead, which is not here: sample_rank",
      "form or view of the table Lead, which is not here: Ranks",
    ]);
  });

  it("are refused for a table with a publisher's prefix that nobody names", () => {
    expect(() => read({ entities: [addition("other_site", column("sample_Rank", "int", "Rank"))] })).toThrow(/no primary key column/);
  });
});

it("a root component of a table that the zip customizes, and does not bring, is no error", () => {
  const quote = element("Entity", {}, text("Name", "Quote"), element("RibbonDiffXml", {}, element("CustomActions")));
  const rootComponents = ["quote", "contact"].map((schemaName) => element("RootComponent", { type: 1, schemaName, behavior: 2 }));
  expect(leftOut(read({ entities: [quote], rootComponents }))).toEqual([]);
});

it("a role may have privileges on a table that solution.xml says is of another solution", () => {
  const privilege = element("RolePrivilege", { name: "prvReadsample_Site", level: "Global" });
  const role = element("Role", { id: `{${fixtureId(0x820)}}`, name: "Visitor" }, element("RolePrivileges", {}, privilege));
  const required = [element("Required", { type: 1, schemaName: "sample_site", solution: "Sites" })];
  expect(read({ roles: [role], required }).model.roles).toHaveLength(1);
  expect(() => read({ roles: [role] })).toThrow(/names an unknown table: prvReadsample_Site/);
});

it("what is labelled in several languages is told in English", () => {
  const dashboard = element(
    "InteractionCentricDashboard",
    {},
    texts("LocalizedNames", "LocalizedName", "Visits today", "Besuche heute"),
    text("FormId", "x"),
  );
  const more = [element("InteractionCentricDashboards", {}, dashboard)];
  expect(leftOut(read({ more }))).toEqual(["interaction centric dashboard: Visits today"]);
});
