import * as React from "react";
import { TooltipHost, getId } from "@fluentui/react";
import type { ITooltipHostStyles } from "@fluentui/react";
import type { Times } from "../shared/ui/times";

/** What an {@link ExactTime} shows. */
export interface ExactTimeProps {
  readonly at: number;
  /** How long ago that was, in words. */
  readonly age: string;
  readonly className: string;
  readonly times: Times;
}

const HOST: Partial<ITooltipHostStyles> = { root: { display: "inline-flex", flexShrink: 0 } };

const TOOLTIP = { role: "tooltip" };

/** How long ago something was. When exactly is told by pointer, focus and finger (a tap gives it the focus), and to assistive technology. */
export function ExactTime({ at, age, className, times }: ExactTimeProps): React.ReactElement {
  const [id] = React.useState(() => getId("msgn-time"));
  return (
    <TooltipHost id={id} content={times.absolute(at)} styles={HOST} tooltipProps={TOOLTIP}>
      <time className={className} dateTime={times.iso(at)} aria-describedby={id} tabIndex={-1}>
        {age}
      </time>
    </TooltipHost>
  );
}
