import { formContext } from "../../app/form/formContext";
import type { FormSession } from "../../app/form/formSession";
import { makeForm } from "../../app/form/makeForm";
import { fields, mainForm, opened, relationships, tables } from "./cases";
import { cell, form, rowId, session } from "./fixtures";

describe("formContext", () => {
  interface Context {
    readonly data: { readonly entity: { getId(): string; getEntityName(): string; getIsDirty(): boolean } };
    getAttribute(name: string): { getValue(): unknown; setValue(value: unknown): void } | null;
    getControl(name: string): { refresh(): void; setVisible(visible: boolean): void; getVisible(): boolean } | null;
    readonly ui: { readonly headerSection: { setBodyVisible(visible: boolean): void }; getFormType(): number };
  }
  const contextOf = (open: FormSession): Context => formContext(open) as unknown as Context;

  it("gives the id in braces and capitals", async () => {
    const { form: open } = await opened({});
    expect(contextOf(open).data.entity.getId()).toBe(`{${rowId.toUpperCase()}}`);
  });

  it("has no attribute for a column that is not on the form", async () => {
    const { form: open } = await opened({});
    expect(contextOf(open).getAttribute("statecode")).toBeNull();
    expect(contextOf(open).getAttribute("count")).toBe(contextOf(open).getAttribute("count"));
  });

  it("refreshes a subgrid, and refuses to refresh a field", async () => {
    const { form: open } = await opened({});
    contextOf(open).getControl("rows")?.refresh();
    expect(open.controls.get("rows")?.refreshes).toBe(1);
    expect(() => contextOf(open).getControl("count")?.refresh()).toThrow("does not support control(count).refresh");
  });

  it("calls a column's field on the body as the column, and one in the header header_<column>", () => {
    const parts = session({ tables, relationships, send: () => Promise.reject(new Error("nothing is sent")) });
    const withHeader = makeForm(parts, { ...mainForm, header: [cell({ column: "subject" })] }, undefined);
    expect([...withHeader.controls.keys()]).toEqual(["header_subject", ...fields, "rows"]);
  });

  it("hides and shows parts of the form", async () => {
    const { form: open } = await opened({});
    contextOf(open).ui.headerSection.setBodyVisible(false);
    expect(open.header.body).toBe(false);
    contextOf(open).getControl("count")?.setVisible(false);
    expect(open.controls.get("count")?.visible).toBe(false);
  });

  it("refuses a form whose column the table lacks", () => {
    expect(() => makeForm(session({ tables }), form("case", [cell({ column: "gone" })]), rowId)).toThrow('"gone"');
  });
});
