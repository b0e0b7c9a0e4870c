/** @jest-environment jsdom */
import { makeForm } from "../../app/form/makeForm";
import { Router } from "../../app/navigation/router";
import { ComponentHost } from "../../app/pcf/componentHost";
import type { ComponentInstance } from "../../app/pcf/registry";
import { ComponentStrings } from "../../app/pcf/resx";
import { makeShell } from "../../app/shell";
import type { CodeComponent } from "../../model";
import type { SessionParts } from "./fixtures";
import { kimId, cell, column, form, otherId, rowId, rowServer, session, table } from "./fixtures";

interface Context {
  readonly parameters: Readonly<Record<string, { raw: unknown; type: string; attributes?: { LogicalName: string } }>>;
  readonly updatedProperties: readonly string[];
  readonly mode: { isControlDisabled: boolean; allocatedWidth: number; trackContainerResize(track: boolean): void };
  readonly userSettings: { userId: string; isRTL: boolean; languageId: number; numberFormattingInfo: { numberDecimalSeparator: string } };
  readonly utils: { hasEntityPrivilege(table: string, type: number, depth: number): boolean };
  readonly resources: { getString(key: string): string };
}

const properties = [
  { name: "unread", type: "Whole.None", usage: "bound" as const, required: true },
  { name: "page", type: "SingleLine.Text", usage: "bound" as const, required: false },
  { name: "title", type: "SingleLine.Text", usage: "input" as const, required: false },
];
const definition: CodeComponent = {
  ...{ name: "p_N.C", namespace: "N", constructorName: "C", version: "1.0.0", controlType: "virtual", properties },
  ...{ platformLibraries: [], code: "bundle.js", css: [], resx: [], folder: "" },
  ...{ libraries: [], afterPageLoad: false },
};
const cases = table("case", [
  column("count", "integer"),
  column("page", "string"),
  column("statecode", "state"),
  column("ownerid", "owner"),
]);
const mainForm = form("case", [
  cell({
    column: "count",
    customControl: { name: "p_N.C", properties: { unread: { column: "count" }, page: { column: "page" }, title: { value: "Hi" } } },
  }),
]);

/** A component that notes what happens to it. */
class Recorder implements ComponentInstance {
  static last: Recorder;
  readonly contexts: Context[] = [];
  outputs: Record<string, unknown> = {};
  destroyed = 0;
  notify: () => void = () => undefined;

  constructor() {
    Recorder.last = this;
  }

  init(context: object, notify: () => void): void {
    this.contexts.push(context as Context);
    this.notify = notify;
  }

  updateView(context: object): unknown {
    this.contexts.push(context as Context);
    return `view ${this.contexts.length}`;
  }

  getOutputs(): Record<string, unknown> {
    return this.outputs;
  }

  destroy(): void {
    this.destroyed += 1;
  }

  get context(): Context {
    const last = this.contexts[this.contexts.length - 1];
    if (last === undefined) throw new Error("The component has had no context.");
    return last;
  }
}

const shells = new Set<ComponentHost>();

async function running(parts: SessionParts = {}, create: new () => ComponentInstance = Recorder, row: Record<string, unknown> = {}) {
  const server = rowServer({ caseid: rowId, count: 1, statecode: 0, _ownerid_value: kimId, ...row });
  const user = session({ tables: [cases], send: server.send, ...parts });
  const open = makeForm(user, mainForm, rowId);
  await open.load();
  const control = open.controls.get("count");
  if (control === undefined) throw new Error("The form lacks the control.");
  const strings = new ComponentStrings("p_N.C", [new Map([["Title", "Messages"]])]);
  const host = new ComponentHost(
    { definition, create, strings },
    open,
    control,
    makeShell(user, new Router(window, "app", { pageType: "dashboard" })),
  );
  shells.add(host);
  host.start(undefined);
  return { host, form: open, control, server };
}

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
const complaints: string[] = [];
const listen = (event: ErrorEvent): void => {
  event.preventDefault();
  complaints.push(event.message);
};

beforeEach(() => {
  complaints.length = 0;
  window.addEventListener("error", listen);
});
afterEach(async () => {
  for (const host of shells) host.stop();
  shells.clear();
  await tick();
  window.removeEventListener("error", listen);
});

