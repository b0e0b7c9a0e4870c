import * as React from "react";
import { Dropdown, ResponsiveMode, Toggle } from "@fluentui/react";
import { Icon } from "../shared/ui/Icon";
import type { PanelStrings } from "./panelStrings";

/** What a {@link SettingChoice} offers. */
export interface SettingChoiceProps<Key extends string> {
  readonly label: string;
  readonly options: readonly (readonly [Key, string])[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}

/** One of several. Drawn without Fluent's font of icons, which an app may not have: hence its own caret, and no panel with a cross on small screens. */
export function SettingChoice<Key extends string>(props: SettingChoiceProps<Key>): React.ReactElement {
  const { label, options, chosen, onChoose } = props;
  return (
    <Dropdown
      label={label}
      options={options.map(([key, text]) => ({ key, text }))}
      selectedKey={chosen}
      responsiveMode={ResponsiveMode.large}
      onRenderCaretDown={renderCaret}
      onChange={(_, __, at = 0) => options[at] && onChoose(options[at][0])}
    />
  );
}

function renderCaret(): React.ReactElement {
  return <Icon name="ChevronDown12Regular" />;
}

/** What a {@link SettingSwitch} switches. */
export interface SettingSwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly isAllowed: boolean;
  readonly strings: PanelStrings;
  readonly onSwitch: (isOn: boolean) => void;
}

/** On or off. What the configuration record forbids is off, and says why it cannot be switched on. */
export function SettingSwitch({ label, isOn, isAllowed, strings, onSwitch }: SettingSwitchProps): React.ReactElement {
  return (
    <Toggle
      label={label}
      checked={isOn && isAllowed}
      disabled={!isAllowed}
      onText={strings.On}
      offText={isAllowed ? strings.Off : strings.NotAvailable}
      styles={{ root: { marginBlockEnd: 0 } }}
      onChange={(_, checked) => onSwitch(checked === true)}
    />
  );
}
