import * as React from "react";
import { useTheme } from "@fluentui/react";
import type { Notice, NoticeKind } from "../shared/state/snapshot";
import { Bar } from "./Bar";
import { Template } from "./Template";
import type { PanelStrings } from "./strings";
import { panelStyles } from "./styles";
import { plainName } from "./text";

/** What {@link Notices} tells. */
export interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly strings: PanelStrings;
  readonly onUndo: (noticeId: number) => void;
  readonly onClose: (noticeId: number) => void;
}

const TEXTS: Readonly<Record<NoticeKind, keyof PanelStrings>> = {
  dismissed: "NoticeDismissed",
  blocked: "NoticeBlocked",
  taken: "NoticeTaken",
  gone: "NoticeGone",
  changed: "NoticeChanged",
  denied: "NoticeDenied",
  failed: "NoticeFailed",
};

/** What came of the agent's actions. The frame is always there, so that screen readers hear what comes into it. */
export function Notices({ notices, strings, onUndo, onClose }: NoticesProps): React.ReactElement {
  const styles = panelStyles(useTheme());
  return (
    <div className={styles.notices} aria-live="polite">
      {notices.map(({ id, kind, subject, by, canUndo }) => (
        <Bar
          key={id}
          isWarning={kind !== "dismissed" && kind !== "blocked"}
          action={canUndo ? { text: strings.Undo, run: () => onUndo(id) } : null}
          close={{ text: strings.Close, run: () => onClose(id) }}
        >
          <Template text={strings[TEXTS[kind]]} values={[plainName(subject), plainName(by) || strings.SomeoneElse]} />
        </Bar>
      ))}
    </div>
  );
}
