/** The control on a form, as the platform runs it, in front of the sandbox's Dataverse. */
import { act, cleanup, configure, render } from "@testing-library/react";
import * as React from "react";
import type { IInputs } from "../../MessageThread/generated/ManifestTypes";
import { MessageThread } from "../../MessageThread/index";
import { CUSTOMER_CONTROL, REPLY_CONTROL } from "../../MessageThread/manifest";
import type { Login, TestDataverse } from "../dataverse";
import { AMERICAN } from "../NotificationPanel/fixtures";
import { readThreadTexts } from "../ReplyBox/renderReply";

type Context = ComponentFramework.Context<IInputs>;

/** What a test says of the form and the platform. */
export interface FormState {
  readonly sessionId?: string | null;
  readonly table?: string;
  /** Where the platform tells the form's row. */
  readonly toldIn?: "contextInfo" | "page";
  /** The agent stays on a page with unsaved changes: the platform rejects. */
  readonly staysHere?: boolean;
  /** The platform cannot load another control's bundle. */
  readonly hasNoDependencies?: boolean;
  /** What a form for a new row has saved. */
  readonly saved?: { readonly id: string; readonly name: string; readonly entityType: string };
}

const texts: Readonly<Record<string, string>> = readThreadTexts(1033);
// The server answers in this very process, which a busy machine makes wait.
configure({ asyncUtilTimeout: 10_000 });
const bundles: Readonly<Record<string, () => Promise<unknown>>> = {
  [REPLY_CONTROL]: () => import("../../ReplyBox"),
  [CUSTOMER_CONTROL]: () => import("../../CustomerLink"),
};
const running = new Set<MessageThread>();

/** Ends what a test has opened. */
export function closeControls(): void {
  cleanup();
  for (const control of running) control.destroy();
  running.clear();
}

/** Opens it as this user. */
export function openControl(dataverse: TestDataverse, login: Login, state: FormState) {
  const opened: unknown[] = [];
  globalThis.fetch = dataverse.fetchAs(login) as typeof fetch;
  const control = new MessageThread();
  running.add(control);
  const contextOf = ({
    sessionId = null,
    table = "msgn_session",
    toldIn = "contextInfo",
    staysHere,
    hasNoDependencies,
    saved,
  }: FormState) => {
    const row = sessionId === null ? {} : { entityId: `{${sessionId.toUpperCase()}}`, entityTypeName: table };
    const context = {
      parameters: { sessionName: { raw: "Jane Doe" } },
      mode: toldIn === "contextInfo" ? { contextInfo: row } : {},
      page: toldIn === "page" ? row : {},
      resources: { getString: (key: string) => texts[key] ?? key },
      userSettings: {
        userId: `{${dataverse.idOf(login).toUpperCase()}}`,
        userName: login,
        isRTL: false,
        languageId: 1033,
        getTimeZoneOffsetMinutes: () => 0,
        dateFormattingInfo: AMERICAN,
      },
      // As the platform does: the bundle of the library runs in the page.
      utils: hasNoDependencies ? {} : { loadDependency: (name: string) => bundles[name]?.() ?? Promise.reject(new Error(name)) },
      navigation: {
        openForm(options: unknown, parameters?: unknown) {
          opened.push(parameters === undefined ? options : [options, parameters]);
          return staysHere
            ? Promise.reject(new Error("The user cancelled."))
            : Promise.resolve({ savedEntityReference: saved ? [saved] : [] });
        },
        openUrl: (address: string) => void opened.push(address),
      },
    };
    return context as unknown as Context;
  };
  control.init(contextOf(state));
  let element = <></>;
  const draw = (given: FormState) => {
    act(() => {
      element = control.updateView(contextOf(given));
    });
    return element;
  };
  const view = render(draw(state));
  return { ...view, control, opened, update: (next: FormState) => view.rerender(draw(next)) };
}
