/** The lists that people choose from in the app, by their names. */
import { textAt } from "../../Solutions/build/xml";
import type { XmlElement } from "../../Solutions/build/xml";
import { BUILD_TIMEOUT, descendants, english, ensureBuilt, packedParts, tablesOf, xmlPart } from "./builtSolution";

let tables: ReadonlyMap<string, XmlElement>;
beforeAll(async () => {
  await ensureBuilt();
  tables = tablesOf(xmlPart(packedParts(true), "customizations.xml"));
}, BUILD_TIMEOUT);

const views = (table: string): XmlElement[] => descendants(tables.get(table) as XmlElement, "savedquery");

describe("the views", () => {
  /** Kinds of views by number: public, advanced find, associated, quick find, lookup. */
  const KINDS = ["0", "1", "2", "4", "64"];

  it("has one of every kind as default in each table", () => {
    for (const table of tables.keys()) {
      const defaults = views(table).filter((view) => textAt(view, "isdefault") === "1");
      expect(defaults.map((view) => textAt(view, "querytype")).sort()).toEqual([...KINDS].sort());
    }
  });

  it.each([
    [
      "msgn_session",
      [
        "Active Sessions",
        "Inactive Sessions",
        "My Sessions",
        "New Sessions",
        "Owned by Disabled Users",
        "Unanswered",
        "Waiting for Takeover",
      ],
    ],
    ["msgn_contactnumber", ["Active Contact Numbers", "Blocked Numbers", "Inactive Contact Numbers", "Opted-Out Numbers"]],
    ["msgn_message", ["Active Messages", "Conversation", "Failed Answers", "Failed Answers Today", "Inactive Messages", "Unread Messages"]],
    ["msgn_configuration", ["Active Configurations", "Inactive Configurations"]],
    [
      "msgn_sessionevent",
      ["Accepted Today", "Active Session Events", "Inactive Session Events", "Session Events Today", "Taken Over Today"],
    ],
    ["msgn_template", ["Active Templates", "Inactive Templates"]],
  ])("%s has the lists that people choose from", (table, names) => {
    const chosen = views(table).filter((view) => textAt(view, "querytype") === "0");
    expect(chosen.map((view) => english(view, "LocalizedNames")).sort()).toEqual(names);
  });
});
