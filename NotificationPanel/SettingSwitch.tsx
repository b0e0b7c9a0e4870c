import * as React from "react";
import { Toggle } from "@fluentui/react";
import type { PanelStrings } from "./panelStrings";

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
