import * as React from "react";
import { DefaultButton, PrimaryButton, TextField, useTheme } from "@fluentui/react";
import type { ITextField } from "@fluentui/react";
import { faultOf } from "../shared/domain/answerText";
import type { ClosedBecause } from "../shared/domain/message";
import { smsSegmentsOf } from "../shared/domain/smsSegments";
import { openPlace } from "../shared/domain/templateText";
import type { PlaceValues } from "../shared/domain/templateText";
import { Bar } from "../shared/ui/Bar";
import { fill } from "../shared/ui/fill";
import { Template } from "../shared/ui/Template";
import { useStore } from "../shared/ui/useStore";
import type { AnswerStrings } from "./answerStrings";
import type { BoxAnswers } from "./boxAnswers";
import { replyStyles } from "./replyStyles";
import { TemplatePicker } from "./TemplatePicker";
import { TextNotes } from "./TextNotes";

/** What a {@link ReplyBox} shows, and what it works on. */
export interface ReplyBoxProps {
  readonly answers: BoxAnswers;
  /** Why this viewer cannot answer here; null: they can. */
  readonly closedBecause: ClosedBecause | null;
  /** The name of whoever owns the conversation; empty: it is not known. */
  readonly owner: string;
  /** What there is to put into the places of templates. */
  readonly values: PlaceValues;
  readonly strings: AnswerStrings;
  /** Takes a bug that is none of the drawing's. */
  readonly onBug: (bug: unknown) => void;
}

/** The box grows with the text until it has this part of the window. */
const BOX = { field: { maxHeight: "35vh", minHeight: 56, overflowY: "auto" } } as const;

/** The box to answer in; where the viewer cannot, why not, and what they have written. Ctrl+Enter sends. The focus stays in the box. */
export function ReplyBox({ answers, closedBecause, owner, values, strings, onBug }: ReplyBoxProps): React.ReactElement {
  const { draft, problem } = useStore(answers.subscribe, answers.getSnapshot);
  const styles = replyStyles(useTheme());
  const box = React.useRef<ITextField>(null);
  const picked = React.useRef<{ readonly at: number } | null>(null);
  const [isPicking, setPicking] = React.useState(false);
  const segments = React.useMemo(() => smsSegmentsOf(draft), [draft]);
  const fault = faultOf(draft);

  React.useEffect(() => {
    if (!picked.current) return;
    const { at } = picked.current;
    picked.current = null;
    box.current?.focus();
    box.current?.setSelectionRange(at, at);
  }, [draft, isPicking]);

  // The button that was pressed goes with its text.
  React.useEffect(
    () =>
      answers.onEdited(() => {
        box.current?.focus();
        picked.current = { at: answers.getSnapshot().draft.length };
      }),
    [answers],
  );

  if (closedBecause !== null) {
    return (
      <div className={styles.root}>
        <div role="status" className={styles.closed}>
          {closedBecause === "notMine" && owner !== "" ? (
            <Template text={strings.ClosedOwnedBy} values={[owner]} />
          ) : (
            strings[`ClosedBecause_${closedBecause}` as const]
          )}
        </div>
        {draft.trim() !== "" && (
          <TextField
            componentRef={box}
            label={strings.Draft}
            multiline
            autoAdjustHeight
            readOnly
            resizable={false}
            value={draft}
            styles={BOX}
          />
        )}
      </div>
    );
  }

  const send = () => {
    const place = openPlace(draft);
    if (fault === "openPlace" && place !== null) {
      const at = draft.indexOf(place);
      box.current?.setSelectionRange(at, at + place.length);
    } else answers.send();
    box.current?.focus();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // A key that is held down has been pressed once.
    if (!event.repeat) send();
  };
  const insert = (text: string) => {
    const start = box.current?.selectionStart ?? draft.length;
    const end = box.current?.selectionEnd ?? draft.length;
    picked.current = { at: start + text.length };
    setPicking(false);
    answers.write(draft.slice(0, start) + text + draft.slice(end));
  };
  return (
    <div className={styles.root}>
      <div role="alert" className={styles.live}>
        {problem && (
          <Bar isWarning action={null} close={{ text: strings.Close, run: () => answers.write(draft) }}>
            {fill(strings[`AnswerProblem_${problem.about}` as const], strings[`NotDone_${problem.why}` as const])}
          </Bar>
        )}
      </div>
      {isPicking && (
        <TemplatePicker
          read={answers.readTemplates}
          values={values}
          strings={strings}
          onInsert={insert}
          onClose={() => {
            setPicking(false);
            box.current?.focus();
          }}
          onBug={onBug}
        />
      )}
      <TextField
        componentRef={box}
        multiline
        autoAdjustHeight
        resizable={false}
        rows={2}
        ariaLabel={strings.Reply}
        placeholder={strings.ReplyHint}
        dir="auto"
        autoComplete="off"
        value={draft}
        styles={BOX}
        onChange={(_, text = "") => answers.write(text)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.count}>{draft !== "" && fill(strings.TextCount, draft.length, segments.count)}</div>
      <TextNotes draft={draft} segments={segments} strings={strings} onReplace={(text) => answers.write(text)} />
      <div className={styles.foot}>
        <DefaultButton text={strings.Templates} aria-expanded={isPicking} onClick={() => setPicking(!isPicking)} />
        <PrimaryButton
          text={strings.Send}
          title={strings.SendTitle}
          aria-keyshortcuts="Control+Enter"
          disabled={fault === "empty" || fault === "tooLong"}
          allowDisabledFocus
          onClick={send}
        />
      </div>
    </div>
  );
}
