import * as React from "react";
import { Callout, DirectionalHint, getId } from "@fluentui/react";
import type { Times } from "../shared/ui/times";

/** What an {@link ExactTime} shows. */
export interface ExactTimeProps {
  readonly at: number;
  /** How long ago that was, in words. */
  readonly age: string;
  readonly className: string;
  readonly times: Times;
}

/** A pointer that only passes by asks for nothing, and one that is on its way to the tooltip has not left (ms). */
const POINTER_PAUSE = 300;

/** The focus that is elsewhere is no reason to take away what the pointer asks for. */
const isFocus = ({ type }: { readonly type: string }) => type === "focus";

/**
 * How long ago something was. When exactly is told by pointer, focus and a finger's tap, which gives it the focus; and to assistive technology. Fluent's TooltipHost
 * takes its own tooltip under a finger for a pointer that has left, and hides it.
 */
export function ExactTime({ at, age, className, times }: ExactTimeProps): React.ReactElement {
  const target = React.useRef<HTMLSpanElement>(null);
  const timer = React.useRef(0);
  const [id] = React.useState(() => getId("msgn-time"));
  const [isPointed, setPointed] = React.useState(false);
  const [isFocused, setFocused] = React.useState(false);
  const isShown = isPointed || isFocused;
  const exact = times.absolute(at);

  const point = (isThere: boolean) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setPointed(isThere), POINTER_PAUSE);
  };
  const hide = () => {
    window.clearTimeout(timer.current);
    setPointed(false);
    setFocused(false);
  };
  React.useEffect(() => () => window.clearTimeout(timer.current), []);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== "Escape" || !isShown) return;
    event.stopPropagation();
    hide();
  };
  return (
    <span ref={target} onMouseEnter={() => point(true)} onMouseLeave={() => point(false)} onKeyDown={onKeyDown}>
      <time
        className={className}
        dateTime={times.iso(at)}
        aria-describedby={id}
        tabIndex={-1}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        {age}
      </time>
      <span hidden id={id}>
        {exact}
      </span>
      {isShown && (
        <Callout
          target={target}
          role="tooltip"
          directionalHint={DirectionalHint.topCenter}
          gapSpace={2}
          onDismiss={hide}
          preventDismissOnEvent={isFocus}
        >
          <div style={{ padding: 8, fontSize: 12 }}>{exact}</div>
        </Callout>
      )}
    </span>
  );
}
