import { Attribute } from "../../app/form/attribute";
import type { Column } from "../../model";
import { column, otherId, rowId } from "./fixtures";

function attribute(definition: Column): { readonly attribute: Attribute; readonly changes: () => number } {
  let changes = 0;
  const made = new Attribute(
    definition,
    () => undefined,
    (_, handlers) => handlers.forEach((handler) => handler({})),
  );
  made.addOnChange(() => {
    changes += 1;
  });
  return { attribute: made, changes: () => changes };
}

describe("a column on a form", () => {
  it("is clean when the row has been read, and dirty once its value differs", () => {
    const { attribute: name } = attribute(column("name", "string"));
    name.load("Jane");
    expect(name.isDirty).toBe(false);
    name.set("Joan");
    expect(name.isDirty).toBe(true);
    name.set("Jane");
    expect(name.isDirty).toBe(false);
  });

  it("runs no OnChange when a script sets it, as on the platform", () => {
    const { attribute: name, changes } = attribute(column("name", "string"));
    name.set("Joan");
    expect(changes()).toBe(0);
    name.fireOnChange();
    expect(changes()).toBe(1);
  });

  it("runs OnChange when the user or a component changes it, and only when the value differs", () => {
    const { attribute: count, changes } = attribute(column("count", "integer"));
    count.enter(3);
    count.enter(3);
    expect(changes()).toBe(1);
  });

  it("calls a handler no more once it is removed", () => {
    const { attribute: count } = attribute(column("count", "integer"));
    const calls: number[] = [];
    const handler = (): unknown => calls.push(1);
    count.addOnChange(handler);
    count.enter(1);
    count.removeOnChange(handler);
    count.enter(2);
    expect(calls).toHaveLength(1);
  });

  it("that is never submitted goes into no save and loses nothing on leaving", () => {
    const { attribute: count } = attribute(column("count", "integer"));
    count.submit = "never";
    count.enter(3);
    expect(count.isSubmitted(false)).toBe(false);
    expect(count.hasUnsavedChange).toBe(false);
    expect(count.isDirty).toBe(true);
  });

  it("that is always submitted goes into a save unchanged", () => {
    const { attribute: count } = attribute(column("count", "integer"));
    count.submit = "always";
    expect(count.isSubmitted(false)).toBe(true);
  });

  it("that the platform writes is not submitted", () => {
    expect(attribute(column("createdon", "datetime", { readOnly: true })).attribute.submit).toBe("never");
  });

  it("with a default goes into a new row without being an unsaved change", () => {
    const { attribute: yes } = attribute(column("yes", "boolean"));
    yes.load(true);
    expect(yes.isSubmitted(true)).toBe(true);
    expect(yes.isSubmitted(false)).toBe(false);
    expect(yes.hasUnsavedChange).toBe(false);
  });

  it.each([
    ["integer", "3", "whole number"],
    ["integer", 1.5, "whole number"],
    ["boolean", 1, "true or false"],
    ["datetime", "2026-01-01", "a Date"],
    ["string", 3, "text"],
    ["lookup", rowId, "a list of"],
  ] as const)("of type %s refuses %p", (type, value, reason) => {
    const { attribute: any } = attribute(column("any", type));
    expect(() => any.set(value)).toThrow(reason);
  });

  it("refuses text that is longer than the column", () => {
    const { attribute: name } = attribute(column("name", "string", { maxLength: 3 }));
    expect(() => name.set("long")).toThrow("at most 3 characters");
  });

  it("compares dates by their instant and lookups by table and id, whatever the writing", () => {
    const { attribute: on } = attribute(column("on", "datetime"));
    on.load(new Date(0));
    on.set(new Date(0));
    expect(on.isDirty).toBe(false);
    const { attribute: who } = attribute(column("who", "lookup"));
    who.load([{ id: `{${rowId.toUpperCase()}}`, name: "Jane", entityType: "contact" }]);
    who.set([{ id: rowId, name: "Jane Doe", entityType: "contact" }]);
    expect(who.isDirty).toBe(false);
    who.set([{ id: otherId, name: "Jane Doe", entityType: "contact" }]);
    expect(who.isDirty).toBe(true);
  });

  it("takes an empty list for an empty lookup", () => {
    const { attribute: who } = attribute(column("who", "lookup"));
    who.set([]);
    expect(who.value).toBeNull();
  });
});
