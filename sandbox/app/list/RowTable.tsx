import { messageOf } from "../complain";
import { DefaultButton, Link, MessageBar, MessageBarType, Spinner } from "@fluentui/react";
import * as React from "react";
import type { Table } from "../../model";
import { textIn } from "../form/value";
import { useChanges } from "../observable";
import type { Row } from "../webapi/client";
import type { ListColumn } from "./query";
import type { ListRows } from "./rows";

interface RowTableProps {
  readonly label: string;
  readonly table: Table;
  readonly columns: readonly ListColumn[];
  readonly rows: ListRows;
  readonly onOpen: (id: string) => void;
}

/** The rows of a view as a table; a click on a row, or its name's link, opens it. */
export function RowTable({ label, table, columns, rows, onOpen }: RowTableProps): React.ReactElement {
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
              <BodyRow key={String(row[table.primaryId])} row={row} table={table} columns={columns} onOpen={onOpen} />
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
  readonly row: Row;
  readonly table: Table;
  readonly columns: readonly ListColumn[];
  readonly onOpen: (id: string) => void;
}

function BodyRow({ row, table, columns, onOpen }: BodyRowProps): React.ReactElement {
  const id = String(row[table.primaryId]);
  const linked = columns.findIndex((column) => column.name === table.primaryName);
  return (
    <tr onClick={() => onOpen(id)}>
      {columns.map((column, index) => {
        const text = textIn(row, column.property);
        return (
          <td key={column.name} title={text}>
            {index === Math.max(linked, 0) ? (
              <Link
                onClick={(event) => {
                  event.stopPropagation();
                  onOpen(id);
                }}
              >
                {text === "" ? "(No name)" : text}
              </Link>
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
}
