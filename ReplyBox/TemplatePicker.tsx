import * as React from "react";
import { DefaultButton, IconButton, Spinner, TextField, useTheme } from "@fluentui/react";
import type { IButtonStyles } from "@fluentui/react";
import { RequestFailed } from "../shared/domain/failure";
import { foldText } from "../shared/domain/foldText";
import { fillPlaces, placesIn } from "../shared/domain/templateText";
import type { PlaceValues, Template } from "../shared/domain/templateText";
import { renderDismiss } from "../shared/ui/Bar";
import type { AnswerStrings } from "./answerStrings";
import { replyStyles } from "./replyStyles";
import { TemplateFields } from "./TemplateFields";

/** What a {@link TemplatePicker} offers. */
export interface TemplatePickerProps {
  /** @throws RequestFailed where they cannot be had just now */
  readonly read: () => Promise<readonly Template[]>;
  readonly values: PlaceValues;
  readonly strings: AnswerStrings;
  /** The agent has chosen one: its text, in which no place is open. */
  readonly onInsert: (text: string) => void;
  readonly onClose: () => void;
  /** Takes a bug that is none of the drawing's. */
  readonly onBug: (bug: unknown) => void;
}

/** So many are seen at a glance. */
const FEW = 5;
const CROSS: IButtonStyles = {
  root: { height: 28, width: 28, color: "inherit" },
  rootHovered: { color: "inherit" },
  rootPressed: { color: "inherit" },
};

/** The templates to choose from, those of the agent's language first; what is missing in the chosen one is asked for in place. Escape leads back. */
export function TemplatePicker({ read, values, strings, onInsert, onClose, onBug }: TemplatePickerProps): React.ReactElement {
  const styles = replyStyles(useTheme());
  const [templates, setTemplates] = React.useState<readonly Template[] | "failed" | null>(null);
  const [asked, setAsked] = React.useState(0);
  const [chosen, setChosen] = React.useState<Template | null>(null);
  const root = React.useRef<HTMLDivElement>(null);

  React.useEffect(() => {
    let isAwaited = true;
    setTemplates(null);
    read().then(
      (found) => isAwaited && setTemplates(found),
      (error: unknown) => {
        if (!(error instanceof RequestFailed)) onBug(error);
        if (isAwaited) setTemplates("failed");
      },
    );
    return () => void (isAwaited = false);
  }, [read, asked, onBug]);

  // Who has opened it is led into it, and goes on in it from there.
  React.useEffect(() => {
    if (!chosen) root.current?.focus();
  }, [chosen]);

  const choose = (template: Template) => {
    const text = fillPlaces(template.body, values);
    if (missingIn(template, values).length > 0) setChosen(template);
    else onInsert(text);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (chosen) setChosen(null);
    else onClose();
  };
  return (
    <div ref={root} className={styles.picker} role="region" aria-label={strings.Templates} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <span dir="auto">{chosen ? chosen.name : strings.Templates}</span>
        <IconButton styles={CROSS} ariaLabel={strings.Close} title={strings.Close} onRenderIcon={renderDismiss} onClick={onClose} />
      </div>
      {chosen ? (
        <TemplateFields
          text={fillPlaces(chosen.body, values)}
          places={missingIn(chosen, values)}
          strings={strings}
          onInsert={onInsert}
          onBack={() => setChosen(null)}
        />
      ) : (
        <div role="status" className={styles.live}>
          {templates === null && <Spinner label={strings.TemplatesLoading} />}
          {templates === "failed" && (
            <div className={styles.buttons}>
              {strings.TemplatesFailed}
              <DefaultButton text={strings.Retry} onClick={() => setAsked(asked + 1)} />
            </div>
          )}
          {templates?.length === 0 && strings.TemplatesNone}
        </div>
      )}
      {!chosen && templates !== null && templates !== "failed" && templates.length > 0 && (
        <TemplateList templates={templates} values={values} strings={strings} onChoose={choose} />
      )}
    </div>
  );
}

/** The places of a template that nothing is known for. */
function missingIn({ body }: Template, values: Readonly<Record<string, string>>): readonly string[] {
  return placesIn(body).filter((place) => !Object.hasOwn(values, place) || !values[place]);
}

interface TemplateListProps {
  readonly templates: readonly Template[];
  readonly values: PlaceValues;
  readonly strings: AnswerStrings;
  readonly onChoose: (template: Template) => void;
}

function TemplateList({ templates, values, strings, onChoose }: TemplateListProps) {
  const styles = replyStyles(useTheme());
  const [words, setWords] = React.useState("");
  const wanted = foldText(words).split(/\s+/).filter(Boolean);
  const found = [...templates]
    .sort((one, other) => rankOf(one, strings.Culture) - rankOf(other, strings.Culture))
    .filter(({ name, body }) => wanted.every((word) => foldText(`${name} ${body}`).includes(word)));
  return (
    <>
      {templates.length > FEW && (
        <TextField
          type="search"
          ariaLabel={strings.TemplatesSearch}
          placeholder={strings.TemplatesSearch}
          autoComplete="off"
          value={words}
          onChange={(_, text = "") => setWords(text)}
        />
      )}
      <div role="status" className={styles.live}>
        {found.length === 0 && strings.TemplatesNotFound}
      </div>
      <ul className={styles.list}>
        {found.map((template) => (
          <li key={template.id}>
            <button type="button" className={styles.template} onClick={() => onChoose(template)}>
              <span className={styles.name} dir="auto">
                {template.name}
              </span>
              <span className={styles.body} dir="auto">
                {fillPlaces(template.body, values)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The agent's own language comes first, then what is of none, then the others. */
function rankOf({ languageCode }: Template, culture: string): number {
  const language = (tag: string) => tag.toLowerCase().split("-")[0];
  if (languageCode === "") return 1;
  return language(languageCode) === language(culture) ? 0 : 2;
}
