import { privilegeDepths } from "../../../shared/dataverse/privilegeDepths";

const answer = (...rows: readonly unknown[]) => ({ RolePrivileges: rows });
const row = (PrivilegeName: string, Depth: string) => ({ PrivilegeName, Depth });

it("says of each privilege how far it reaches", () => {
  expect([...privilegeDepths(answer(row("prvReadContact", "Global"), row("prvWriteContact", "Basic")))]).toEqual([
    ["prvReadContact", "Global"],
    ["prvWriteContact", "Basic"],
  ]);
});

it.each([
  [["Basic", "Deep", "Local"], "Deep"],
  [["Global", "Basic"], "Global"],
  // A depth that nobody knows is less than any.
  [["Local", "Record"], "Local"],
])("takes the furthest of %j", (depths, furthest) => {
  expect(privilegeDepths(answer(...depths.map((depth) => row("prvReadContact", depth)))).get("prvReadContact")).toBe(furthest);
});

it("leaves out what is no row", () => {
  expect(privilegeDepths(answer(null, "prvReadContact", 1)).size).toBe(0);
});

it.each([null, "", {}, { RolePrivileges: null }, { value: [] }])("takes %j for no answer, and not for one without privileges", (body) => {
  expect(() => privilegeDepths(body)).toThrow("no list of privileges");
});
