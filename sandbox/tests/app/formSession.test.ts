import { saveMode } from "../../app/form/eventCodes";
import { formContext } from "../../app/form/formContext";
import { scriptErrors } from "../../app/form/scriptErrors";
import { newForm, opened } from "./cases";
import { makeForm } from "../../app/form/makeForm";
import { answer, cell, column, form, kimId, otherId, rowId, rowServer, session, table } from "./fixtures";

it("does not ask for a column that the sandbox does not store, and shows the rest of the row", async () => {
  const paid = table("case", [column("price", "unsupported"), column("count", "integer")]);
  let url = "";
  const send: typeof fetch = (input) => {
    url = input as string;
    return Promise.resolve(answer(200, JSON.stringify({ caseid: rowId, name: "A", count: 1 })));
  };
  const open = makeForm(
    session({ tables: [paid], send }),
    form(
      "case",
      ["price", "count"].map((name) => cell({ column: name })),
    ),
    rowId,
  );
  await open.load();
  expect(url).not.toContain("price");
  expect(["price", "count"].map((name) => open.attributes.get(name)?.value)).toEqual([null, 1]);
});

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

describe("who may edit a form", () => {
  it.each([
    ["the owner, with the right to own rows", { "Write:case": "Basic" as const }, kimId, 0, 2],
    ["nobody else with that right", { "Write:case": "Basic" as const }, otherId, 0, 3],
    ["anyone with the right to all rows", { "Write:case": "Global" as const }, otherId, 0, 2],
    ["nobody without the right", { "Read:case": "Global" as const }, kimId, 0, 3],
    ["nobody while the row is inactive", { "Write:case": "Global" as const }, kimId, 1, 4],
  ])("%s", async (_, rights, owner, statecode, formType) => {
    const { form: open } = await opened({ _ownerid_value: owner, statecode }, { rights });
    expect(open.formType).toBe(formType);
    expect(open.isEditable).toBe(formType === 2);
  });
});
