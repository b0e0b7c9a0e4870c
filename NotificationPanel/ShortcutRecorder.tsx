import * as React from "react";
import { ActionButton, DefaultButton, Label, getId, useTheme } from "@fluentui/react";
import { parseShortcut, shortcutOf } from "../shared/domain/shortcut";
import { fill } from "../shared/ui/fill";
import type { PanelStrings } from "./panelStrings";
import { settingStyles } from "./settingStyles";

/** What a {@link ShortcutRecorder} shows. */
export interface ShortcutRecorderProps {
  /** Empty: none. */
  readonly shortcut: string;
  readonly strings: PanelStrings;
  readonly onChoose: (shortcut: string) => void;
}

type State = "idle" | "recording" | "refused";

/** As high as the button beside it. */
const LOW = { root: { height: 32 } };
const MODIFIERS: readonly string[] = ["Alt", "AltGraph", "Control", "Meta", "Shift"];

/** The keys that open the panel: changed by pressing others, and turned off. Escape, Tab and leaving the button end the recording and change nothing. */
export function ShortcutRecorder({ shortcut, strings, onChoose }: ShortcutRecorderProps): React.ReactElement {
  const styles = settingStyles(useTheme());
  const [state, setState] = React.useState<State>("idle");
  const [hintId] = React.useState(() => getId("msgn-shortcut"));
  const isRecording = state !== "idle";
  const end = () => setState("idle");

  const onKeyDown = (event: React.KeyboardEvent<unknown>) => {
    if (!isRecording) return;
    if (event.key === "Tab") {
      end();
      return;
    }
    // Neither the button nor the dialog around it gets these keys: Escape would close it.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") end();
    else if (!MODIFIERS.includes(event.key)) {
      const pressed = parseShortcut(shortcutOf(event.nativeEvent));
      setState(pressed === null ? "refused" : "idle");
      if (pressed !== null) onChoose(pressed);
    }
  };
  return (
    <div>
      <Label>{strings.Shortcut}</Label>
      <div className={styles.row}>
        <DefaultButton
          text={isRecording ? strings.ShortcutPress : shortcut || strings.ShortcutNone}
          ariaLabel={fill(strings.ShortcutNow, isRecording ? strings.ShortcutPress : shortcut || strings.ShortcutNone)}
          aria-describedby={hintId}
          onClick={() => setState("recording")}
          onKeyDown={onKeyDown}
          onBlur={end}
        />
        {shortcut && !isRecording && <ActionButton styles={LOW} text={strings.ShortcutOff} onClick={() => onChoose("")} />}
      </div>
      <div id={hintId} role="status" className={styles.note}>
        {state === "refused" && strings.ShortcutRefused}
        {state === "recording" && strings.ShortcutHint}
      </div>
    </div>
  );
}
