/**
 * The sandbox's app as scripts meet it: its own strict `Xrm` (what it lacks, throws), side panes and forms, over the in-process Dataverse.
 * The one place of these tests that knows how the sandbox's app is put together.
 */
import { Dialogs } from "../../sandbox/app/dialogs/dialogs";
import { formContext } from "../../sandbox/app/form/formContext";
import type { FormSession } from "../../sandbox/app/form/formSession";
import { makeForm } from "../../sandbox/app/form/makeForm";
import { registerHandlers } from "../../sandbox/app/form/registerHandlers";
import type { ScriptLoader } from "../../sandbox/app/form/scriptLoader";
import type { Page } from "../../sandbox/app/navigation/address";
import type { Router } from "../../sandbox/app/navigation/router";
import { SidePanes } from "../../sandbox/app/panes/sidePanes";
import { loadSession } from "../../sandbox/app/session/session";
import type { Shell } from "../../sandbox/app/shell";
import { makeXrm } from "../../sandbox/app/xrm/xrm";
import type { Platform } from "../../launcher/platform";
import { startDataverse } from "../dataverse";
import type { Login, TestDataverse } from "../dataverse";

const ORIGIN = "http://ana.localhost";
const reported: unknown[] = [];
/** A script lets go of its channels when its window closes: here, when its test ends. */
const channels: BroadcastChannel[] = [];
const RealChannel = globalThis.BroadcastChannel;
globalThis.BroadcastChannel = class extends RealChannel {
  constructor(name: string) {
    super(name);
    channels.push(this);
  }
};

// Scripts of the platform run in a window; the tests' own global serves as one.
/** Whether the agent looks at the window. */
export const visibility: EventTarget & { visibilityState: DocumentVisibilityState } = Object.assign(new EventTarget(), {
  visibilityState: "visible" as const,
});
Object.assign(globalThis, {
  window: globalThis,
  document: visibility,
  location: { origin: ORIGIN },
  reportError: (error: unknown) => reported.push(error),
});

/** An app that a user has open. */
export interface App {
  readonly panes: SidePanes;
  /** The global `Xrm`. */
  readonly xrm: Platform;
  /** Goes to another page. */
  go(page: Page): void;
  /** Opens a table's form, with the handlers that the solution's FormXml names in `scope`; without an id, on a row that is not saved yet. */
  openForm(table: string, id?: string, formId?: string): Promise<FormSession>;
}

/** Opens the app as a user: `Xrm` and `fetch` are theirs from now on. */
export async function openApp(dataverse: TestDataverse, login: Login, languageId = 1033): Promise<App> {
  const session = await loadSession(languageId, shellFetch(dataverse, login));
  const router = { page: { pageType: "entitylist", entityName: "account" } as Page };
  const panes = new SidePanes();
  const shell = { session, router: router as unknown as Router, panes, dialogs: new Dialogs() };
  const xrm = makeXrm(shell as Shell) as Platform;
  const send = dataverse.fetchAs(login);
  const fetch = (url: string, init: RequestInit) => send(url.replace(ORIGIN, ""), init);
  Object.assign(globalThis, { Xrm: xrm, fetch });
  return {
    panes,
    xrm,
    go: (page) => (router.page = page),
    async openForm(table, id, formId) {
      const definition = session.forms(table).find((form) => formId === undefined || form.id === formId);
      if (!definition) throw new Error(`${table} has no form ${formId ?? ""}`);
      const form = makeForm(session, definition, id?.toLowerCase());
      // The scripts are loaded already: they are imported, not built.
      const loader = { loadWebResource: () => Promise.resolve() } as unknown as ScriptLoader;
      await Promise.all([form.load(), registerHandlers(form, loader, globalThis)]);
      form.events.opened();
      return form;
    },
  };
}

/** The shell's own way to the server: what it asks is not what the scripts ask. */
function shellFetch(dataverse: TestDataverse, login: Login): typeof fetch {
  const send = dataverse.fetchAs(login);
  return async (input, init = {}) => {
    const url = input as string;
    if (url === "/uclient/model") {
      const [user] = dataverse.rows(`systemusers?$select=fullname&$filter=systemuserid eq ${dataverse.idOf(login)}`);
      return Response.json({
        ...dataverse.model,
        user: { id: dataverse.idOf(login), name: login, fullName: user?.["fullname"], roles: [] },
      });
    }
    const before = dataverse.asked.length;
    const answer = send(url.replace("/uclient", ""), init);
    dataverse.asked.length = before;
    return answer;
  };
}

/** A Dataverse of its own for each test of the file; what a test opened is closed after it, and no bug was reported. Returns the current one. */
export function dataverseForEachTest(): () => TestDataverse {
  const realFetch = globalThis.fetch;
  let dataverse: TestDataverse;
  beforeEach(async () => {
    dataverse = await startDataverse();
    // Time for everything but the in-process server: the scripts' timers end with their test.
    jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
  });
  afterEach(() => {
    jest.useRealTimers();
    visibility.visibilityState = "visible";
    globalThis.fetch = realFetch;
    for (const channel of channels.splice(0)) channel.close();
    Reflect.deleteProperty(globalThis, "Xrm");
    dataverse.close();
    expect(bugs()).toEqual([]);
  });
  return () => dataverse;
}

/** What reached `window.reportError` since the last call. */
export function bugs(): readonly unknown[] {
  return reported.splice(0);
}

/** What a handler of the form gets: the form's strict `formContext`. */
export function eventOf(form: FormSession) {
  const context = formContext(form);
  return { context, event: { getFormContext: () => context } };
}

/** The first request of the scripts whose address contains `part` gets this answer instead of the server's. */
export function answerOnce(part: string, answer: () => Response): void {
  const send = globalThis.fetch;
  let isAnswered = false;
  globalThis.fetch = (input, init) => {
    if (isAnswered || !(input as string).includes(part)) return send(input, init);
    isAnswered = true;
    return Promise.resolve(answer());
  };
}

/** From now on every request of the scripts is cut. */
export function cutConnection(): void {
  globalThis.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
}

/** The script as another frame has it: with state of its own. */
export async function freshLauncher(): Promise<Launcher> {
  jest.resetModules();
  await import("../../launcher");
  return (globalThis as unknown as { MessageNotification: Launcher }).MessageNotification;
}

/** The launcher's global. */
export interface Launcher {
  readonly Ribbon: { isAvailable(): Promise<boolean>; launchOnly(hook?: string): boolean; openMessages(): void };
  readonly HostForm: { onLoad(event: unknown): void };
  readonly Launch: { onLoad(event?: unknown, xrm?: unknown): void };
}

/** Everything that a script asked of the server in this process has been answered: turns of the event loop, not time. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
}
