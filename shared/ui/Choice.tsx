import * as React from "react";
import { Dropdown, ResponsiveMode } from "@fluentui/react";
import { ChevronDown12Regular } from "./drawings";
import { Icon } from "./Icon";

/** What a {@link Choice} offers. */
export interface ChoiceProps<Key extends string> {
  readonly label: string;
  /** Each with its text. */
  readonly options: readonly (readonly [Key, string])[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}

/** One of several. Drawn without Fluent's font of icons, which an app may not have: hence its own caret, and no panel with a cross on small screens. */
export function Choice<Key extends string>({ label, options, chosen, onChoose }: ChoiceProps<Key>): React.ReactElement {
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
  return <Icon drawing={ChevronDown12Regular} />;
}
