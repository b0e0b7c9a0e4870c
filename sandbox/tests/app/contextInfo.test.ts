/** @jest-environment jsdom */
import type { FormSession } from "../../app/form/formSession";
import { makeForm } from "../../app/form/makeForm";
import { saveMode } from "../../app/form/eventCodes";
import { Router } from "../../app/navigation/router";
import { ComponentHost } from "../../app/pcf/componentHost";
import type { ComponentInstance } from "../../app/pcf/registry";
import { ComponentStrings } from "../../app/pcf/resx";
import { makeShell } from "../../app/shell";
import type { CodeComponent, Temper } from "../../model";
import { cell, column, form, rowId, rowServer, session, table } from "./fixtures";

interface Context {
  readonly page: { readonly entityId: string; readonly entityTypeName: string } | undefined;
  readonly mode: { readonly contextInfo: { entityId?: string; entityTypeName: string; entityRecordName?: string } | undefined };
}

const definition: CodeComponent = {
  ...{ name: "p_N.C", namespace: "N", constructorName: "C", version: "1.0.0", controlType: "virtual" },
  ...{ properties: [], platformLibraries: [], code: "bundle.js", css: [], resx: [], folder: "", libraries: [], afterPageLoad: false },
};
const cases = table("case", [column("statecode", "state")]);
const mainForm = form("case", [cell({ column: "name", customControl: { name: "p_N.C", properties: {} } })]);

let contexts: Context[];
class Listener implements ComponentInstance {
  init(context: object): void {
    this.updateView(context);
  }

  updateView(context: object): unknown {
    contexts.push(context as Context);
    return null;
  }

  destroy(): void {
    contexts = [];
  }
}

async function shown(id: string | undefined, contextInfo: Temper["contextInfo"] = "friendly"): Promise<FormSession> {
  contexts = [];
  const { send } = rowServer({ caseid: rowId, name: "Warm fridge", statecode: 0 });
  const user = session({ tables: [cases], send, temper: { contextInfo } });
  const open = makeForm(user, mainForm, id);
  await open.load();
  const control = open.controls.get("name");
  if (control === undefined) throw new Error("The form lacks the control.");
  const shell = makeShell(user, new Router(window, "app", { pageType: "dashboard" }));
  new ComponentHost({ definition, create: Listener, strings: new ComponentStrings("p_N.C", []) }, open, control, shell).start(undefined);
  return open;
}

it("tells a component its form's row", async () => {
  await shown(rowId);
  expect(contexts[0]?.mode.contextInfo).toEqual({ entityId: rowId, entityTypeName: "case", entityRecordName: "Warm fridge" });
  expect(contexts[0]?.page).toMatchObject({ entityId: rowId, entityTypeName: "case" });
});

it("tells it of no row while the row is new, and again when it has been saved", async () => {
  const open = await shown(undefined);
  expect(contexts[0]?.mode.contextInfo).toEqual({ entityTypeName: "case" });
  expect(contexts[0]?.page?.entityId).toBe("");
  open.attributes.get("name")?.enter("Warm fridge");
  await open.save(saveMode.save);
  expect(contexts.at(-1)?.mode.contextInfo).toMatchObject({ entityId: rowId, entityRecordName: "Warm fridge" });
  expect(contexts.at(-1)?.page?.entityId).toBe(rowId);
});

it("leaves contextInfo away where it is missing", async () => {
  await shown(rowId, "missing");
  expect(contexts[0]?.mode.contextInfo).toBeUndefined();
  expect(contexts[0]?.page?.entityId).toBe(rowId);
});

it("leaves the page away as well where a component is told nowhere", async () => {
  await shown(rowId, "nowhere");
  expect(contexts[0]?.mode.contextInfo).toBeUndefined();
  expect(contexts[0]?.page).toBeUndefined();
});
