import { importSolution } from "../../server/solution";
import { edited } from "../fixture/edited";
import { text } from "../fixture/element";
import { helpDesk } from "../fixture/helpDesk";
import { column } from "../fixture/tables";
import { Bench, rowsOf } from "./bench";

const BEFORE = '<attribute PhysicalName="sample_customerid">';

/** The help desk whose customers' numbers have a label that the platform gives. */
function start(format: string): Bench {
  const zip = edited(helpDesk, {
    "customizations.xml": (xml) =>
      xml.replace(BEFORE, column("sample_label", "nvarchar", "Label", text("MaxLength", 20), text("AutoNumberFormat", format)) + BEFORE),
  });
  return Bench.start(":memory:", importSolution(zip).model);
}

let bench: Bench;
afterEach(() => bench.close());

const labels = () => rowsOf(bench.ask("root", "GET", "sample_customernumbers?$orderby=sample_label")).map((row) => row["sample_label"]);

it("numbers new rows from 1000 on, with as many digits as the pattern asks for, and leaves alone what their maker wrote", () => {
  bench = start("C-{SEQNUM:6}");
  for (const number of ["+1", "+2"]) bench.make("bot", "sample_customernumbers", { sample_phonenumber: number });
  bench.make("bot", "sample_customernumbers", { sample_phonenumber: "+3", sample_label: "mine" });
  bench.make("bot", "sample_customernumbers", { sample_phonenumber: "+4" });
  expect(labels()).toEqual(["C-001000", "C-001001", "C-001002", "mine"]);
});

it("gives back the number of a row that was refused", () => {
  bench = start("{SEQNUM:4}");
  bench.make("bot", "sample_customernumbers", { sample_phonenumber: "+1" });
  expect(bench.ask("bot", "POST", "sample_customernumbers", { body: { sample_phonenumber: "+1" } }).status).toBe(412);
  bench.make("bot", "sample_customernumbers", { sample_phonenumber: "+2" });
  expect(labels()).toEqual(["1000", "1001"]);
});

it("writes random characters where the pattern asks for them", () => {
  bench = start("{RANDSTRING:5}");
  for (let n = 0; n < 20; n++) bench.make("bot", "sample_customernumbers", { sample_phonenumber: `+${n}` });
  for (const label of labels()) expect(label).toMatch(/^[A-Z0-9]{5}$/);
  expect(new Set(labels()).size).toBe(20);
});

it.each(["{DATETIMEUTC:yyyy}", "{SEQNUM:0}", "{RANDSTRING:7}", "{NOPE}"])(
  "leaves a column empty whose pattern it does not know: %s",
  (format) => {
    bench = start(format);
    bench.make("bot", "sample_customernumbers", { sample_phonenumber: "+1" });
    expect(labels()).toEqual([null]);
  },
);
