import { useEffect, useState } from "react";
import type { Form } from "../../model";
import type { RecordPage } from "../navigation/address";
import type { Session } from "../session/session";
import type { Shell } from "../shell";
import { startAutosave } from "./autosave";
import type { FormSession } from "./formSession";
import { generatedForm } from "./generatedForm";
import { registerHandlers } from "./registerHandlers";
import { makeForm } from "./makeForm";

/** A form that is being opened. */
export type OpeningForm =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly error: unknown }
  | { readonly status: "open"; readonly form: FormSession };

/**
 * Opens the form of a page: row and libraries are loaded, handlers registered, OnLoad run; then it can be drawn.
 * One component has one form: a page that is visited or loaded anew needs a new `key`.
 */
export function useForm(shell: Shell, page: RecordPage): OpeningForm {
  const [opening, setOpening] = useState<OpeningForm>({ status: "loading" });
  // The form of the page as it was opened. The page gets the row's id once a new row is saved; its form stays.
  const [opened] = useState(page);
  useEffect(() => {
    let left = false;
    let stopAutosave: (() => void) | undefined;
    openForm(shell, opened).then(
      (form) => {
        if (left) return;
        stopAutosave = startAutosave(form);
        form.events.opened();
        setOpening({ status: "open", form });
      },
      (error: unknown) => {
        if (!left) setOpening({ status: "failed", error });
      },
    );
    return () => {
      left = true;
      stopAutosave?.();
    };
  }, [shell, opened]);
  return opening;
}

async function openForm(shell: Shell, page: RecordPage): Promise<FormSession> {
  const form = makeForm(shell.session, formOf(shell.session, page.entityName, page.formId), page.entityId);
  await Promise.all([form.load(), registerHandlers(form, shell.scripts, window)]);
  return form;
}

function formOf(session: Session, tableName: string, formId: string | undefined): Form {
  const table = session.table(tableName);
  const forms = session.forms(tableName);
  if (formId !== undefined) {
    const chosen = forms.find((form) => form.id === formId);
    if (chosen === undefined) throw new Error(`The table ${tableName} has no form ${formId}.`);
    return chosen;
  }
  return forms[0] ?? generatedForm(table);
}
