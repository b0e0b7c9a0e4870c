/** Columns that a solution adds to tables which were there before go when the solution goes, or lacks them; the tables stay. */
import { openUninstaller, removalLines } from "../../server/lifecycle";
import { addition, smallZip } from "../fixture/smallZip";
import { column } from "../fixture/tables";
import { DataOnDisk } from "./dataOnDisk";
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
