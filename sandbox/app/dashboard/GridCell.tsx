import * as React from "react";
import type { Table, View } from "../../model";
import { ListRows } from "../list/listRows";
import { columnsOfView } from "../list/pageQuery";
import { RowTable } from "../list/RowTable";
import type { Shell } from "../shell";

interface GridCellProps {
  readonly shell: Shell;
  readonly table: Table;
  readonly view: View;
  readonly name: string;
  readonly reads: number;
}

/** A view's rows in a dashboard. */
export function GridCell({ shell, table, view, name, reads }: GridCellProps): React.ReactElement {
  const { session } = shell;
  const rows = React.useMemo(() => new ListRows(session, view), [session, view]);
  const columns = React.useMemo(() => columnsOfView(session, view), [session, view]);
  React.useEffect(() => {
    void rows.reload();
  }, [rows, reads]);
  return <RowTable shell={shell} label={name} table={table} columns={columns} rows={rows} />;
}
