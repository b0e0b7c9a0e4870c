import * as React from "react";
import { DefaultButton, PrimaryButton, TextField, useTheme } from "@fluentui/react";
import type { ITextField } from "@fluentui/react";
import { fillPlaces } from "../shared/domain/templateText";
import type { AnswerStrings } from "./answerStrings";
import { replyStyles } from "./replyStyles";

/** What {@link TemplateFields} ask for. */
export interface TemplateFieldsProps {
  /** The template's text, with what is known put in. */
  readonly text: string;
  /** The places for which nothing is known; at least one. */
  readonly places: readonly string[];
  readonly strings: AnswerStrings;
  readonly onInsert: (text: string) => void;
  readonly onBack: () => void;
}

/** A chosen template, and a field for each of its places that nothing is known for. It cannot be inserted before all are filled. */
export function TemplateFields({ text, places, strings, onInsert, onBack }: TemplateFieldsProps): React.ReactElement {
  const styles = replyStyles(useTheme());
  const [given, setGiven] = React.useState<Readonly<Record<string, string>>>({});
  const first = React.useRef<ITextField>(null);
  React.useEffect(() => first.current?.focus(), []);
  const isComplete = places.every((place) => given[place]?.trim());
  const insert = () => {
    if (!isComplete) return;
    onInsert(fillPlaces(text, Object.fromEntries(Object.entries(given).map(([place, value]) => [place, value.trim()]))));
  };
  return (
    <>
      <div className={styles.whole} dir="auto">
        {fillPlaces(text, given)}
      </div>
      <div className={styles.fields}>
        <div className={styles.note}>{strings.TemplateMissing}</div>
        {places.map((place, at) => (
          <TextField
            key={place}
            {...(at === 0 && { componentRef: first })}
            label={labelOf(place, strings)}
            required
            autoComplete="off"
            value={given[place] ?? ""}
            onChange={(_, value = "") => setGiven({ ...given, [place]: value })}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              insert();
            }}
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <PrimaryButton text={strings.Insert} disabled={!isComplete} allowDisabledFocus onClick={insert} />
        <DefaultButton text={strings.Back} onClick={onBack} />
      </div>
    </>
  );
}

/** A place that the product does not know is called what its administrator has called it. */
function labelOf(place: string, strings: AnswerStrings): string {
  return place === "customer" || place === "agent" || place === "businessnumber" ? strings[`Place_${place}` as const] : place;
}
