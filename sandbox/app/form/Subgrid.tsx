import { IconButton } from "@fluentui/react";
import * as React from "react";
import { columnsOfView, generatedView } from "../list/pageQuery";
import { ListRows } from "../list/listRows";
import { RowTable } from "../list/RowTable";
import { plainId } from "../navigation/address";
import type { Shell } from "../shell";
import type { ControlState } from "./controlState";
import type { FormSession } from "./formSession";

interface SubgridProps {
  readonly shell: Shell;
  readonly form: FormSession;
  readonly control: ControlState;
}

/** The rows that belong to the form's row. A script's `refresh()` reads them again. */
export function Subgrid({ shell, form, control }: SubgridProps): React.ReactElement {
  const { session } = shell;
  const { parameters } = control.definition;
  const target = session.table((parameters.TargetEntityType ?? "").toLowerCase());
  const id = form.id;
  const view = React.useMemo(() => {
    const viewId = plainId(parameters.ViewId ?? "");
    return (
      session.model.views.find((candidate) => candidate.id === viewId) ??
      session.publicViews(target.logicalName)[0] ??
      generatedView(target)
    );
  }, [session, parameters.ViewId, target]);
  const rows = React.useMemo(() => {
    if (id === undefined) return undefined;
    const relationship = session.model.relationships.find((candidate) => candidate.name === parameters.RelationshipName);
    if (relationship === undefined)
      throw new Error(`The subgrid ${control.name} names the relationship "${parameters.RelationshipName ?? ""}", which does not exist.`);
    return new ListRows(session, view, { column: relationship.column, value: id });
  }, [session, view, id, parameters.RelationshipName, control.name]);
  React.useEffect(() => {
    void rows?.reload();
  }, [rows, control.refreshes]);
  return (
    <div className="sb-subgrid">
      <div className="sb-subgrid-head">
        <h3>{control.label}</h3>
        <IconButton iconProps={{ iconName: "Refresh" }} ariaLabel={`Refresh ${control.label}`} onClick={() => control.refresh()} />
      </div>
      {rows === undefined ? (
        <div className="sb-rows-state">Save the row to see what belongs to it.</div>
      ) : (
        <RowTable shell={shell} label={control.label} table={target} columns={columnsOfView(session, view)} rows={rows} />
      )}
    </div>
  );
}
