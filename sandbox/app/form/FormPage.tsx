import { messageOf } from "../complain";
import { MessageBar, MessageBarType, Spinner } from "@fluentui/react";
import * as React from "react";
import { bracedId } from "../navigation/address";
import type { RecordPage } from "../navigation/address";
import { useChanges } from "../useChanges";
import { PageCommands } from "../pages/PageCommands";
import type { PageValues } from "../ribbon/ribbonFrame";
import { useTemplateCommands } from "../ribbon/useTemplateCommands";
import type { Shell } from "../shell";
import { formCommands } from "./formCommands";
import { formContext } from "./formContext";
import { FormBody } from "./FormBody";
import { FormHead } from "./FormHead";
import type { FormSession } from "./formSession";
import { useForm } from "./useForm";

interface FormPageProps {
  readonly shell: Shell;
  readonly page: RecordPage;
  /** In the main area, leaving the page asks first when there are unsaved changes. */
  readonly place: "main" | "pane";
  readonly reload: () => void;
}

/** A row's form, in the main area or in a side pane. Its `key` is the visit: a new one opens the form anew. */
export function FormPage({ shell, page, place, reload }: FormPageProps): React.ReactElement {
  const opening = useForm(shell, page);
  if (opening.status === "loading") return <Spinner className="sb-rows-state" label="Loading…" />;
  if (opening.status === "failed") {
    const message = messageOf(opening.error);
    return (
      <section className="sb-page">
        <MessageBar messageBarType={MessageBarType.error}>{message}</MessageBar>
      </section>
    );
  }
  return <OpenForm shell={shell} form={opening.form} place={place} reload={reload} />;
}

interface OpenFormProps {
  readonly shell: Shell;
  readonly form: FormSession;
  readonly place: "main" | "pane";
  readonly reload: () => void;
}

const bars = { ERROR: MessageBarType.error, WARNING: MessageBarType.warning, INFO: MessageBarType.info } as const;

function OpenForm({ shell, form, place, reload }: OpenFormProps): React.ReactElement {
  useChanges(form);
  useLeaveGuard(shell, form, place);
  const [visit] = React.useState(shell.router.visit);
  const added = useTemplateCommands(shell, "form", form.header.commandBar ? pageValues(form) : undefined);
  const created = (): void => {
    if (place === "main" && form.id !== undefined) {
      shell.router.rename({ pageType: "entityrecord", entityName: form.table.logicalName, entityId: form.id }, visit);
    }
  };
  const table = shell.session.label(form.table.labels, form.table.logicalName);
  return (
    <section className={`sb-page sb-form sb-form-${place}`}>
      {form.header.commandBar ? (
        <PageCommands items={[...formCommands(shell, form, { created, reload }), ...added.items]} failure={added.failure} />
      ) : null}
      {form.notifications.map((notification) => (
        <MessageBar key={notification.id} messageBarType={bars[notification.level]}>
          {notification.text}
        </MessageBar>
      ))}
      {form.state === 0 ? null : <MessageBar>Read-only: this {table} is inactive.</MessageBar>}
      {form.header.body ? <FormHead shell={shell} form={form} place={place} /> : null}
      <FormBody shell={shell} form={form} place={place} />
    </section>
  );
}

function pageValues(form: FormSession): PageValues {
  const values = { PrimaryControl: formContext(form), PrimaryEntityTypeName: form.table.logicalName };
  return form.id === undefined ? values : { ...values, FirstPrimaryItemId: bracedId(form.id) };
}

/** Asks before unsaved changes are lost: by a dialog of the app on navigation, by the browser's own on closing the tab. */
function useLeaveGuard(shell: Shell, form: FormSession, place: "main" | "pane"): void {
  React.useEffect(() => {
    const beforeUnload = (event: BeforeUnloadEvent): void => {
      if (form.isDirty) event.preventDefault();
    };
    window.addEventListener("beforeunload", beforeUnload);
    const ask = async (): Promise<boolean> => {
      if (!form.isDirty) return true;
      const answer = await shell.dialogs.confirm({
        title: "Unsaved changes",
        text: "Your changes to this row have not been saved.",
        confirmButtonLabel: "Discard changes",
        cancelButtonLabel: "Stay",
      });
      return answer.confirmed;
    };
    const release = place === "main" ? shell.router.setGuard(ask) : undefined;
    return () => {
      window.removeEventListener("beforeunload", beforeUnload);
      release?.();
    };
  }, [shell, form, place]);
}
