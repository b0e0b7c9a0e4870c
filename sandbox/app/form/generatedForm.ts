import type { Column, Form, FormCell, Table } from "../../model";

const classId = "4273edbd-ac1d-40d3-9fb2-095c621b552d";
const keptOut = new Set([
  "versionnumber",
  "importsequencenumber",
  "overriddencreatedon",
  "timezoneruleversionnumber",
  "utcconversiontimezonecode",
]);

/** A form for a table that brings none (the platform's own): one section with its columns. */
export function generatedForm(table: Table): Form {
  const shown = table.columns.filter(
    ({ type, logicalName }) => type !== "primarykey" && type !== "unsupported" && !keptOut.has(logicalName),
  );
  const writable = shown.filter((column) => !column.readOnly && column.type !== "state" && column.type !== "status").slice(0, 12);
  return {
    id: "00000000-0000-0000-0000-000000000002",
    table: table.logicalName,
    labels: table.labels,
    order: 0,
    tabs: [
      {
        name: "general",
        labels: { "1033": "General" },
        showLabel: true,
        columns: [
          {
            width: "100%",
            sections: [
              {
                name: "fields",
                labels: { "1033": "General" },
                showLabel: false,
                columns: 1,
                rows: writable.map((column) => [cell(column)]),
              },
            ],
          },
        ],
      },
    ],
    header: [],
    libraries: [],
    handlers: [],
  };
}

function cell(column: Column): FormCell {
  return {
    labels: column.labels,
    showLabel: true,
    colspan: 1,
    rowspan: 1,
    visible: true,
    control: { id: column.logicalName, classId, column: column.logicalName, disabled: false, visible: true, parameters: {} },
  };
}
