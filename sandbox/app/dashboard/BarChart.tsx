import * as React from "react";
import { ChartMark, greatest, isolated } from "./ChartMark";
import type { ShapeProps } from "./ChartMark";

/** CSS pixels: of a bar with its label above it, and of the bar alone. */
const LINE = 40;
const BAR = 14;
/** The rest of a line's width, in percent, is for the figure. */
const WIDEST = 88;

/** Bars below each other, which grow in the direction that is read. */
export function BarChart({ name, points, colors, open }: ShapeProps): React.ReactElement {
  const most = greatest(points);
  const isFlipped = document.documentElement.dir === "rtl";
  return (
    <div className="sb-chart">
      <svg role="group" aria-label={name} width="100%" height={points.length * LINE}>
        {points.map((point, at) => {
          const width = (point.figure / most) * WIDEST;
          const top = at * LINE;
          return (
            <ChartMark key={point.label + String(at)} point={point} open={open}>
              <rect className="sb-chart-room" x="0" y={top} width="100%" height={LINE} />
              <text x={isFlipped ? "100%" : "0"} y={top + 14}>
                {isolated(point.label)}
              </text>
              <rect x={`${isFlipped ? 100 - width : 0}%`} y={top + 20} width={`${width}%`} height={BAR} fill={colors[0]} />
              <text x={`${isFlipped ? 99 - width : width + 1}%`} y={top + 32}>
                {point.figure}
              </text>
            </ChartMark>
          );
        })}
      </svg>
    </div>
  );
}
