import * as React from "react";
import { ChartMark } from "./ChartMark";
import type { ShapeProps } from "./ChartMark";

const RADIUS = 48;

/** A pie with a line of its legend for each piece. */
export function PieChart({ name, points, colors, open }: ShapeProps): React.ReactElement {
  const total = points.reduce((sum, { figure }) => sum + figure, 0);
  const colorOf = (at: number): string => colors[at % colors.length] ?? "";
  const starts = points.map((_, at) => points.slice(0, at).reduce((sum, { figure }) => sum + figure, 0));
  return (
    <div className="sb-chart sb-pie">
      <svg role="group" aria-label={name} viewBox="-50 -50 100 100" width="180" height="180">
        {points.map((point, at) => (
          <ChartMark key={point.label + String(at)} point={point} open={open}>
            {total > 0 && point.figure === total ? (
              <circle r={RADIUS} fill={colorOf(at)} />
            ) : (
              <path d={piece((starts[at] ?? 0) / (total || 1), point.figure / (total || 1))} fill={colorOf(at)} />
            )}
          </ChartMark>
        ))}
      </svg>
      <ul aria-hidden="true">
        {points.map((point, at) => (
          <li key={point.label + String(at)} onClick={() => open(point)}>
            <span className="sb-chart-color" style={{ background: colorOf(at) }} />
            <bdi>{point.label}</bdi> {point.figure}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The outline of a piece. @param start where it begins, as a share of the whole @param share how much of it it is */
function piece(start: number, share: number): string {
  const at = (turn: number): string => {
    const angle = (turn - 0.25) * 2 * Math.PI;
    return `${(RADIUS * Math.cos(angle)).toFixed(3)} ${(RADIUS * Math.sin(angle)).toFixed(3)}`;
  };
  return `M0 0 L${at(start)} A${RADIUS} ${RADIUS} 0 ${share > 0.5 ? 1 : 0} 1 ${at(start + share)} Z`;
}
