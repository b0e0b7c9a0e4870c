import * as React from "react";
import type { ChartPoint } from "./chartPoints";

/** What every shape of a chart is given. */
export interface ShapeProps {
  readonly name: string;
  /** At least one. */
  readonly points: readonly ChartPoint[];
  /** One after the other; at least one. */
  readonly colors: readonly string[];
  readonly open: (point: ChartPoint) => void;
}

interface ChartMarkProps {
  readonly point: ChartPoint;
  readonly open: (point: ChartPoint) => void;
  readonly children: React.ReactNode;
}

/** A bar, a column or a piece: a link to what it counts, by pointer and by keyboard, with its name and figure. */
export function ChartMark({ point, open, children }: ChartMarkProps): React.ReactElement {
  const text = `${point.label}: ${point.figure}`;
  return (
    <g
      role="link"
      tabIndex={0}
      className="sb-chart-mark"
      aria-label={text}
      onClick={() => open(point)}
      onKeyDown={(event) => {
        if (event.key === "Enter") open(point);
      }}
    >
      <title>{text}</title>
      {children}
    </g>
  );
}

/** The greatest figure, or one: what a full bar stands for. */
export function greatest(points: readonly ChartPoint[]): number {
  return Math.max(1, ...points.map(({ figure }) => figure));
}

/** A text with a direction of its own, in a drawing, which has no element for that. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
