import * as React from "react";
import { MOST_ACCEPTED } from "../shared/inbox/several";
import type { Several, SeveralAction, SeveralState } from "../shared/inbox/several";
import { counted } from "../shared/ui/fill";
import { useStore } from "../shared/ui/useStore";
import { isTyping } from "./panelKeys";
import type { PanelStrings } from "./panelStrings";
import { extended, NO_SELECTION, toggled, within } from "./selection";
import type { Row } from "./stillRows";
import { PLACE_ATTRIBUTE } from "./useRenderedLines";

/** What the selection is about. */
export interface SelectionInput {
  readonly rows: readonly Row[];
  readonly several: Several;
  /** Called for each row just before it changes. */
  readonly onBegin: (action: SeveralAction, sessionId: string) => void;
  readonly strings: PanelStrings;
}

/** The selected rows of a list, and what is done to them; the same object until that changes. */
export interface RowSelection {
  readonly ids: ReadonlySet<string>;
  readonly state: SeveralState;
  /** The rows on the list that were not done at the last try: their ids. */
  readonly failed: readonly string[];
  readonly canSelect: (row: Row) => boolean;
  /** `isRange`: all from the row that was selected last up to this one. */
  readonly select: (id: string, isRange: boolean) => void;
  readonly clear: () => void;
  /** Does it to all that are selected. */
  readonly run: (action: SeveralAction) => void;
  /** Tries again what was not done; of what was to be accepted the first, as many as can be at once. */
  readonly retry: () => void;
  readonly cancel: () => void;
  /** Space, Ctrl+A and Escape in the list. */
  readonly onKeyDown: (event: React.KeyboardEvent) => void;
}

/** Only what nobody has accepted can be dealt with several at once. */
const canSelect = ({ isGone, notification }: Row) => !isGone && notification.actions.includes("dismiss");

/** Keeps the selection to rows that the agent sees: what a filter or a colleague takes away is not selected any more. */
export function useSelection({ rows, several, onBegin, strings }: SelectionInput): RowSelection {
  const state = useStore(several.subscribe, several.getState);
  const order = React.useMemo(() => rows.filter(canSelect).map(({ id }) => id), [rows]);
  const [chosen, setChosen] = React.useState(NO_SELECTION);
  const selection = React.useMemo(() => within(chosen, order), [chosen, order]);
  if (selection !== chosen) setChosen(selection);
  return React.useMemo((): RowSelection => {
    const failed = state.failures.size > 0 ? order.filter((id) => state.failures.has(id)) : [];
    const run = (action: SeveralAction, ids: readonly string[]): Promise<boolean> => {
      const subjectOf = (count: number) => counted(strings, "SeveralSubject", count, new Intl.NumberFormat(strings.Culture).format(count));
      return several.run(action, ids, subjectOf, (id) => onBegin(action, id));
    };
    const clear = () => {
      setChosen(NO_SELECTION);
      several.forget(state.failures.keys());
    };
    const select = (id: string, isRange: boolean) => {
      setChosen(isRange ? extended(selection, order, id) : toggled(selection, id));
      several.forget([id]);
    };
    return {
      ids: selection.ids,
      state,
      failed,
      canSelect,
      select,
      clear,
      run(action) {
        const ids = order.filter((id) => selection.ids.has(id));
        void run(action, ids);
      },
      retry() {
        const ids = (action: SeveralAction) => failed.filter((id) => state.failures.get(id)?.action === action);
        const [accept, dismiss] = [ids("accept"), ids("dismiss")];
        // One after the other: of two at once the second would not begin. Cancel is meant for both.
        void run("accept", accept.slice(0, MOST_ACCEPTED)).then((isWhole) => isWhole && run("dismiss", dismiss));
      },
      cancel: several.cancel,
      onKeyDown(event) {
        const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
        if (altKey || isTyping(target)) return;
        const line = target instanceof Element ? target.closest(`[${PLACE_ATTRIBUTE}]`) : null;
        const row = line && rows[Number(line.getAttribute(PLACE_ATTRIBUTE))];
        if (key === " " && line === target && row && canSelect(row) && !ctrlKey && !metaKey) select(row.id, shiftKey);
        else if (key.toLowerCase() === "a" && (ctrlKey || metaKey) && !shiftKey && order.length > 0)
          setChosen({ ids: new Set(order), anchor: selection.anchor });
        else if (key === "Escape" && selection.ids.size + failed.length > 0) clear();
        else return;
        event.preventDefault();
      },
    };
  }, [rows, several, onBegin, strings, state, order, selection]);
}
