import { IconButton, TagPicker } from "@fluentui/react";
import type { ITag } from "@fluentui/react";
import * as React from "react";
import { bracedId, plainId } from "../../navigation/address";
import type { Page } from "../../navigation/address";
import { PageLink } from "../../navigation/PageLink";
import type { Session } from "../../session/session";
import { showError } from "../../shell";
import type { Shell } from "../../shell";
import type { LookupValue } from "../value";
import type { FieldProps } from "./FieldRow";

/** A row of another table: its name as a link, or a search for one. */
export function LookupColumn({ attribute, label, disabled, inputId, shell }: FieldProps & { readonly shell: Shell }): React.ReactElement {
  const value = Array.isArray(attribute.value) ? (attribute.value as readonly LookupValue[])[0] : undefined;
  const { session } = shell;
  const found = React.useRef(new Map<string, LookupValue>()).current;
  if (value !== undefined) {
    const page: Page = { pageType: "entityrecord", entityName: value.entityType, entityId: plainId(value.id) };
    return (
      <div className="sb-lookup">
        <PageLink shell={shell} page={page} id={inputId} label={`${label}: ${value.name}`}>
          <bdi>{value.name === "" ? "(No name)" : value.name}</bdi>
        </PageLink>
        {disabled ? null : (
          <IconButton iconProps={{ iconName: "Cancel" }} ariaLabel={`Clear ${label}`} onClick={() => attribute.enter(null)} />
        )}
      </div>
    );
  }
  if (disabled) return <span id={inputId}>---</span>;
  const search = async (text: string): Promise<ITag[]> => {
    try {
      const rows = await searchRows(session, attribute.column.targets ?? [], text);
      rows.forEach((row) => found.set(row.id, row));
      return rows.map((row) => ({ key: row.id, name: row.name === "" ? "(No name)" : row.name }));
    } catch (error) {
      void showError(shell, error);
      return [];
    }
  };
  return (
    <TagPicker
      inputProps={{ id: inputId, "aria-label": label, placeholder: "Search…" }}
      itemLimit={1}
      selectedItems={[]}
      resolveDelay={200}
      onResolveSuggestions={search}
      onEmptyResolveSuggestions={() => search("")}
      pickerSuggestionsProps={{ noResultsFoundText: "Nothing found" }}
      onChange={(items) => {
        const chosen = found.get(String(items?.[0]?.key ?? ""));
        if (chosen !== undefined) attribute.enter([chosen]);
      }}
    />
  );
}

/** Rows whose name contains the text, of each of the tables that the user may read; ten of each at most. */
async function searchRows(session: Session, targets: readonly string[], text: string): Promise<LookupValue[]> {
  const tables = targets.flatMap((target) => session.findTable(target) ?? []).filter((table) => session.privileges.may("Read", table));
  const pages = await Promise.all(
    tables.map(async (table) => {
      const active = table.columns.some((column) => column.logicalName === "statecode") ? ["statecode eq 0"] : [];
      const matching = text.trim() === "" ? [] : [`contains(${table.primaryName},'${text.trim().replace(/'/g, "''")}')`];
      const filter = [...active, ...matching].join(" and ");
      const query = [
        `$select=${table.primaryName}`,
        ...(filter === "" ? [] : [`$filter=${encodeURIComponent(filter)}`]),
        `$orderby=${table.primaryName}`,
        "$top=10",
      ];
      const { rows } = await session.api.getRows(`${table.entitySetName}?${query.join("&")}`);
      return rows.map((row) => ({
        id: bracedId(String(row[table.primaryId])),
        name: typeof row[table.primaryName] === "string" ? String(row[table.primaryName]) : "",
        entityType: table.logicalName,
      }));
    }),
  );
  return pages.flat();
}
