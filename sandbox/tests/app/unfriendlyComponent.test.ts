/** @jest-environment jsdom */
import { controlFacade } from "../../app/form/attributeFacade";
import { makeForm } from "../../app/form/makeForm";
import { Router } from "../../app/navigation/router";
import { ComponentHost } from "../../app/pcf/componentHost";
import type { ComponentInstance } from "../../app/pcf/registry";
import { ComponentStrings } from "../../app/pcf/resx";
import { makeShell } from "../../app/shell";
import type { CodeComponent, Temper } from "../../model";
import { kimId, cell, column, form, rowId, rowServer, session, table } from "./fixtures";

const properties = ["count", "page"].map((name) => ({
  ...{ name, type: name === "count" ? "Whole.None" : "SingleLine.Text" },
  ...{ usage: "bound" as const, required: false },
}));
const definition: CodeComponent = {
  ...{ name: "p_N.C", namespace: "N", constructorName: "C", version: "1.0.0", controlType: "virtual", properties },
  ...{ platformLibraries: [], code: "bundle.js", css: [], resx: [], folder: "" },
  ...{ libraries: [], afterPageLoad: false },
};
const columns = [column("count", "integer"), column("page", "string"), column("statecode", "state"), column("ownerid", "owner")];
const customControl = { name: "p_N.C", properties: { count: { column: "count" }, page: { column: "page" } } };
const mainForm = form("case", [cell({ column: "count", customControl }), cell({ column: "name" })]);

interface Context {
  readonly parameters: Readonly<Record<string, { raw: unknown }>>;
  readonly mode: { readonly isControlDisabled: boolean };
  readonly navigation: { openForm(options: object): Promise<unknown> };
}

/** A component that counts how often it is destroyed, and says what it is told to. */
class Probe implements ComponentInstance {
  static last: Probe;
  context!: Context;
  outputs: Record<string, unknown> = {};
  destroyed = 0;
  notify: () => void = () => undefined;

  constructor() {
    Probe.last = this;
  }

  init(context: object, notify: () => void): void {
    this.context = context as Context;
    this.notify = notify;
  }

  updateView(context: object): null {
    this.context = context as Context;
    return null;
  }

  getOutputs(): Record<string, unknown> {
    return this.outputs;
  }

  destroy(): void {
    this.destroyed += 1;
  }
}

const hosts: ComponentHost[] = [];
const errors: string[] = [];
const listen = (event: ErrorEvent): void => {
  event.preventDefault();
  errors.push(event.message);
};
beforeEach(() => window.addEventListener("error", listen));
afterEach(() => {
  hosts.splice(0).forEach((host) => host.stop());
  window.removeEventListener("error", listen);
  expect(errors.splice(0)).toEqual([]);
});

async function running(temper: Partial<Temper>, place: "main" | "pane" = "main") {
  const server = rowServer({ caseid: rowId, count: 1, statecode: 0, _ownerid_value: kimId });
  const user = session({ tables: [table("case", columns)], send: server.send, temper });
  const open = makeForm(user, mainForm, rowId);
  await open.load();
  const control = open.controls.get("count");
  if (control === undefined) throw new Error("The form lacks the control.");
  const shell = makeShell(user, new Router(window, "app", { pageType: "dashboard" }));
  const pane = place === "pane" ? shell.panes.create({ paneId: "a" }) : undefined;
  const host = new ComponentHost({ definition, create: Probe, strings: new ComponentStrings("p_N.C", []) }, open, control, shell, pane);
  hosts.push(host);
  host.start(undefined);
  return { form: open, control, shell, pane };
}

const outputs = async (values: Record<string, unknown>): Promise<void> => {
  Probe.last.outputs = values;
  Probe.last.notify();
  await new Promise((resolve) => setTimeout(resolve, 2));
};

describe("submit mode never on a column of a code component", () => {
  it("only keeps the column out of saves in a friendly shell", async () => {
    const { form: open } = await running({});
    for (const attribute of open.attributes.values()) attribute.submit = "never";
    await outputs({ count: 7 });
    expect(Probe.last.context.mode.isControlDisabled).toBe(false);
    expect(open.attributes.get("count")?.value).toBe(7);
  });

  it.each(["count", "page"])(
    "disables the component with submitModeNever disables: %s, and drops all of its outputs in silence",
    async (name) => {
      const { form: open, control } = await running({ submitModeNever: "disables" });
      expect(Probe.last.context.mode.isControlDisabled).toBe(false);
      const attribute = open.attributes.get(name);
      if (attribute === undefined) throw new Error("The form lacks the column.");
      attribute.submit = "never";
      expect(Probe.last.context.mode.isControlDisabled).toBe(true);
      expect((controlFacade(control, open) as unknown as { getDisabled(): boolean }).getDisabled()).toBe(true);
      await outputs({ count: 7, page: "list" });
      expect([open.attributes.get("count")?.value, open.attributes.get("page")?.value]).toEqual([1, null]);
    },
  );

  it("lets what a script sets reach the component even so", async () => {
    const { form: open } = await running({ submitModeNever: "disables" });
    for (const attribute of open.attributes.values()) attribute.submit = "never";
    open.attributes.get("page")?.set("list");
    expect(Probe.last.context.parameters.page?.raw).toBe("list");
  });

  it("disables no component but those that are bound to the column", async () => {
    const { form: open } = await running({ submitModeNever: "disables" });
    const name = open.attributes.get("name");
    if (name !== undefined) name.submit = "never";
    await outputs({ count: 7 });
    expect(open.attributes.get("count")?.value).toBe(7);
    const field = open.controls.get("name");
    expect(field !== undefined && open.isDisabled(field)).toBe(true);
  });
});

describe("a form that a code component in a side pane opens", () => {
  const target = { pageType: "entityrecord", entityName: "case", entityId: rowId };
  const openForm = () => Probe.last.context.navigation.openForm({ entityName: "case", entityId: rowId });

  it("opens in the main area in a friendly shell", async () => {
    const { shell, pane } = await running({}, "pane");
    await openForm();
    expect([shell.router.page, pane?.page]).toEqual([target, undefined]);
  });

  it("replaces the pane's page with openFormFromPane pane", async () => {
    const { shell, pane } = await running({ openFormFromPane: "pane" }, "pane");
    const { page } = shell.router;
    await openForm();
    expect(pane?.page).toEqual(target);
    expect(shell.router.page).toBe(page);
  });

  it("opens in the main area all the same where the component is there", async () => {
    const { shell } = await running({ openFormFromPane: "pane" });
    await openForm();
    expect(shell.router.page).toEqual(target);
  });
});
