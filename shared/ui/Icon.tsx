import * as React from "react";
import type { Drawing } from "./drawings";

/** What an {@link Icon} shows. */
export interface IconProps {
  readonly drawing: Drawing;
  readonly className?: string | undefined;
  /** Its width and height (px); by itself the size that it was drawn for. */
  readonly size?: number | undefined;
}

/** An icon in the colour of the text around it. It is an ornament: what it means is said beside it, so assistive technology passes it over. */
export function Icon({ drawing: { size: drawn, path }, className, size = drawn }: IconProps): React.ReactElement {
  return (
    <svg className={className} width={size} height={size} viewBox={`0 0 ${drawn} ${drawn}`} fill="currentColor" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
