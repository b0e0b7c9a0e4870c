/** The product's forms in the sandbox's app, with the scripts that the solution's FormXml names. */
import "../../forms";
import type { FormSession } from "../../sandbox/app/form/formSession";
import type { TestDataverse } from "../dataverse";

/** A column of a form. @throws Error where the form lacks it */
export function column(form: FormSession, name: string) {
  const found = form.attributes.get(name);
  if (!found) throw new Error(`The form lacks ${name}.`);
  return found;
}

/** What the form says at its top. */
export function notices(form: FormSession): readonly string[] {
  return form.notifications.map(({ level, text }) => `${level} ${text}`);
}

/** What the form says at its fields; it cannot be saved so. */
export function fieldNotices(form: FormSession): readonly string[] {
  return [...form.controls.values()].flatMap(({ name, notifications }) => notifications.map(({ text }) => `${name}: ${text}`));
}

/** The columns that the user can fill in. */
export function unlocked(form: FormSession): readonly string[] {
  return [...form.controls.values()].filter((each) => each.definition.column && !each.disabled).map(({ name }) => name);
}

/** The fields that are shown. */
export function isShown(form: FormSession, name: string): boolean | undefined {
  return form.controls.get(name)?.visible;
}

/** The user has left the form: whatever is asked of it or changed on it throws, as on the platform. */
export function close(form: FormSession): void {
  const closed = (): never => {
    throw new Error("The form is closed.");
  };
  Object.assign(form, { notify: closed, clearNotification: closed });
  Object.defineProperty(form, "id", { get: closed });
  for (const each of form.attributes.values()) Object.defineProperty(each, "value", { get: closed });
  for (const each of form.controls.values()) Object.assign(each, { notify: closed, clearNotification: closed, refresh: closed });
}

/** A new row's id. */
export function made(dataverse: TestDataverse, table: string, row: object): string {
  return String(dataverse.system("POST", `${table}s`, row)[`${table}id`]);
}
