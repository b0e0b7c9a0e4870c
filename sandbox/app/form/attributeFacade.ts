import { strict } from "../strict";
import type { Attribute, Handler, SubmitMode } from "./attribute";
import { collection } from "./collection";
import type { Collection } from "./collection";
import type { ControlState } from "./controlState";
import type { FormSession } from "./formSession";
import { isLookup } from "./value";
import type { AttributeValue } from "./value";

/** A column of the form in the client API. */
export interface AttributeFacade {
  getName(): string;
  getValue(): AttributeValue;
  setValue(value: AttributeValue | undefined): void;
  getIsDirty(): boolean;
  readonly controls: Collection<ControlFacade>;
}

/** A control of the form in the client API. */
export interface ControlFacade {
  getName(): string;
  getVisible(): boolean;
  setVisible(visible: boolean): void;
}

const attributeFacades = new WeakMap<Attribute, AttributeFacade>();
const controlFacades = new WeakMap<ControlState, ControlFacade>();

/** The attribute as scripts see it; always the same object for the same attribute. */
export function attributeFacade(attribute: Attribute, form: FormSession): AttributeFacade {
  let facade = attributeFacades.get(attribute);
  if (facade === undefined) {
    facade = makeAttributeFacade(attribute, form);
    attributeFacades.set(attribute, facade);
  }
  return facade;
}

/** The control as scripts see it; always the same object for the same control. */
export function controlFacade(control: ControlState, form: FormSession): ControlFacade {
  let facade = controlFacades.get(control);
  if (facade === undefined) {
    facade = makeControlFacade(control, form);
    controlFacades.set(control, facade);
  }
  return facade;
}

function makeAttributeFacade(attribute: Attribute, form: FormSession): AttributeFacade {
  const { column } = attribute;
  const option = (value: AttributeValue): string => {
    const found = column.options?.find((candidate) => candidate.value === value);
    return found === undefined ? "" : form.session.label(found.labels, String(found.value));
  };
  const ofChoice = {
    getText: () => option(attribute.value),
    getOptions: () => (column.options ?? []).map((candidate) => ({ text: form.session.label(candidate.labels), value: candidate.value })),
  };
  return strict(
    {
      ...(column.options === undefined ? {} : ofChoice),
      getName: () => attribute.name,
      getAttributeType: () => clientType(attribute),
      getFormat: () => column.format?.toLowerCase() ?? null,
      getValue: () => attribute.value,
      setValue: (value: AttributeValue | undefined) => attribute.set(value),
      getIsDirty: () => attribute.isDirty,
      getSubmitMode: () => attribute.submit,
      setSubmitMode: (mode: SubmitMode) => {
        attribute.submit = mode;
      },
      getRequiredLevel: () => attribute.required,
      setRequiredLevel: (level: "none" | "recommended" | "required") => {
        attribute.required = level;
      },
      getMaxLength: () => column.maxLength,
      getMin: () => column.minValue,
      getMax: () => column.maxValue,
      getParent: () => form.id,
      addOnChange: (handler: Handler) => attribute.addOnChange(handler),
      removeOnChange: (handler: Handler) => attribute.removeOnChange(handler),
      fireOnChange: () => attribute.fireOnChange(),
      controls: collection(
        "controls",
        (control: ControlFacade) => control.getName(),
        () =>
          [...form.controls.values()]
            .filter((control) => control.definition.column === attribute.name)
            .map((control) => controlFacade(control, form)),
      ),
    },
    `attribute(${attribute.name})`,
  );
}

function clientType({ column }: Attribute): string {
  if (isLookup(column)) return "lookup";
  if (column.type === "picklist" || column.type === "state" || column.type === "status") return "optionset";
  if (column.type === "primarykey") return "string";
  return column.type;
}

function makeControlFacade(control: ControlState, form: FormSession): ControlFacade {
  const attribute = control.definition.column === undefined ? undefined : form.attributes.get(control.definition.column);
  const ofField = {
    getAttribute: () => (attribute === undefined ? null : attributeFacade(attribute, form)),
    getDisabled: () => form.isDisabled(control),
    setDisabled: (disabled: boolean) => {
      control.disabled = disabled;
    },
    setNotification: (text: string, id = "default"): boolean => {
      control.notify(text, id);
      return true;
    },
    clearNotification: (id?: string): boolean => {
      control.clearNotification(id);
      return true;
    },
  };
  const ofSubgrid = { refresh: () => control.refresh() };
  return strict(
    {
      ...(control.type === "subgrid" ? ofSubgrid : ofField),
      getName: () => control.name,
      getControlType: () => control.type,
      getLabel: () => control.label,
      setLabel: (label: string) => {
        control.label = label;
      },
      getVisible: () => control.visible,
      setVisible: (visible: boolean) => {
        control.visible = visible;
      },
    },
    `control(${control.name})`,
  );
}
