import type { ICommandBarItemProps } from "@fluentui/react";
import { showError } from "../shell";
import type { Shell } from "../shell";
import { CannotSave } from "./formSession";
import type { FormSession } from "./formSession";
import { saveMode } from "./eventCodes";

/** What a form's commands do besides saving. */
export interface FormActions {
  /** The row was made: give the page its address. */
  readonly created: () => void;
  /** Loads the form anew. */
  readonly reload: () => void;
}

/** Id of the bar that names what is to be filled in. */
const missingValues = "shell.missing-values";

/** The commands of a form, those that the user's rights allow. */
export function formCommands(shell: Shell, form: FormSession, actions: FormActions): ICommandBarItemProps[] {
  const { session, router } = shell;
  const { table } = form;
  const attempt = (step: () => Promise<void>) => (): void => {
    form.clearNotification(missingValues);
    step().catch((error: unknown) => {
      if (error instanceof CannotSave) form.notify({ id: missingValues, level: "ERROR", text: error.message });
      else void showError(shell, error);
    });
  };
  const save = async (mode: number): Promise<void> => {
    const isNew = form.id === undefined;
    await form.save(mode);
    if (isNew && form.id !== undefined && mode === saveMode.save) actions.created();
  };
  const toList = async (): Promise<void> => {
    await router.go({ pageType: "entitylist", entityName: table.logicalName });
  };
  const setState = async (state: number): Promise<void> => {
    if (form.id === undefined) return;
    if (form.events.save(state === 0 ? saveMode.reactivate : saveMode.deactivate).prevented) return;
    await session.api.update(table.entitySetName, form.id, { statecode: state, statuscode: defaultStatus(form, state) });
    actions.reload();
  };
  const remove = async (): Promise<void> => {
    if (form.id === undefined) return;
    const text = `Do you want to delete this ${session.label(table.labels)}? You can't undo this action.`;
    const { confirmed } = await shell.dialogs.confirm({ title: "Confirm deletion", text, confirmButtonLabel: "Delete" });
    if (!confirmed) return;
    await session.api.delete(table.entitySetName, form.id);
    for (const attribute of form.attributes.values()) attribute.markSaved();
    await toList();
  };
  const items: ICommandBarItemProps[] = [];
  const item = (key: string, text: string, iconName: string, step: () => Promise<void>): void => {
    items.push({ key, text, iconProps: { iconName }, onClick: attempt(step) });
  };
  const { privileges, user } = session;
  const may = (action: "Write" | "Delete"): boolean => form.id !== undefined && privileges.mayWithRow(action, table, form.ownerId, user.id);
  if (form.isEditable) {
    item("save", "Save", "Save", () => save(saveMode.save));
    item("saveAndClose", "Save & Close", "SaveAndClose", async () => {
      await save(saveMode.saveAndClose);
      if (!form.isDirty) await toList();
    });
  }
  if (form.id !== undefined && privileges.may("Create", table)) {
    item("new", "New", "Add", async () => {
      await router.go({ pageType: "entityrecord", entityName: table.logicalName });
    });
  }
  const hasState = table.columns.some((column) => column.logicalName === "statecode");
  if (hasState && may("Write")) {
    if (form.state === 0) item("deactivate", "Deactivate", "Blocked", () => setState(1));
    else item("activate", "Activate", "CheckMark", () => setState(0));
  }
  if (may("Delete")) item("delete", "Delete", "Delete", remove);
  if (form.id !== undefined) {
    item("refresh", "Refresh", "Refresh", () => {
      actions.reload();
      return Promise.resolve();
    });
  }
  return items;
}

function defaultStatus(form: FormSession, state: number): number {
  const option = form.table.columns
    .find((column) => column.logicalName === "statecode")
    ?.options?.find((candidate) => candidate.value === state);
  const status = form.table.columns
    .find((column) => column.logicalName === "statuscode")
    ?.options?.find((candidate) => candidate.state === state);
  const value = option?.defaultStatus ?? status?.value;
  if (value === undefined) throw new Error(`The table ${form.table.logicalName} has no status for state ${state}.`);
  return value;
}
