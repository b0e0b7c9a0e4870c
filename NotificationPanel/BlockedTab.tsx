import * as React from "react";
import { DefaultButton, useTheme } from "@fluentui/react";
import { isInForce } from "../shared/domain/numberBlock";
import { plainName } from "../shared/domain/plainName";
import { createBlockedList } from "../shared/inbox/blockedList";
import type { BlockedRow } from "../shared/inbox/blockedList";
import type { PanelGateway } from "../shared/inbox/panelPorts";
import { Bar } from "../shared/ui/Bar";
import { Template } from "../shared/ui/Template";
import type { Times } from "../shared/ui/times";
import { useStore } from "../shared/ui/useStore";
import { failureText } from "./failureText";
import { ListLine } from "./ListLine";
import { listStyles } from "./listStyles";
import { LoadingState, NothingState } from "./PanelStates";
import type { PanelStrings } from "./panelStrings";

/** What a {@link BlockedTab} works with. */
export interface BlockedTabProps {
  readonly server: PanelGateway;
  /** The server's clock (ms). */
  readonly now: number;
  /** Whether the browser has a network. */
  readonly isOnline: () => boolean;
  /** What the agent looks for; empty: everything. */
  readonly words: string;
  /** Changes when the agent has blocked a number from the list of notifications. */
  readonly lastBlock: number;
  readonly strings: PanelStrings;
  readonly times: Times;
  /** A number was unblocked, or blocked again: its id. */
  readonly onChanged: (id: string) => void;
  /** Takes a bug. */
  readonly onBug: (bug: unknown) => void;
}

/** The search waits until the agent pauses (ms): each word costs a request. */
const TYPING = 300;

/**
 * The blocked numbers, the latest first: by whom, since when, why and until when, each with Unblock, and then Undo. A line whose block has ended by itself says so, and
 * keeps its place until the tab is left: the next one does not move under the pointer.
 */
export function BlockedTab({
  server,
  now,
  isOnline,
  words,
  lastBlock,
  strings,
  times,
  onChanged,
  onBug,
}: BlockedTabProps): React.ReactElement {
  const styles = listStyles(useTheme());
  const [list] = React.useState(() => createBlockedList({ server, isOnline, onChanged, report: onBug }));
  const { rows, hasMore, isLoading, problem } = useStore(list.subscribe, list.get);
  const wanted = words.trim();
  const isFirst = React.useRef(true);
  React.useEffect(() => {
    // Opening the tab asks at once.
    const timer = setTimeout(() => list.search(wanted), isFirst.current ? 0 : TYPING);
    isFirst.current = false;
    return () => clearTimeout(timer);
  }, [list, wanted]);
  const seenBlock = React.useRef(lastBlock);
  React.useEffect(() => {
    // The agent was here before the server had answered.
    if (seenBlock.current !== lastBlock) list.renew();
    seenBlock.current = lastBlock;
  }, [list, lastBlock]);

  const renderRow = (row: BlockedRow) => {
    const { number, isUnblocked, isPending, failure } = row;
    const phone = plainName(number.phoneNumber);
    const name = plainName(number.customerName) || phone;
    // There is nothing to take back, in neither direction.
    const isOver = !failure && !isInForce(number.block.until, now);
    const text = failure ? strings.Retry : isUnblocked ? strings.Undo : strings.Unblock;
    return (
      <ListLine
        key={number.id}
        name={name}
        number={name === phone ? "" : phone}
        details={<BlockDetails row={row} strings={strings} times={times} />}
        state={isUnblocked || isOver ? strings.Unblocked : ""}
        failure={failure === "changed" ? strings.ChangedMeanwhile : failure ? failureText(failure, name, strings) : ""}
        // Who has failed knows no more how the number is: it is read again.
        button={{ text, isPending, isOff: isOver, run: () => (failure ? list.search(wanted) : list.toggle(number.id)) }}
        strings={strings}
      />
    );
  };
  return (
    <>
      <div role="status">
        {problem && (
          <Bar isWarning action={{ text: strings.Retry, run: () => list.more() }} close={null}>
            {strings[`Problem_${problem}` as const]}
          </Bar>
        )}
      </div>
      {rows === null && problem === null && <LoadingState strings={strings} />}
      {rows?.length === 0 && !problem && (
        <NothingState title={strings.BlockedEmptyTitle}>
          {wanted ? <Template text={strings.NothingFoundText} values={[wanted, strings.Filter_blocked]} /> : strings.BlockedEmptyText}
        </NothingState>
      )}
      <div role="list" aria-busy={isLoading}>
        {rows?.map(renderRow)}
      </div>
      {hasMore && !problem && (
        <div className={styles.more}>
          <DefaultButton text={strings.ShowMore} disabled={isLoading} allowDisabledFocus onClick={() => list.more()} />
        </div>
      )}
    </>
  );
}

/** Who blocked the number and when, until when, and why. */
function BlockDetails({ row, strings, times }: { readonly row: BlockedRow; readonly strings: PanelStrings; readonly times: Times }) {
  const styles = listStyles(useTheme());
  const { block, blockedByName } = row.number;
  const { on, until, reason } = block;
  const detail = (key: string, text: string, ...values: readonly string[]) => (
    <div key={key} className={styles.detail}>
      <Template text={text} values={values} />
    </div>
  );
  return (
    <>
      {on !== null && detail("on", strings.BlockedBy, plainName(blockedByName) || strings.SomeoneElse, times.absolute(on))}
      {until !== null && detail("until", strings.BlockedUntil, times.absolute(until))}
      {reason && detail("why", strings.BlockedWhy, reason)}
    </>
  );
}
