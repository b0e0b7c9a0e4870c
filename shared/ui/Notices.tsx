import * as React from "react";
import { plainName } from "../domain/plainName";
import type { Notice, NoticeKind } from "../inbox/snapshot";
import { Bar } from "./Bar";
import { Template } from "./Template";

/** The words of {@link Notices}. */
export type NoticeStrings = Readonly<
  Record<`Notice_${Exclude<NoticeKind, "closed">}` | "GiveBack" | "Undo" | "Close" | "SomeoneElse", string>
> & {
  /** A conversation is closed where it is open, and nowhere else. */
  readonly Notice_closed?: string;
};

/** What {@link Notices} tells. */
export interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly strings: NoticeStrings;
  readonly onUndo: (noticeId: number) => void;
  readonly onClose: (noticeId: number) => void;
  /** Pointer or focus came to a notice with Undo, or left it. */
  readonly onHold: (noticeId: number, isHeld: boolean) => void;
}

/** At most so many are shown at once, besides those with Undo, which stay for their ten seconds. */
const MOST = 3;

/** What was done, as it was wanted. */
const CLAIMED: readonly NoticeKind[] = ["accepted", "assigned", "acceptedSeveral"];
const DONE: readonly NoticeKind[] = ["dismissed", "dismissedSeveral", "blocked", "closed", ...CLAIMED];

/** Notices to be closed: a later one is about the same subject, or too many came after. Those with Undo go by themselves. */
function outdated(notices: readonly Notice[]): readonly Notice[] {
  const superseded = ({ canUndo, subject }: Notice, at: number) =>
    !canUndo && notices.slice(at + 1).some((later) => later.subject === subject);
  const old = notices.filter(superseded);
  const others = notices.filter((notice) => !old.includes(notice));
  const surplus = others.length > MOST ? others.filter(({ canUndo }) => !canUndo).slice(0, others.length - MOST) : [];
  return [...old, ...surplus];
}

/** What came of the agent's actions. The frame is always there, so that screen readers hear what comes into it. */
export function Notices({ notices, strings, onUndo, onClose, onHold }: NoticesProps): React.ReactElement {
  // Closed, not only hidden: an old failure must not come back when a later notice goes.
  React.useEffect(() => {
    for (const { id } of outdated(notices)) onClose(id);
  }, [notices, onClose]);
  return (
    <div aria-live="polite">
      {/* The newest first: in a small window the others are below it, not it below them. */}
      {[...notices].reverse().map(({ id, kind, subject, by, canUndo }) => (
        <div key={id} data-press={`notice ${id}`} {...(canUndo ? holders((isHeld) => onHold(id, isHeld)) : {})}>
          <Bar
            isWarning={!DONE.includes(kind)}
            action={canUndo ? { text: CLAIMED.includes(kind) ? strings.GiveBack : strings.Undo, run: () => onUndo(id) } : null}
            close={{ text: strings.Close, run: () => onClose(id) }}
          >
            <Template text={strings[`Notice_${kind}` as const] ?? ""} values={[plainName(subject), plainName(by) || strings.SomeoneElse]} />
          </Bar>
        </div>
      ))}
    </div>
  );
}

/** A notice with Undo stays while the agent points at it or has the focus in it. */
function holders(hold: (isHeld: boolean) => void): React.HTMLAttributes<HTMLDivElement> {
  const [begin, end] = [() => hold(true), () => hold(false)];
  return { onFocus: begin, onMouseEnter: begin, onBlur: end, onMouseLeave: end };
}
