import * as React from "react";
import type { FormCell, FormControl, Table, View } from "../../model";
import { generatedView } from "../list/pageQuery";
import { plainId } from "../navigation/address";
import { PageLink } from "../navigation/PageLink";
import { WebResourceFrame } from "../pages/WebResourceFrame";
import type { Session } from "../session/session";
import type { Shell } from "../shell";
import { ChartCell } from "./ChartCell";
import { GridCell } from "./GridCell";

interface DashboardCellProps {
  readonly shell: Shell;
  readonly cell: FormCell;
  /** How many columns the section has. */
  readonly columns: number;
  /** Counts how often everything was to be read again. */
  readonly reads: number;
}

/** Class ids: what shows a chart or a list, and a web resource (learn.microsoft.com/power-apps/developer/model-driven-apps/sample-dashboards). */
const CHART_OR_GRID = "e7a81278-8635-4d9e-8d4d-59480b391c5b";
const WEB_RESOURCE = "9fdf5f91-88b1-47f4-ad53-c11efc01a01d";

/** The height of one of a section's rows (CSS pixels). */
const ROW = 26;

/** One component of a dashboard, with its name above it. What the sandbox cannot show says so in its place. */
export function DashboardCell({ shell, cell, columns, reads }: DashboardCellProps): React.ReactElement | null {
  const { control } = cell;
  if (control === undefined) return null;
  const name = shell.session.label(cell.labels, control.id);
  const minHeight = cell.rowspan * ROW;
  return (
    <section
      className="sb-card sb-dashboard-cell"
      aria-label={name}
      style={{ gridColumn: `span ${Math.min(cell.colspan, columns)}`, minHeight, maxHeight: Math.max(minHeight, 12 * ROW) }}
    >
      <Component shell={shell} control={control} name={name} showName={cell.showLabel} reads={reads} />
    </section>
  );
}

interface ComponentProps {
  readonly shell: Shell;
  readonly control: FormControl;
  readonly name: string;
  readonly showName: boolean;
  readonly reads: number;
}

function Component({ shell, control, name, showName, reads }: ComponentProps): React.ReactElement {
  const { parameters, classId } = control;
  if (classId === WEB_RESOURCE) {
    return (
      <>
        {showName ? <h2>{name}</h2> : null}
        <WebResourceFrame key={reads} session={shell.session} name={resourceName(parameters.Url)} data={parameters.Data} />
      </>
    );
  }
  if (classId !== CHART_OR_GRID)
    return <Problem name={name}>The sandbox shows charts, lists and web resources: this is another component.</Problem>;
  const table = shell.session.findTable((parameters.TargetEntityType ?? "").toLowerCase());
  if (table === undefined) return <Problem name={name}>The table “{parameters.TargetEntityType ?? ""}” is not in the sandbox.</Problem>;
  if (!shell.session.privileges.may("Read", table)) return <Problem name={name}>Your roles do not let you read these rows.</Problem>;
  const view = viewOf(shell.session, table, parameters.ViewId);
  if (view === undefined) return <Problem name={name}>The view of this component is not in the sandbox.</Problem>;
  const isChart = (parameters.ChartGridMode ?? "").toLowerCase() === "chart";
  return (
    <>
      <div className="sb-dashboard-cell-head">
        <div>
          <h2>{name}</h2>
          <span className="sb-quiet">{shell.session.label(view.labels)}</span>
        </div>
        <PageLink
          shell={shell}
          page={{ pageType: "entitylist", entityName: table.logicalName, viewId: view.id }}
          label={`View Records: ${name}`}
        >
          View Records
        </PageLink>
      </div>
      {isChart ? (
        <ChartCell shell={shell} chartId={plainId(parameters.VisualizationId ?? "")} view={view} name={name} reads={reads} />
      ) : (
        <GridCell shell={shell} table={table} view={view} name={name} reads={reads} />
      )}
    </>
  );
}

/** The view that a component names; one that names none has the table's first. */
function viewOf(session: Session, table: Table, text: string | undefined): View | undefined {
  if (text === undefined || text === "") return session.publicViews(table.logicalName)[0] ?? generatedView(table);
  return session.model.views.find(({ id }) => id === plainId(text));
}

function resourceName(url: string | undefined): string {
  return (url ?? "").replace(/^\$webresource:/i, "");
}

function Problem({ name, children }: { readonly name: string; readonly children: React.ReactNode }): React.ReactElement {
  return (
    <>
      <h2>{name}</h2>
      <p role="note">{children}</p>
    </>
  );
}
