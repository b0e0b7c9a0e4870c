import * as React from "react";
import { ChartMark, greatest } from "./ChartMark";
import type { ShapeProps } from "./ChartMark";

/** CSS pixels: the highest column, the room for its figure, and for its label. */
const HIGHEST = 160;
const FIGURE = 20;
const LABEL = 36;

/** Columns beside each other, in the direction that is read. */
export function ColumnChart({ name, points, colors, open }: ShapeProps): React.ReactElement {
  const most = greatest(points);
  const share = 100 / points.length;
  const width = Math.min(share * 0.7, 18);
  const isFlipped = document.documentElement.dir === "rtl";
  return (
    <div className="sb-chart">
      <svg role="group" aria-label={name} width="100%" height={FIGURE + HIGHEST + LABEL}>
        <line x1="0" x2="100%" y1={FIGURE + HIGHEST} y2={FIGURE + HIGHEST} stroke="currentColor" strokeOpacity="0.3" />
        {points.map((point, at) => {
          const start = (isFlipped ? points.length - 1 - at : at) * share;
          const height = (point.figure / most) * HIGHEST;
          return (
            <ChartMark key={point.label + String(at)} point={point} open={open}>
              <rect className="sb-chart-room" x={`${start}%`} y="0" width={`${share}%`} height="100%" />
              <rect
                x={`${start + (share - width) / 2}%`}
                y={FIGURE + HIGHEST - height}
                width={`${width}%`}
                height={height}
                fill={colors[0]}
              />
              <text x={`${start + share / 2}%`} y={FIGURE + HIGHEST - height - 5} textAnchor="middle">
                {point.figure}
              </text>
              <foreignObject x={`${start}%`} y={FIGURE + HIGHEST + 4} width={`${share}%`} height={LABEL - 4}>
                <div className="sb-chart-label">
                  <bdi>{point.label}</bdi>
                </div>
              </foreignObject>
            </ChartMark>
          );
        })}
      </svg>
    </div>
  );
}
