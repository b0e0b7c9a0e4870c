import { startAutosave, autosaveDelay } from "../../../sandbox/app/form/autosave";
import { saveMode } from "../../../sandbox/app/form/eventCodes";
import { formContext } from "../../../sandbox/app/form/formContext";
import type { FormSession } from "../../../sandbox/app/form/formSession";
import { makeForm } from "../../../sandbox/app/form/makeForm";
import { scriptErrors } from "../../../sandbox/app/form/scriptErrors";
import type { SessionParts } from "./fixtures";
import { anaId, cell, column, form, otherId, rowId, rowServer, session, table } from "./fixtures";

const customer = column("customerid", "customer", { targets: ["account", "contact"] });
const cases = table("case", [
  column("count", "integer"),
  column("page", "string"),
  column("subject", "string", { required: "required" }),
  column("vip", "boolean", { defaultValue: true }),
  column("ownerid", "owner", { targets: ["systemuser", "team"] }),
  column("statecode", "state"),
  customer,
]);
const tables = [cases, table("contact", []), table("account", [])];
const relationships = ["contact", "account"].map((target) => ({
  name: `case_${target}`,
  referencedTable: target,
  referencingTable: "case",
  column: "customerid",
  navigationProperty: `customerid_${target}`,
  onDelete: "removelink" as const,
}));
const fields = ["name", "count", "page", "subject", "vip", "customerid"];
const mainForm = form("case", [
  ...fields.map((name) => cell({ column: name })),
  cell({ id: "rows", classId: "E7A81278-8635-4D9E-8D4D-59480B391C5B" }),
]);

async function opened(row: Record<string, unknown>, parts: SessionParts = {}, id: string | undefined = rowId) {
  const server = rowServer({ caseid: rowId, subject: "Fridge", statecode: 0, _ownerid_value: anaId, ...row });
  const opening = makeForm(session({ tables, relationships, send: server.send, ...parts }), mainForm, id);
  await opening.load();
  return { form: opening, sent: server.sent };
}

function newForm(send: typeof fetch): FormSession {
  return makeForm(session({ tables, relationships, send }), mainForm, undefined);
}

describe("saving a form", () => {
  it("sends what has changed, and nothing else", async () => {
    const { form: open, sent } = await opened({ name: "A", count: 1 });
    open.attributes.get("count")?.enter(2);
    await open.save(saveMode.save);
    expect(sent).toEqual([{ method: "PATCH", url: `/uclient/api/data/v9.2/cases(${rowId})`, body: { count: 2 } }]);
    expect(open.isDirty).toBe(false);
  });

  it("sends nothing when only columns have changed that are never submitted, and leaves them as they are", async () => {
    const { form: open, sent } = await opened({ count: 1 });
    const count = open.attributes.get("count");
    if (count === undefined) throw new Error("The form lacks the column.");
    count.submit = "never";
    count.enter(9);
    expect(open.isDirty).toBe(false);
    await open.save(saveMode.save);
    expect(sent).toEqual([]);
    expect(count.value).toBe(9);
  });

  it("binds a lookup by the relationship to the table that it points to", async () => {
    const { form: open, sent } = await opened({});
    open.attributes.get("customerid")?.enter([{ id: `{${otherId.toUpperCase()}}`, name: "Jane", entityType: "contact" }]);
    await open.save(saveMode.save);
    expect(sent[0]?.body).toEqual({ "customerid_contact@odata.bind": `/contacts(${otherId})` });
  });

  it("sends a new row with its defaults, and knows its id afterwards", async () => {
    const server = rowServer({ caseid: rowId, statecode: 0 });
    const open = newForm(server.send);
    await open.load();
    open.attributes.get("subject")?.enter("Oven");
    await open.save(saveMode.save);
    expect(server.sent[0]).toMatchObject({ method: "POST", body: { subject: "Oven", vip: true } });
    expect(open.id).toBe(rowId);
  });

  it("stops where a required column is empty, and names it", async () => {
    const { form: open, sent } = await opened({});
    open.attributes.get("subject")?.enter(null);
    await expect(open.save(saveMode.save)).rejects.toThrow("subject");
    expect(sent).toEqual([]);
  });

  it("stops while a script refuses what is in a field, and names it", async () => {
    const { form: open, sent } = await opened({});
    open.controls.get("count")?.notify("Too many", "wrong");
    await expect(open.save(saveMode.save)).rejects.toThrow("count");
    expect(sent).toEqual([]);
  });

  it("does nothing when an OnSave handler prevents it, and tells the handler the mode", async () => {
    const { form: open, sent } = await opened({});
    const modes: number[] = [];
    open.events.addOnSave((context) => {
      const args = (context as { getEventArgs(): { getSaveMode(): number; preventDefault(): void } }).getEventArgs();
      modes.push(args.getSaveMode());
      args.preventDefault();
    });
    open.attributes.get("count")?.enter(5);
    await open.save(saveMode.autoSave);
    expect(modes).toEqual([70]);
    expect(sent).toEqual([]);
    expect(open.isDirty).toBe(true);
  });
});

