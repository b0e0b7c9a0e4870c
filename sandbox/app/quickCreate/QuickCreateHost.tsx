import { DefaultButton, MessageBar, MessageBarType, Panel, PanelType, PrimaryButton, Spinner } from "@fluentui/react";
import * as React from "react";
import { messageOf } from "../complain";
import { saveMode } from "../form/eventCodes";
import { FormBody } from "../form/FormBody";
import type { FormSession } from "../form/formSession";
import { generatedForm } from "../form/generatedForm";
import { makeForm } from "../form/makeForm";
import { registerHandlers } from "../form/registerHandlers";
import type { Shell } from "../shell";
import { useChanges } from "../useChanges";
import type { OpenQuickCreate } from "./quickCreate";

/** Draws the app's quick create form that is open now, over the page, which stays as it is. */
export function QuickCreateHost({ shell }: { readonly shell: Shell }): React.ReactElement | null {
  useChanges(shell.quickCreate);
  const { current } = shell.quickCreate;
  return current === undefined ? null : <QuickCreateForm key={current.key} shell={shell} open={current} />;
}

interface QuickCreateFormProps {
  readonly shell: Shell;
  readonly open: OpenQuickCreate;
}

function QuickCreateForm({ shell, open }: QuickCreateFormProps): React.ReactElement {
  const { table, key } = open;
  const [form, setForm] = React.useState<FormSession | undefined>();
  const [failure, setFailure] = React.useState("");
  const [isSaving, setSaving] = React.useState(false);
  React.useEffect(() => {
    makeNew(shell, open).then(setForm, (error: unknown) => setFailure(messageOf(error)));
  }, [shell, open]);
  const close = (): void => shell.quickCreate.close(key, undefined);
  const save = async (): Promise<void> => {
    if (form === undefined || isSaving) return;
    setSaving(true);
    setFailure("");
    try {
      await form.save(saveMode.saveAndClose);
      if (form.id !== undefined) shell.quickCreate.close(key, { id: form.id, name: form.title, entityType: table.logicalName });
      else setSaving(false);
    } catch (error) {
      setFailure(messageOf(error));
      setSaving(false);
    }
  };
  return (
    <Panel
      isOpen
      isBlocking
      type={PanelType.custom}
      customWidth="480px"
      headerText={`Quick Create: ${shell.session.label(table.labels, table.logicalName)}`}
      closeButtonAriaLabel="Close"
      onDismiss={close}
      isFooterAtBottom
      onRenderFooterContent={() => (
        <>
          <PrimaryButton text="Save and Close" disabled={form === undefined || isSaving} onClick={() => void save()} />{" "}
          <DefaultButton text="Cancel" onClick={close} />
        </>
      )}
    >
      {failure === "" ? null : <MessageBar messageBarType={MessageBarType.error}>{failure}</MessageBar>}
      {form === undefined ? failure === "" && <Spinner label="Loading…" /> : <QuickCreateBody shell={shell} form={form} />}
    </Panel>
  );
}

function QuickCreateBody({ shell, form }: { readonly shell: Shell; readonly form: FormSession }): React.ReactElement {
  useChanges(form);
  return <FormBody shell={shell} form={form} place="pane" />;
}

/**
 * The table's form for a new row, with what was asked for filled in.
 * @throws Error where the user may not make one
 */
async function makeNew(shell: Shell, { table, parameters }: OpenQuickCreate): Promise<FormSession> {
  const { session, scripts } = shell;
  if (!session.privileges.may("Create", table))
    throw new Error(`You do not have the right to create ${session.label(table.pluralLabels, table.logicalName)}.`);
  const form = makeForm(session, session.forms(table.logicalName)[0] ?? generatedForm(table), undefined);
  await Promise.all([form.load(), registerHandlers(form, scripts, window)]);
  for (const [name, value] of Object.entries(parameters)) form.attributes.get(name)?.enter(value as never);
  form.events.opened();
  return form;
}
