import * as React from "react";
import { plainName } from "../shared/domain/plainName";
import { customerName } from "../shared/domain/session";
import type { InboxSession } from "../shared/domain/session";
import type { GiveNotice, GiveTrouble } from "../shared/thread/gifts";
import { Bar } from "../shared/ui/Bar";
import { Template } from "../shared/ui/Template";
import type { GiveStrings } from "./giveStrings";
import { GiveTroubleText } from "./GiveTroubleText";
import { NoticeFrame } from "./NoticeFrame";

/** What a {@link GiveNoticeBar} tells. */
export interface GiveNoticeBarProps {
  readonly notice: GiveNotice | null;
  /** Of a conversation whose dialog is closed already; null: none, or the dialog says it. */
  readonly trouble: GiveTrouble | null;
  readonly session: InboxSession;
  readonly strings: GiveStrings;
  readonly onUndo: () => void;
  readonly onClose: () => void;
  /** Pointer or focus came to it, or left it. */
  readonly onHold: (isHeld: boolean) => void;
}

/** What came of giving a conversation away. */
export function GiveNoticeBar({ notice, trouble, session, strings, onUndo, onClose, onHold }: GiveNoticeBarProps): React.ReactElement {
  return (
    <NoticeFrame shown={trouble ?? notice} onHold={onHold}>
      {trouble && (
        <Bar isWarning action={null} close={{ text: strings.Close, run: onClose }}>
          <GiveTroubleText trouble={trouble} strings={strings} />
        </Bar>
      )}
      {notice && !trouble && (
        <Bar
          isWarning={notice.kind !== "given" && notice.kind !== "undone"}
          action={"canUndo" in notice && notice.canUndo ? { text: strings.Undo, run: onUndo } : null}
          close={{ text: strings.Close, run: onClose }}
        >
          <NoticeText notice={notice} customer={customerName(session)} strings={strings} />
        </Bar>
      )}
    </NoticeFrame>
  );
}

function NoticeText({ notice, customer, strings }: { notice: GiveNotice; customer: string; strings: GiveStrings }) {
  const { kind } = notice;
  if (kind === "failed") return <Template text={strings.GiveResult_failed} values={[strings[`NotDone_${notice.why}` as const]]} />;
  if (kind === "undone") return <>{strings.GiveResult_undone}</>;
  const values = [plainName(notice.name) || strings.SomeoneElse, customer];
  return <Template text={strings[`GiveResult_${kind}` as const]} values={values} />;
}
