/** @jest-environment jsdom */
/** The panel's bundle, as the platform and the bubble find it. */
import { PanelLibrary } from "../../NotificationPanel";
import type { PanelParts } from "../../NotificationPanel/panelParts";
import { findLibrary, PANEL_LIBRARY } from "../../shared/browser/libraries";
import { createClient } from "../../shared/dataverse/client";
import type { ApiClient } from "../../shared/dataverse/client";
import { createStore } from "../../shared/inbox/store";
import { INITIAL_STATE } from "../../shared/inbox/inboxState";
import { createOverlays } from "../../shared/inbox/overlays";
import { createOwnSettings } from "../../shared/inbox/ownSettings";
import { project } from "../../shared/inbox/project";
import { createWorld } from "../shared/inbox/laboratory";
import { buildSession, NOW } from "./fixtures";

const parts = findLibrary(window, PANEL_LIBRARY) as PanelParts<ApiClient>;

it("shows nothing and writes nothing where somebody has put it on a form", () => {
  const control = new PanelLibrary();
  control.init();
  expect(control.updateView().props).toEqual({});
  expect(control.getOutputs()).toEqual({});
  control.destroy();
});

it("gives the page the panel, the actions and what moves the bubble", () => {
  expect(Object.keys(parts).sort()).toEqual(["Panel", "createActions", "createBubbleMover"]);
});

it("acts by the client that it is lent, as the user whose inbox it is", async () => {
  const asked: string[] = [];
  const jane = buildSession();
  Object.assign(globalThis, {
    fetch: (path: string) => {
      asked.push(decodeURIComponent(path));
      return Promise.reject(new TypeError("no network"));
    },
  });
  const tab = createWorld().tab("ben");
  const viewer = { userId: "aaaaaaaa-0000-0000-0000-000000000001", mayBlock: true };
  const store = createStore({
    ...INITIAL_STATE,
    reading: { sessions: [jane], now: NOW, isLowerBound: false, sentAt: 0 },
    profile: { viewer, configuration: { idleTimeout: null } } as never,
  });
  const actions = parts.createActions(
    {
      store,
      browser: tab,
      channel: tab.channel,
      overlays: createOverlays(store, tab),
      openSession: () => Promise.resolve(true),
      readInbox: () => Promise.reject(new Error("Nobody asks for the list.")),
      refresh: () => undefined,
      getSnapshot: () => project(store.get(), null),
      mayAsk: () => true,
      own: createOwnSettings(store),
      alerter: {} as never,
      subjectOf: () => "",
    },
    { client: createClient((url, init) => fetch(url, init)), userId: viewer.userId, userName: "Ben" },
  );
  await actions.perform("accept", jane.id);
  expect(asked).toEqual([expect.stringContaining(`msgn_sessions(${jane.id})?$select=`)]);
  expect(store.get().notices).toEqual([expect.objectContaining({ kind: "unreachable" })]);
  actions.destroy();
});
