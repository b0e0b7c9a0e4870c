import * as React from "react";
import { ActionButton, DefaultButton, IconButton, PrimaryButton, ProgressIndicator } from "@fluentui/react";
import { MOST_ACCEPTED } from "../shared/inbox/several";
import { renderDismiss } from "../shared/ui/Bar";
import { counted, fill } from "../shared/ui/fill";
import type { PanelStrings } from "./panelStrings";
import { useSelectionStyles } from "./useSelectionStyles";
import { PRESS_ATTRIBUTE } from "./usePressGuard";
import type { RowSelection } from "./useSelection";

/** What a {@link SelectionBar} shows. */
export interface SelectionBarProps {
  readonly selection: RowSelection;
  readonly strings: PanelStrings;
}

/** What ends within this time (ms) needs no progress bar: it would only flash. */
const SHORT = 1_000;

/** What is selected, and what can be done about it at once; how far that has come; what of it was not done. */
export const SelectionBar = React.memo(function SelectionBar({ selection, strings }: SelectionBarProps): React.ReactElement {
  const { ids, state, failed } = selection;
  const styles = useSelectionStyles();
  const isLong = useIsLong(state.run?.since ?? null);
  const number = (count: number) => new Intl.NumberFormat(strings.Culture).format(count);
  const selected = counted(strings, "Selected", ids.size, number(ids.size));
  const isBusy = state.run !== null;
  const isTooMany = ids.size > MOST_ACCEPTED;
  const most = fill(strings.SeveralMost, number(MOST_ACCEPTED));
  const name = (action: string) => fill(strings.ActionFor, action, selected);
  const isEmpty = ids.size === 0 && failed.length === 0 && !isBusy;
  // Escape drops the selection first; the panel closes with the next one.
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (isBusy) selection.cancel();
    else selection.clear();
  };
  return (
    <>
      {/* Always there: a screen reader hears what comes into it. */}
      <div role="status" aria-live="polite" className={styles.hidden}>
        {isBusy || isEmpty ? "" : failed.length > 0 ? counted(strings, "SeveralFailed", failed.length, number(failed.length)) : selected}
      </div>
      {!isEmpty && (
        <div
          role="toolbar"
          aria-label={strings.Selection}
          className={styles.bar}
          onKeyDown={onKeyDown}
          // What takes the place of Cancel is not what a press on Cancel is meant for.
          {...{ [PRESS_ATTRIBUTE]: `selection ${isLong ? "runs" : failed.length > 0 ? "failed" : ""}` }}
        >
          {state.run && isLong ? (
            <>
              <ProgressIndicator
                className={styles.progress}
                label={fill(strings.SeveralProgress, number(state.run.ended), number(state.run.total))}
                percentComplete={state.run.ended / state.run.total}
              />
              <DefaultButton text={strings.Cancel} onClick={selection.cancel} />
            </>
          ) : (
            <>
              <span className={styles.count}>
                {failed.length > 0 ? counted(strings, "SeveralFailed", failed.length, number(failed.length)) : selected}
              </span>
              {failed.length > 0 && <ActionButton text={strings.Retry} disabled={isBusy} onClick={selection.retry} />}
              {ids.size > 0 && (
                <>
                  <PrimaryButton
                    text={strings.Action_accept}
                    ariaLabel={name(strings.Action_accept)}
                    disabled={isBusy || isTooMany}
                    allowDisabledFocus
                    {...(isTooMany && { ariaDescription: most })}
                    onClick={() => selection.run("accept")}
                  />
                  <DefaultButton
                    text={strings.Action_dismiss}
                    ariaLabel={name(strings.Action_dismiss)}
                    disabled={isBusy}
                    allowDisabledFocus
                    onClick={() => selection.run("dismiss")}
                  />
                </>
              )}
              <IconButton
                ariaLabel={strings.SelectionClear}
                title={strings.SelectionClear}
                disabled={isBusy}
                onRenderIcon={renderDismiss}
                onClick={selection.clear}
              />
              {isTooMany && <span className={styles.why}>{most}</span>}
            </>
          )}
        </div>
      )}
    </>
  );
});

/** Whether what began then is under way for more than a second. Null: nothing is. */
function useIsLong(since: number | null): boolean {
  const [long, setLong] = React.useState<number | null>(null);
  React.useEffect(() => {
    if (since === null) return undefined;
    const timer = setTimeout(() => setLong(since), SHORT);
    return () => clearTimeout(timer);
  }, [since]);
  return since !== null && long === since;
}
