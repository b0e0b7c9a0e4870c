/** Columns that a solution adds to tables which were there before go when the solution goes, or lacks them; the tables stay. */
import { openUninstaller, removalLines } from "../../server/lifecycle";
import { addition, smallZip } from "../fixture/smallZip";
import { column, nameColumn, systemRelationships, table } from "../fixture/tables";
import { createDataverse } from "../../server/dataverse";
import { importSolutions } from "../../server/solution";
import { DataOnDisk, rowsOf } from "./dataOnDisk";
import { put } from "./solutions";

const RANKED = "c0000000-0000-4000-8000-000000000001";
const rank = column("sample_Rank", "int", "Rank");
const note = column("sample_Note", "nvarchar", "Note");
const zip = (version: string, ...columns: readonly string[]): Uint8Array =>
  smallZip({ uniqueName: "Ranks", version, entities: [addition("Contact", ...columns)] });

let data: DataOnDisk;
beforeEach(() => {
  data = new DataOnDisk([], []);
  const dataverse = data.open(zip("1.0.0.0", rank, note));
  put(dataverse, `contacts(${RANKED})`, { lastname: "Doe", sample_rank: 3, sample_note: "Early riser" });
  dataverse.close();
});
afterEach(() => data.remove());

const contacts = () => data.read("SELECT * FROM contact");

it("an upgrade that lacks one removes it with its values, and says so", () => {
  expect(data.import(zip("1.1.0.0", rank))).toMatchObject({ kind: "upgraded", removed: ["contact.sample_note"] });
  expect(contacts()).toMatchObject([{ lastname: "Doe", sample_rank: 3 }]);
  expect(contacts()[0]).not.toHaveProperty("sample_note");
});

it("an update of the same version keeps them, and removing the solution takes them along", () => {
  expect(data.import(zip("1.0.0.0", rank))).toMatchObject({ kind: "updated", removed: [] });
  expect(contacts()).toMatchObject([{ sample_note: "Early riser" }]);
  const uninstaller = openUninstaller(data.file);
  expect(uninstaller.removals.flatMap(removalLines)).toContain("  columns of the table contact: sample_rank");
  uninstaller.remove();
  uninstaller.close();
  expect(contacts()).toMatchObject([{ lastname: "Doe" }]);
  expect(data.everything()).not.toContain("sample_");
});

it("an upgrade that adds nothing more to another solution's table leaves that table with its rows", () => {
  const site = table({ name: "sample_site", label: "Site", pluralLabel: "Sites", ownership: "UserOwned", columns: [nameColumn()] });
  const sites = smallZip({ uniqueName: "Sites", entities: [site], relationships: systemRelationships("sample_site", "UserOwned") });
  const floors = (version: string, ...columns: readonly string[]): Uint8Array =>
    smallZip({ uniqueName: "Floors", version, entities: columns.length === 0 ? [] : [addition("sample_Site", ...columns)] });
  const start = (later: Uint8Array) => {
    const { model, models } = importSolutions([sites, later]);
    return createDataverse({ model, solutions: models, storage: data.file, now: () => Date.UTC(2026, 10, 22, 18), users: [] });
  };
  const first = start(floors("1.0.0.0", column("sample_Floors", "int", "Floors")));
  put(first, `sample_sites(${RANKED})`, { sample_name: "Tower", sample_floors: 12 });
  first.close();
  const second = start(floors("2.0.0.0"));
  expect(second.imported).toMatchObject([{ kind: "updated" }, { kind: "upgraded", removed: ["sample_site.sample_floors"] }]);
  expect(rowsOf(second, "sample_sites?$select=sample_name")).toMatchObject([{ sample_name: "Tower" }]);
  second.close();
});
