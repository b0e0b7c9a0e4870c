import { Dropdown } from "@fluentui/react";
import * as React from "react";
import type { Table } from "../../model";
import { PageCommands } from "../pages/PageCommands";
import type { OnlyRows } from "../navigation/address";
import { PageLink } from "../navigation/PageLink";
import { useTemplateCommands } from "../ribbon/useTemplateCommands";
import type { Session } from "../session/session";
import type { Shell } from "../shell";
import { columnsOfView, generatedView } from "./pageQuery";
import { ListRows } from "./listRows";
import { RowTable } from "./RowTable";

interface ListPageProps {
  readonly shell: Shell;
  readonly tableName: string;
  readonly viewId: string | undefined;
  /** Only these rows of the view. */
  readonly only?: OnlyRows | undefined;
}

/** A table's list: its views, its rows, and what one may do with them. */
export function ListPage({ shell, tableName, viewId, only }: ListPageProps): React.ReactElement {
  const { session, router } = shell;
  const table = session.table(tableName);
  const views = React.useMemo(() => {
    const own = session.publicViews(tableName);
    return own.length > 0 ? own : [generatedView(table)];
  }, [session, table, tableName]);
  const view = views.find((candidate) => candidate.id === viewId) ?? views[0];
  if (view === undefined) throw new Error(`The table ${tableName} has no view.`);
  const columns = React.useMemo(() => columnsOfView(session, view), [session, view]);
  const rows = React.useMemo(() => new ListRows(session, view, only), [session, view, only]);
  React.useEffect(() => {
    void rows.reload();
  }, [rows]);
  const added = useTemplateCommands(shell, "list", { PrimaryEntityTypeName: tableName });
  const title = session.label(table.pluralLabels, table.logicalName);
  const create = {
    key: "new",
    text: "New",
    iconProps: { iconName: "Add" },
    onClick: () => void router.go({ pageType: "entityrecord", entityName: tableName }),
  };
  return (
    <section className="sb-page">
      <PageCommands
        items={[
          ...(session.privileges.may("Create", table) ? [create] : []),
          { key: "refresh", text: "Refresh", iconProps: { iconName: "Refresh" }, onClick: () => void rows.reload() },
          ...added.items,
        ]}
        failure={added.failure}
      />
      <div className="sb-card sb-list">
        <div className="sb-list-head">
          <h1>{title}</h1>
          <Dropdown
            ariaLabel="View"
            className="sb-view-choice"
            dropdownWidth="auto"
            selectedKey={view.id}
            options={views.map((candidate) => ({ key: candidate.id, text: session.label(candidate.labels) }))}
            onChange={(_, option) => {
              if (option !== undefined) void router.go({ pageType: "entitylist", entityName: tableName, viewId: String(option.key) });
            }}
          />
          {only === undefined ? null : (
            <span className="sb-only">
              Filtered by {filteredBy(session, table, only)}.{" "}
              <PageLink shell={shell} page={{ pageType: "entitylist", entityName: tableName, viewId: view.id }}>
                Show all
              </PageLink>
            </span>
          )}
        </div>
        <RowTable shell={shell} label={title} table={table} columns={columns} rows={rows} />
      </div>
    </section>
  );
}

/** The column that a list is filtered by; where it is another table's, with that. */
function filteredBy(session: Session, table: Table, { column, via }: OnlyRows): string {
  const other = via === undefined ? undefined : session.table(via.table);
  const found = (other ?? table).columns.find((one) => one.logicalName === column);
  const label = session.label(found?.labels ?? {}, column);
  return other === undefined ? label : `${label} (${session.label(other.labels)})`;
}
