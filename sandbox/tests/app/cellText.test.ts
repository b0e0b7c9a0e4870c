import { cellText } from "../../app/list/cellText";
import type { ListColumn } from "../../app/list/pageQuery";
import { column } from "./fixtures";

const FORMATTED = "@OData.Community.Display.V1.FormattedValue";
const GERMAN = 1031;
const of = (type: Parameters<typeof column>[1], more = {}): ListColumn => ({
  name: "case",
  label: "",
  property: "case",
  column: column("case", type, more),
  width: 100,
  sortable: true,
});
const direction = { options: [{ value: 1, labels: { "1033": "Inbound", "1031": "Eingehend" } }] };

it("shows choices in the user's language, whatever language the server formats them in", () => {
  expect(cellText({ case: 1, [`case${FORMATTED}`]: "Inbound" }, of("picklist", direction), GERMAN)).toBe("Eingehend");
});

it("shows a choice that the solution does not know as its number", () => {
  expect(cellText({ case: 7 }, of("picklist", direction), GERMAN)).toBe("7");
});

it("shows dates as the user's language writes them", () => {
  expect(cellText({ case: "2026-11-22T12:00:00Z", [`case${FORMATTED}`]: "11/22/2026 12:00 PM" }, of("datetime"), GERMAN)).toMatch(
    /^2[123]\.11\.26, \d\d:00$/,
  );
});

it("shows everything else as the server formats it, and nothing for nothing", () => {
  expect(cellText({ case: 1000, [`case${FORMATTED}`]: "1,000" }, of("integer"), GERMAN)).toBe("1,000");
  expect(cellText({ case: null }, of("picklist", direction), GERMAN)).toBe("");
  expect(cellText({}, of("datetime"), GERMAN)).toBe("");
});
