import * as React from "react";
import { DirectionalHint, getId, getRTL, Tooltip, useTheme } from "@fluentui/react";
import type { PanelStrings } from "./panelStrings";
import { useActionTip } from "./useActionTip";

/** What {@link ActionTips} explain. */
export interface ActionTipsProps {
  /** The buttons in it are explained. */
  readonly area: React.RefObject<HTMLElement>;
  /** Another one whenever a button may have gone. */
  readonly shown: unknown;
  readonly strings: PanelStrings;
}

/** Between the buttons and what is said of them (px). */
const GAP = 8;

/** What a button does, and for whom, where pointer or keyboard rests on it: beside all of the card's buttons, over none of them, nor over those of another card. */
export function ActionTips({ area, shown, strings }: ActionTipsProps): React.ReactElement | null {
  const { tip, hold, leave } = useActionTip(area, shown);
  const { rtl = false } = useTheme();
  const [id] = React.useState(() => getId("msgn-tip"));
  const button = tip?.button ?? null;
  React.useEffect(() => {
    if (!button) return undefined;
    button.setAttribute("aria-describedby", id);
    return () => button.removeAttribute("aria-describedby");
  }, [button, id]);
  if (!tip) return null;
  const { action } = tip;
  const buttons = tip.button.parentElement ?? tip.button;
  const { left, right } = buttons.getBoundingClientRect();
  // What is wider than the room beside them would be put over the buttons of another card.
  const room = (rtl ? window.innerWidth - right : left) - 2 * GAP;
  return (
    <Tooltip
      id={id}
      content={
        <>
          <strong>{strings[`Action_${action}` as const]}</strong>
          <br />
          {strings[`Tip_${action}` as const]}
        </>
      }
      targetElement={buttons}
      // Fluent turns it around where the whole page reads from right to left.
      directionalHint={rtl === getRTL() ? DirectionalHint.leftCenter : DirectionalHint.rightCenter}
      maxWidth={`${Math.min(220, Math.max(120, room))}px`}
      calloutProps={{ role: "tooltip", isBeakVisible: false, gapSpace: GAP, onMouseEnter: hold, onMouseLeave: leave }}
    />
  );
}
