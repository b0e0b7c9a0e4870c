/** A model-driven app as the launcher's scripts meet it: side panes, page context, a form with columns. A double of the platform. */
import type { AppSidePane, AppSidePanes } from "../../launcher/platform";
import { startDataverse } from "../dataverse";
import type { TestDataverse } from "../dataverse";

// Scripts of the platform run in a window; the tests' own global serves as one.
Object.assign(globalThis, { window: globalThis });

/** A pane that remembers what it shows. */
export interface FakePane extends AppSidePane {
  shows?: { entityName: string; entityId: string; formId: string };
}

/** Side panes that behave as the platform's: a selected pane of an expanded rail is what one sees. */
export interface FakePanes extends AppSidePanes {
  readonly all: FakePane[];
  created: number;
  failNextNavigation: boolean;
}

/** Panes of an app that has none yet, collapsed. */
export function createPanes(): FakePanes {
  let selected: FakePane | null = null;
  const panes: FakePanes = {
    state: 0,
    all: [],
    created: 0,
    failNextNavigation: false,
    createPane({ paneId, isSelected }) {
      panes.created += 1;
      const pane: FakePane = {
        paneId,
        navigate(page) {
          if (panes.failNextNavigation) {
            panes.failNextNavigation = false;
            return Promise.reject(new Error("the form cannot be shown"));
          }
          pane.shows = page;
          return Promise.resolve();
        },
        select: () => {
          selected = pane;
          panes.state = 1;
        },
        close: () => {
          panes.all.splice(panes.all.indexOf(pane), 1);
        },
      };
      panes.all.push(pane);
      if (isSelected) pane.select();
      return Promise.resolve(pane);
    },
    getPane: (id) => panes.all.find(({ paneId }) => paneId === id),
    getSelectedPane: () => selected,
  };
  return panes;
}

/** One column of a form. */
export interface FakeAttribute {
  value: unknown;
  submitMode: string;
  /** As a user or a control changes it: OnChange runs. */
  change(value: unknown): void;
}

/** A form that a handler is loaded on. */
export function createForm(values: Readonly<Record<string, unknown>>, id = "{00000000-0000-0000-0000-0000000000F0}") {
  const saves: ((event: unknown) => void)[] = [];
  const hidden: string[] = [];
  const attributes = new Map<string, FakeAttribute & Record<string, unknown>>();
  for (const [name, value] of Object.entries(values)) {
    const listeners: (() => void)[] = [];
    const attribute = {
      value,
      submitMode: "dirty",
      change(next: unknown) {
        attribute.value = next;
        for (const listener of listeners) listener();
      },
      getValue: () => attribute.value,
      setValue: (next: unknown) => (attribute.value = next),
      addOnChange: (listener: () => void) => listeners.push(listener),
      setSubmitMode: (mode: string) => (attribute.submitMode = mode),
    };
    attributes.set(name, attribute);
  }
  const hide = (part: string) => (visible: boolean) => {
    if (!visible) hidden.push(part);
  };
  const controls: string[] = [];
  const notifications = new Map<string, string>();
  const fieldNotices = new Map<string, string>();
  const loads: (() => void)[] = [];
  const form = {
    getControl: (name: string) => ({
      refresh: () => controls.push(`refresh ${name}`),
      setDisabled: () => controls.push(`unlock ${name}`),
      setVisible: (visible: boolean) => controls.push(`${visible ? "show" : "hide"} ${name}`),
      setNotification: (text: string) => fieldNotices.set(name, text),
      clearNotification: () => fieldNotices.delete(name),
    }),
    getAttribute: (name: string) => attributes.get(name) ?? null,
    ui: {
      getFormType: () => (id === "" ? 1 : 2),
      setFormNotification: (text: string, level: string, key: string) => notifications.set(key, `${level} ${text}`),
      clearFormNotification: (key: string) => notifications.delete(key),
      headerSection: { setBodyVisible: hide("body"), setCommandBarVisible: hide("commands"), setTabNavigatorVisible: hide("tabs") },
    },
    data: {
      addOnLoad: (listener: () => void) => loads.push(listener),
      entity: {
        getId: () => id,
        attributes: { forEach: (run: (attribute: unknown) => void) => [...attributes.values()].forEach((attribute) => run(attribute)) },
        addOnSave: (listener: (event: unknown) => void) => saves.push(listener),
      },
    },
  };
  return {
    event: { getFormContext: () => form } as unknown as Xrm.Events.EventContext,
    hidden,
    controls,
    /** What the form says at its top. */
    notices: () => [...notifications.values()],
    /** What it says at its fields, which cannot be saved so. */
    fieldNotices: () => [...fieldNotices].map(([name, text]) => `${name}: ${text}`),
    /** Reads the row anew, as after a save. */
    readAnew: () => loads.forEach((listener) => listener()),
    attribute: (name: string) => attributes.get(name) as FakeAttribute,
    attributes: [...attributes.values()] as FakeAttribute[],
    /** Saves in a mode; whether it was stopped. */
    save(mode: number): boolean {
      let isStopped = false;
      const args = { getSaveMode: () => mode, preventDefault: () => (isStopped = true) };
      for (const listener of saves) listener({ getEventArgs: () => args });
      return isStopped;
    },
  };
}

/** Puts `Xrm` where the platform puts it; `page` can be changed as the agent moves. */
export function openApp(panes: AppSidePanes | undefined, userId = "{A0000000-0000-0000-0000-00000000000A}", languageId = 1033) {
  const app = { page: { pageType: "entitylist", entityName: "account" } as Record<string, unknown> };
  const context = {
    getClientUrl: () => "",
    getCurrentAppProperties: () => Promise.resolve({ uniqueName: "msgn_MessageNotification" }),
    userSettings: { userId, userName: "Ana Ruiz", languageId },
  };
  Object.assign(globalThis, {
    Xrm: {
      App: { sidePanes: panes },
      Utility: { getGlobalContext: () => context, getPageContext: () => ({ input: app.page }) },
    },
  });
  return app;
}

/** A Dataverse of its own for each test of the file; what a test opened is closed after it. Returns the current one. */
export function dataverseForEachTest(): () => TestDataverse {
  const realFetch = globalThis.fetch;
  let dataverse: TestDataverse;
  beforeEach(async () => {
    dataverse = await startDataverse();
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
    closeApp();
    dataverse.close();
  });
  return () => dataverse;
}

/** Everything that a script asked of the server in this process has been answered: turns of the event loop, not time. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Takes `Xrm` away again. */
export function closeApp(): void {
  Reflect.deleteProperty(globalThis, "Xrm");
}
