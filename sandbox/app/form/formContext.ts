import { bracedId } from "../navigation/address";
import { strict } from "../strict";
import type { Handler } from "./attribute";
import { attributeFacade, controlFacade } from "./attributeFacade";
import type { AttributeFacade, ControlFacade } from "./attributeFacade";
import { collection } from "./collection";
import type { Collection } from "./collection";
import type { FormNotification, FormSession } from "./formSession";
import { dataLoad, saveMode } from "./eventCodes";
import { tabFacades } from "./tabFacade";
import type { TabFacade } from "./tabFacade";

/** The client API's `formContext`, of one form; a form in a side pane has its own. */
export interface FormContext {
  readonly data: { readonly entity: object };
  readonly ui: object;
  getAttribute(choice?: string | number): AttributeFacade | AttributeFacade[] | null;
  getControl(choice?: string | number): ControlFacade | ControlFacade[] | null;
}

const contexts = new WeakMap<FormSession, FormContext>();

/** The form's context; always the same object for the same form. */
export function formContext(form: FormSession): FormContext {
  let context = contexts.get(form);
  if (context === undefined) {
    context = makeFormContext(form);
    contexts.set(form, context);
  }
  return context;
}

function makeFormContext(form: FormSession): FormContext {
  const attributes = collection(
    "formContext.data.entity.attributes",
    (attribute: AttributeFacade) => attribute.getName(),
    () => [...form.attributes.values()].map((attribute) => attributeFacade(attribute, form)),
  );
  const controls = collection(
    "formContext.ui.controls",
    (control: ControlFacade) => control.getName(),
    () => [...form.controls.values()].map((control) => controlFacade(control, form)),
  );
  return strict(
    {
      data: dataOf(form, attributes),
      ui: uiOf(form, controls),
      getAttribute: (choice?: string | number) => attributes.get(choice),
      getControl: (choice?: string | number) => controls.get(choice),
    },
    "formContext",
  );
}

const modeNames: Readonly<Record<string, number>> = { saveandclose: saveMode.saveAndClose, saveandnew: saveMode.saveAndNew };

function dataOf(form: FormSession, attributes: Collection<AttributeFacade>): FormContext["data"] {
  const { events } = form;
  const entity = strict(
    {
      attributes,
      getId: () => bracedId(form.id ?? ""),
      getEntityName: () => form.table.logicalName,
      getPrimaryAttributeValue: () => form.attributes.get(form.table.primaryName)?.value ?? form.title,
      getEntityReference: () => ({ id: bracedId(form.id ?? ""), entityType: form.table.logicalName, name: form.title }),
      getIsDirty: () => form.isDirty,
      isValid: () => [...form.attributes.values()].every((attribute) => attribute.required !== "required" || attribute.value !== null),
      save: (mode?: string) => form.save(mode === undefined ? saveMode.save : modeOf(mode)),
      addOnSave: (handler: Handler) => events.addOnSave(handler),
      removeOnSave: (handler: Handler) => events.removeOnSave(handler),
    },
    "formContext.data.entity",
  );
  return strict(
    {
      entity,
      attributes: collection(
        "formContext.data.attributes",
        (attribute: AttributeFacade) => attribute.getName(),
        () => [],
      ),
      getIsDirty: () => form.isDirty,
      save: (options?: { readonly saveMode?: number }) => form.save(options?.saveMode ?? saveMode.save),
      refresh: async (save = false): Promise<void> => {
        if (save) await form.save(saveMode.save);
        await form.load();
        events.dataRead(dataLoad.refresh);
      },
      addOnLoad: (handler: Handler) => events.addOnData(handler),
      removeOnLoad: (handler: Handler) => events.removeOnData(handler),
    },
    "formContext.data",
  );
}

function modeOf(name: string): number {
  const mode = modeNames[name];
  if (mode === undefined) throw new Error(`The sandbox does not support formContext.data.entity.save("${name}").`);
  return mode;
}

function uiOf(form: FormSession, controls: Collection<ControlFacade>): object {
  const headerSection = strict(
    {
      getBodyVisible: () => form.header.body,
      setBodyVisible: (visible: boolean) => form.setHeader("body", visible),
      getCommandBarVisible: () => form.header.commandBar,
      setCommandBarVisible: (visible: boolean) => form.setHeader("commandBar", visible),
      getTabNavigatorVisible: () => form.header.tabNavigator,
      setTabNavigatorVisible: (visible: boolean) => form.setHeader("tabNavigator", visible),
    },
    "formContext.ui.headerSection",
  );
  const footerSection = strict(
    {
      getVisible: () => form.footer,
      setVisible: (visible: boolean) => {
        form.footer = visible;
      },
    },
    "formContext.ui.footerSection",
  );
  const isMissing = form.session.temper.headerSection === "missing";
  const formItem = strict(
    { getId: () => form.form.id, getLabel: () => form.session.label(form.form.labels) },
    "formContext.ui.formSelector.getCurrentItem()",
  );
  return strict(
    {
      controls,
      headerSection: isMissing ? undefined : headerSection,
      footerSection: isMissing ? undefined : footerSection,
      formSelector: strict({ getCurrentItem: () => formItem }, "formContext.ui.formSelector"),
      tabs: collection(
        "formContext.ui.tabs",
        (tab: TabFacade) => tab.getName(),
        () => tabFacades(form),
      ),
      getFormType: () => form.formType,
      setFormNotification: (text: string, level: FormNotification["level"], id: string): boolean => {
        form.notify({ text, level, id });
        return true;
      },
      clearFormNotification: (id: string) => form.clearNotification(id),
      addOnLoad: (handler: Handler) => form.events.addOnOpen(handler),
      removeOnLoad: (handler: Handler) => form.events.removeOnOpen(handler),
    },
    "formContext.ui",
  );
}
