/** Forms and views of other makers: other kinds, changes of forms, and what uses more than the sandbox has. */
import { importSolution } from "../../server/solution";
import type { ImportedSolution } from "../../server/solution";
import { element, fixtureId } from "../fixture/element";
import { form, view } from "../fixture/formsAndViews";
import { smallZip } from "../fixture/smallZip";
import { column, nameColumn, systemRelationships, table } from "../fixture/tables";

const TEXT_FIELD = "4273edbd-ac1d-40d3-9fb2-095c621b552d";

const visit = (...columns: readonly string[]): string =>
  table({
    ...{ name: "sample_visit", label: "Visit", pluralLabel: "Visits", ownership: "UserOwned" },
    columns: [nameColumn(), ...columns],
  });
const read = ({ entities }: { readonly entities: readonly string[] }): ImportedSolution =>
  importSolution(smallZip({ entities, relationships: systemRelationships("sample_visit", "UserOwned") }));
const leftOut = (solution: ImportedSolution): readonly string[] => solution.leftOut.map(({ kind, name }) => `${kind}: ${name}`);

describe("forms", () => {
  const visitWith = (forms: string): string => visit().replace("</Entity>", `${element("FormXml", {}, forms)}</Entity>`);
  const plain = form({ id: fixtureId(0x801), label: "Visit", order: 1, fields: [{ column: "sample_name", classId: TEXT_FIELD }] });

  it("of other kinds than main are told", () => {
    const solution = read({ entities: [visitWith(element("forms", { type: "quick" }, plain))] });
    expect(solution.model.forms).toEqual([]);
    expect(leftOut(solution)).toEqual(["form (quick): Visit of sample_visit"]);
  });

  it("that are only a managed solution's changes of another form are told", () => {
    const changes = plain.replace('<tab name="general"', '<tab name="general" solutionaction="Modified"');
    const solution = read({ entities: [visitWith(element("forms", { type: "main" }, changes))] });
    expect(solution.model.forms).toEqual([]);
    expect(leftOut(solution)).toEqual(["changes of another solution's form: Visit of sample_visit"]);
  });
});

describe("views", () => {
  const shows = (columns: readonly string[], more: readonly string[] = []): ImportedSolution => {
    const list = view({ number: 1, table: "sample_visit", label: "All", columns, more });
    const withView = visit(column("sample_photo", "image", "Photo")).replace(
      "</Entity>",
      `${element("SavedQueries", {}, element("savedqueries", {}, list))}</Entity>`,
    );
    return read({ entities: [withView] });
  };

  it("lose a column that is not stored, and say so", () => {
    const solution = shows(["sample_name", "sample_photo"]);
    const [found] = solution.model.views;
    expect(found?.columns.map(({ name }) => name)).toEqual(["sample_name"]);
    expect(found?.fetchXml).not.toContain("sample_photo");
    expect(found?.fetchXml).toContain('<attribute name="sample_name"/>');
    expect(leftOut(solution)).toContain("column of a view: sample_visit.sample_photo in All of sample_visit");
  });

  it.each([
    [
      "filter by",
      element("filter", {}, element("condition", { attribute: "sample_photo", operator: "not-null" })),
      "sample_visit.sample_photo",
    ],
    ["sort by", element("order", { attribute: "sample_photo" }), "sample_visit.sample_photo"],
    ["join by", element("link-entity", { name: "contact", from: "contactid", to: "sample_photo" }), "sample_visit.sample_photo"],
    ["join", element("link-entity", { name: "activityparty", from: "activityid", to: "sample_visitid" }), "activityparty"],
  ])("that %s what is not here would show other rows: they are left out", (_, part, needs) => {
    const solution = shows(["sample_name"], [part]);
    expect(solution.model.views).toEqual([]);
    expect(leftOut(solution)).toContain(`view: All of sample_visit (uses ${needs})`);
  });

  it("keep a filter on the joined table's own alias", () => {
    const joined = element("link-entity", { name: "contact", from: "contactid", to: "createdby", alias: "c" });
    const filter = element("filter", {}, element("condition", { entityname: "c", attribute: "lastname", operator: "not-null" }));
    expect(shows(["sample_name"], [joined, filter]).model.views).toHaveLength(1);
  });
});
