import { DefaultButton, MessageBar, MessageBarType, Spinner } from "@fluentui/react";
import * as React from "react";
import type { Chart, ChartDrawing, View } from "../../model";
import { messageOf } from "../complain";
import type { Shell } from "../shell";
import { useChanges } from "../useChanges";
import { ChartPoints } from "./chartPoints";
import type { ChartPoint } from "./chartPoints";
import { BarChart } from "./BarChart";
import { ColumnChart } from "./ColumnChart";
import { PieChart } from "./PieChart";

interface ChartCellProps {
  readonly shell: Shell;
  readonly chartId: string;
  readonly view: View;
  readonly name: string;
  readonly reads: number;
}

/** A chart with the rows of a view. A press on a bar opens the list of what it counts. */
export function ChartCell({ shell, chartId, view, name, reads }: ChartCellProps): React.ReactElement {
  const chart = shell.session.model.charts.find(({ id }) => id === chartId);
  if (chart === undefined) return <p role="note">This chart is not in the sandbox.</p>;
  const { drawing } = chart;
  if (typeof drawing === "string")
    return <p role="note">The sandbox draws bars, columns and pies of one series. It cannot draw this chart: {drawing}.</p>;
  return <Drawn shell={shell} chart={chart} drawing={drawing} view={view} name={name} reads={reads} />;
}

const SHAPES = { bar: BarChart, column: ColumnChart, pie: PieChart } as const;

/** Where a solution names no colours: the platform's first ones. */
const COLORS = ["#5b97d5", "#ed7d31", "#a074a6", "#ffc000", "#4472c4", "#70ad47"];

interface DrawnProps extends Omit<ChartCellProps, "chartId"> {
  readonly chart: Chart;
  readonly drawing: ChartDrawing;
}

function Drawn({ shell, chart, drawing, view, name, reads }: DrawnProps): React.ReactElement {
  const { session, router } = shell;
  const read = React.useMemo(() => new ChartPoints(session, chart, drawing, view), [session, chart, drawing, view]);
  React.useEffect(() => {
    void read.reload();
  }, [read, reads]);
  useChanges(read);
  if (read.status === "failed") {
    return (
      <MessageBar messageBarType={MessageBarType.error} actions={<DefaultButton text="Try again" onClick={() => void read.reload()} />}>
        {messageOf(read.failure)}
      </MessageBar>
    );
  }
  if (read.points.length === 0)
    return read.status === "loading" ? (
      <Spinner className="sb-rows-state" label="Loading…" />
    ) : (
      <div className="sb-rows-state">No data available.</div>
    );
  const { shape, colors } = drawing;
  const Shape = SHAPES[shape];
  const open = ({ only }: ChartPoint): void => {
    const list = { pageType: "entitylist", entityName: chart.table, viewId: view.id } as const;
    void router.go(only === undefined ? list : { ...list, only });
  };
  return <Shape name={name} points={read.points} colors={colors.length > 0 ? colors : COLORS} open={open} />;
}
