import { messageOf } from "../complain";
import { DefaultButton, MessageBar, MessageBarType, Spinner } from "@fluentui/react";
import * as React from "react";
import type { Table } from "../../model";
import { plainText } from "../form/value";
import type { Page } from "../navigation/address";
import { PageLink } from "../navigation/PageLink";
import { useChanges } from "../useChanges";
import type { Shell } from "../shell";
import type { Row } from "../webapi/webApiClient";
import { cellText } from "./cellText";
import type { ListColumn } from "./pageQuery";
import type { ListRows } from "./listRows";

interface RowTableProps {
  readonly shell: Shell;
  readonly label: string;
  readonly table: Table;
  readonly columns: readonly ListColumn[];
  readonly rows: ListRows;
}

/** The rows of a view as a table; a click on a row, or its name's link, opens it. */
export function RowTable({ shell, label, table, columns, rows }: RowTableProps): React.ReactElement {
  useChanges(rows);
  const message = messageOf(rows.failure);
  return (
    <div className="sb-rows">
      {rows.status === "failed" ? (
        <MessageBar messageBarType={MessageBarType.error} actions={<DefaultButton text="Try again" onClick={() => void rows.reload()} />}>
          {message}
        </MessageBar>
      ) : null}
      <div className="sb-rows-scroll">
        <table className="sb-table" aria-label={label} aria-busy={rows.status === "loading"}>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeaderCell key={column.name} column={column} rows={rows} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.rows.map((row) => (
              <BodyRow key={plainText(row[table.primaryId])} shell={shell} row={row} table={table} columns={columns} />
            ))}
          </tbody>
        </table>
        {rows.status === "loading" && rows.rows.length === 0 ? <Spinner className="sb-rows-state" label="Loading…" /> : null}
        {rows.status === "ready" && rows.rows.length === 0 ? <div className="sb-rows-state">No data available.</div> : null}
      </div>
      <div className="sb-rows-foot">
        <span>{rows.status === "failed" ? "" : `Rows: ${rows.rows.length}${rows.more ? "+" : ""}`}</span>
        {rows.more ? <DefaultButton text="Load more" disabled={rows.status === "loading"} onClick={() => void rows.loadMore()} /> : null}
      </div>
    </div>
  );
}

function HeaderCell({ column, rows }: { readonly column: ListColumn; readonly rows: ListRows }): React.ReactElement {
  const direction = rows.sorting?.column !== column.name ? "none" : rows.sorting.descending ? "descending" : "ascending";
  const mark = { none: "", ascending: " ↑", descending: " ↓" }[direction];
  return (
    <th scope="col" style={{ minWidth: Math.min(column.width, 160) }} aria-sort={direction}>
      {column.sortable ? (
        <button type="button" className="sb-sort" onClick={() => void rows.sort(column.name)}>
          {column.label}
          <span aria-hidden="true">{mark}</span>
        </button>
      ) : (
        column.label
      )}
    </th>
  );
}

interface BodyRowProps {
  readonly shell: Shell;
  readonly row: Row;
  readonly table: Table;
  readonly columns: readonly ListColumn[];
}

function BodyRow({ shell, row, table, columns }: BodyRowProps): React.ReactElement {
  const page: Page = { pageType: "entityrecord", entityName: table.logicalName, entityId: plainText(row[table.primaryId]) };
  const linked = columns.findIndex((column) => column.name === table.primaryName);
  return (
    <tr onClick={() => void shell.router.go(page)}>
      {columns.map((column, index) => {
        const text = cellText(row, column, shell.session.languageId);
        return (
          <td key={column.name} title={text}>
            {index === Math.max(linked, 0) ? (
              <PageLink shell={shell} page={page}>
                <bdi>{text === "" ? "(No name)" : text}</bdi>
              </PageLink>
            ) : (
              <bdi>{text}</bdi>
            )}
          </td>
        );
      })}
    </tr>
  );
}
