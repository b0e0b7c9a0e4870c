import * as React from "react";
import { useTheme } from "@fluentui/react";
import type { Days } from "../shared/ui/days";
import type { Times } from "../shared/ui/times";
import { threadStyles } from "./threadStyles";

/** What a {@link LineTime} shows. */
export interface LineTimeProps {
  readonly at: number;
  readonly times: Times;
  readonly days: Days;
}

/** The time of day of a line; the exact date and time where somebody points at the line or has come to it, and to assistive technology. */
export function LineTime({ at, times, days }: LineTimeProps): React.ReactElement {
  const styles = threadStyles(useTheme());
  const exact = times.absolute(at);
  return (
    <time dateTime={times.iso(at)}>
      <span className={styles.short} aria-hidden="true">
        {days.time(at)}
      </span>
      <span className={styles.exact} aria-hidden="true">
        {exact}
      </span>
      <span className={styles.hidden}>{exact}</span>
    </time>
  );
}
