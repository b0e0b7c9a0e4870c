/** The host form of Ana's app, as the pane shows it, with the launcher's script on it. */
import { openControlEnd } from "../../shared/browser/hostChannel";
import { readHostPage } from "../../shared/domain/hostPage";
import type { FormSession } from "../../sandbox/app/form/formSession";
import { freshLauncher, openApp } from "./app";
import type { App } from "./app";

import type { TestDataverse } from "../dataverse";

/** How often the script looks (ms). */
export const LOOK = 300;

/** Ana's app with the pane that the launcher made, and the form that the pane shows. */
export async function setUp(dataverse: TestDataverse) {
  const app = await openApp(dataverse, "ana");
  await (await freshLauncher()).Ribbon.isAvailable();
  return { app, ...(await openHostForm(app)) };
}

export async function openHostForm(app: App) {
  const [pane] = app.panes.panes;
  if (pane?.page?.pageType !== "entityrecord") throw new Error("The pane shows no form.");
  const { entityName, entityId, formId } = pane.page;
  return { pane, form: await app.openForm(entityName, entityId, formId) };
}

export const attribute = (form: FormSession, name: string) => {
  const found = form.attributes.get(name);
  if (!found) throw new Error(`The host form lacks ${name}.`);
  return found;
};

/** Which page the script has told the control, without the token that names the form. */
export const pageTold = (form: FormSession) => readHostPage(attribute(form, "msgn_page").value as string | null)?.page;

/** The control's end of the channel, and what comes out of it. */
export function linkControl(form: FormSession) {
  const end = openControlEnd(readHostPage(attribute(form, "msgn_page").value as string | null)?.token ?? "");
  if (!end) throw new Error("There is no channel.");
  const heard: unknown[] = [];
  end.listen((message) => heard.push(message));
  return { end, heard };
}

/** The user has left the form: every call on one of its columns throws, as on the platform. */
export function close(form: FormSession): void {
  for (const each of form.attributes.values()) Object.defineProperty(each, "value", { get: () => fail("The form is closed.") });
}

export function fail(message: string): never {
  throw new Error(message);
}

export const replacePageContext = (app: App, getPageContext: () => unknown): void =>
  void Object.assign(app.xrm.Utility, { getPageContext });
