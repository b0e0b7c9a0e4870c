import * as React from "react";
import { plainName } from "../shared/domain/plainName";
import type { LinkNotice } from "../shared/thread/customerLinks";
import { Bar } from "../shared/ui/Bar";
import { Template } from "../shared/ui/Template";
import type { LinkStrings } from "./linkStrings";
import { NoticeFrame } from "./NoticeFrame";

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

/** What came of linking a number. */
export function LinkNoticeBar({ notice, phoneNumber, strings, onUndo, onClose, onHold }: LinkNoticeBarProps): React.ReactElement {
  return (
    <NoticeFrame shown={notice} onHold={onHold}>
      {notice && (
        <Bar
          isWarning={notice.kind === "overtaken" || notice.kind === "failed"}
          action={"canUndo" in notice && notice.canUndo ? { text: strings.Undo, run: onUndo } : null}
          close={{ text: strings.Close, run: onClose }}
        >
          <NoticeText notice={notice} number={plainName(phoneNumber)} strings={strings} />
        </Bar>
      )}
    </NoticeFrame>
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