describe("a code component on a form", () => {
  it("is initialised with its columns' values and constants, then drawn", async () => {
    const { host } = await running();
    const { parameters } = Recorder.last.context;
    expect(parameters.unread).toMatchObject({ raw: 1, type: "Whole.None", attributes: { LogicalName: "count" } });
    expect(parameters.page?.raw).toBeNull();
    expect(parameters.title?.raw).toBe("Hi");
    expect(host.view).toBe("view 2");
  });

  it("hears of a value that a script sets, and of which", async () => {
    const { form: open } = await running();
    open.attributes.get("page")?.set("list");
    expect(Recorder.last.context.parameters.page?.raw).toBe("list");
    expect(Recorder.last.context.updatedProperties).toEqual(["page", "parameters"]);
  });

  it("is not drawn again for changes that are none of its own", async () => {
    const { form: open } = await running();
    const { length } = Recorder.last.contexts;
    open.notify({ id: "n", level: "INFO", text: "Hello" });
    expect(Recorder.last.contexts).toHaveLength(length);
  });

  it("writes its outputs into the columns, with OnChange, once for several notices", async () => {
    const { form: open } = await running();
    const changes: unknown[] = [];
    open.attributes.get("count")?.addOnChange((context) => changes.push(context));
    Recorder.last.outputs = { unread: 7 };
    Recorder.last.notify();
    Recorder.last.notify();
    expect(open.attributes.get("count")?.value).toBe(1);
    await tick();
    expect(open.attributes.get("count")?.value).toBe(7);
    expect(changes).toHaveLength(1);
    expect(Recorder.last.context.parameters.unread?.raw).toBe(7);
  });

  it("has its outputs dropped where the user may not edit the row", async () => {
    const { form: open } = await running({ rights: { "Read:case": "Global" } });
    expect(Recorder.last.context.mode.isControlDisabled).toBe(true);
    Recorder.last.outputs = { unread: 7 };
    Recorder.last.notify();
    await tick();
    await tick();
    expect(open.attributes.get("count")?.value).toBe(1);
    expect(complaints.join()).toContain("outputs are dropped");
  });

  it("is shut down when it writes a value that the column cannot hold", async () => {
    const { host } = await running();
    Recorder.last.outputs = { unread: "seven" };
    Recorder.last.notify();
    await tick();
    expect(host.failure).toBeInstanceOf(Error);
    expect(Recorder.last.destroyed).toBe(1);
  });

  it("that throws while it is drawn is shut down, and the form goes on", async () => {
    class Crashing extends Recorder {
      override updateView(): unknown {
        throw new Error("boom");
      }
    }
    const { host, form: open } = await running({}, Crashing);
    expect(host.failure).toEqual(new Error("boom"));
    expect(() => open.attributes.get("count")?.enter(2)).not.toThrow();
  });

  it("is destroyed once, and asked nothing afterwards", async () => {
    const { host, form: open } = await running();
    host.stop();
    host.stop();
    open.attributes.get("count")?.set(5);
    Recorder.last.notify();
    await tick();
    expect(Recorder.last.destroyed).toBe(1);
    expect(open.attributes.get("count")?.value).toBe(5);
  });

  it("hears its size only once it has asked for it", async () => {
    const { host } = await running();
    host.resize(300, 200);
    expect(Recorder.last.context.mode.allocatedWidth).toBe(-1);
    Recorder.last.context.mode.trackContainerResize(true);
    host.resize(300, 200);
    expect(Recorder.last.context.mode.allocatedWidth).toBe(300);
    expect(Recorder.last.context.updatedProperties).toEqual(["layout"]);
  });
});

describe("a component's context", () => {
  it("says who the user is, in which language and direction", async () => {
    await running({ languageId: 1031 });
    expect(Recorder.last.context.userSettings).toMatchObject({ userId: `{${kimId.toUpperCase()}}`, languageId: 1031, isRTL: false });
    expect(Recorder.last.context.userSettings.numberFormattingInfo.numberDecimalSeparator).toBe(",");
    await running({ languageId: 1025 });
    expect(Recorder.last.context.userSettings.isRTL).toBe(true);
  });

  it("answers privileges by how far they reach", async () => {
    await running({ rights: { "Write:case": "Basic", "Read:case": "Global" } });
    const { utils } = Recorder.last.context;
    expect(utils.hasEntityPrivilege("case", 3, 0)).toBe(true);
    expect(utils.hasEntityPrivilege("case", 3, 3)).toBe(false);
    expect(utils.hasEntityPrivilege("case", 2, 3)).toBe(true);
    expect(utils.hasEntityPrivilege("case", 1, 0)).toBe(false);
    expect(() => utils.hasEntityPrivilege("nothing", 2, 0)).toThrow('no table "nothing"');
  });

  it("has the component's texts", async () => {
    await running();
    expect(Recorder.last.context.resources.getString("Title")).toBe("Messages");
  });

  it("throws for what the sandbox lacks, instead of being silently undefined", async () => {
    await running();
    expect(() => (Recorder.last.context as unknown as Record<string, unknown>).copilot).toThrow("does not support context.copilot");
  });

  it("belongs to a row of another owner as well: the privilege decides, not the owner", async () => {
    await running({ rights: { "Write:case": "Global" } }, Recorder, { _ownerid_value: otherId });
    expect(Recorder.last.context.mode.isControlDisabled).toBe(false);
  });
});