describe("the OnLoad events", () => {
  it("run the form's handlers once, and the data's also after a save and a refresh, with the reason", async () => {
    const { form: open } = await opened({ count: 1 });
    const seen: string[] = [];
    const note =
      (who: string) =>
      (context: object): void => {
        const args = (context as { getEventArgs(): { getDataLoadState(): number } }).getEventArgs();
        seen.push(`${who} ${args.getDataLoadState()}`);
      };
    open.events.addOnOpen(note("form"));
    open.events.addOnData(note("data"));
    open.events.opened();
    open.attributes.get("count")?.enter(2);
    await open.save(saveMode.save);
    await (formContext(open).data as unknown as { refresh(): Promise<void> }).refresh();
    expect(seen).toEqual(["form 1", "data 1", "data 2", "data 3"]);
  });

  it("show the user what a handler throws, and run the next one", async () => {
    const { form: open } = await opened({});
    const told: string[] = [];
    const stop = scriptErrors.onError((error, where) => told.push(`${where}: ${String(error)}`));
    const ran: number[] = [];
    open.events.addOnOpen(() => {
      throw new Error("boom");
    });
    open.events.addOnOpen(() => ran.push(1));
    const uncaught = jest.spyOn(globalThis, "setTimeout").mockReturnValue(0 as unknown as NodeJS.Timeout);
    open.events.opened();
    uncaught.mockRestore();
    stop();
    expect(told).toEqual(["OnLoad: Error: boom"]);
    expect(ran).toEqual([1]);
  });
});

describe("autosave", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const timers = { setTimeout: (run: () => void, delay: number) => Number(setTimeout(run, delay)), clearTimeout } as unknown as Window;

  it("saves an existing row thirty seconds after a change, with mode 70", async () => {
    const { form: open, sent } = await opened({ count: 1 });
    const stop = startAutosave(open, timers);
    open.attributes.get("count")?.enter(2);
    await jest.advanceTimersByTimeAsync(autosaveDelay - 1);
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(1);
    stop();
  });

  it("runs the OnSave handlers even where only columns have changed that are never submitted, and sends nothing", async () => {
    const { form: open, sent } = await opened({ count: 1 });
    const saves: unknown[] = [];
    open.events.addOnSave((context) => saves.push(context));
    const count = open.attributes.get("count");
    if (count !== undefined) count.submit = "never";
    const stop = startAutosave(open, timers);
    count?.enter(2);
    await jest.advanceTimersByTimeAsync(autosaveDelay);
    expect(saves).toHaveLength(1);
    expect(sent).toEqual([]);
    stop();
  });

  it("leaves a new row alone", async () => {
    const server = rowServer({});
    const open = newForm(server.send);
    await open.load();
    const stop = startAutosave(open, timers);
    open.attributes.get("subject")?.enter("Oven");
    await jest.advanceTimersByTimeAsync(autosaveDelay * 2);
    expect(server.sent).toEqual([]);
    stop();
  });
});

describe("who may edit a form", () => {
  it.each([
    ["the owner, with the right to own rows", { "Write:case": "Basic" as const }, anaId, 0, 2],
    ["nobody else with that right", { "Write:case": "Basic" as const }, otherId, 0, 3],
    ["anyone with the right to all rows", { "Write:case": "Global" as const }, otherId, 0, 2],
    ["nobody without the right", { "Read:case": "Global" as const }, anaId, 0, 3],
    ["nobody while the row is inactive", { "Write:case": "Global" as const }, anaId, 1, 4],
  ])("%s", async (_, rights, owner, statecode, formType) => {
    const { form: open } = await opened({ _ownerid_value: owner, statecode }, { rights });
    expect(open.formType).toBe(formType);
    expect(open.isEditable).toBe(formType === 2);
  });
});

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
