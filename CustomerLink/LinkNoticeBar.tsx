import * as React from "react";
import { plainName } from "../shared/domain/plainName";
import type { LinkNotice } from "../shared/thread/customerLinks";
import { Bar } from "../shared/ui/Bar";
import { Template } from "../shared/ui/Template";
import { useLostFocus } from "../shared/ui/useLostFocus";
import type { LinkStrings } from "./linkStrings";

/** What a {@link LinkNoticeBar} tells. */
export interface LinkNoticeBarProps {
  readonly notice: LinkNotice | null;
  readonly phoneNumber: string;
  readonly strings: LinkStrings;
  readonly onUndo: () => void;
  readonly onClose: () => void;
  /** Pointer or focus came to it, or left it. */
  readonly onHold: (isHeld: boolean) => void;
}

/** It has the focus where what had it has gone, and shows none: there is nothing to press. */
const FRAME = { outline: "none" } as const;

/** What came of linking a number. The frame is always there, so that screen readers hear what comes into it. */
export function LinkNoticeBar({ notice, phoneNumber, strings, onUndo, onClose, onHold }: LinkNoticeBarProps): React.ReactElement {
  const frame = React.useRef<HTMLDivElement>(null);
  const keeper = useLostFocus(frame, frame, notice);
  const [begin, end] = [() => onHold(true), () => onHold(false)];
  return (
    <div
      ref={frame}
      tabIndex={-1}
      style={FRAME}
      aria-live="polite"
      onFocus={(event) => {
        keeper.onFocus(event);
        begin();
      }}
      onMouseEnter={begin}
      onBlur={(event) => {
        keeper.onBlur(event);
        end();
      }}
      onMouseLeave={end}
    >
      {notice && (
        <Bar
          isWarning={notice.kind === "overtaken" || notice.kind === "failed"}
          action={"canUndo" in notice && notice.canUndo ? { text: strings.Undo, run: onUndo } : null}
          close={{ text: strings.Close, run: onClose }}
        >
          <NoticeText notice={notice} number={plainName(phoneNumber)} strings={strings} />
        </Bar>
      )}
    </div>
  );
}

function NoticeText({ notice, number, strings }: { notice: LinkNotice; number: string; strings: LinkStrings }) {
  if (notice.kind === "failed")
    return <Template text={strings.CustomerResult_failed} values={[strings[`NotDone_${notice.why}` as const]]} />;
  if (notice.kind === "undone") return <>{strings.CustomerResult_undone}</>;
  const name = plainName(notice.name);
  if (notice.kind !== "overtaken") return <Template text={strings[`CustomerResult_${notice.kind}` as const]} values={[number, name]} />;
  const by = plainName(notice.by) || strings.SomeoneElse;
  return <Template text={name ? strings.CustomerResult_overtaken : strings.CustomerResult_overtakenUnlinked} values={[by, name]} />;
}
