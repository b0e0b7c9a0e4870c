import * as React from "react";
import { Boundary } from "../shared/ui/Boundary";
import { useStore } from "../shared/ui/useStore";
import { ControlParts } from "./ControlParts";
import type { ControlPartsProps } from "./ControlParts";

/** Everything that one instance of the control renders from. */
export type ControlViewProps = Omit<ControlPartsProps, "snapshot">;

/** The control: what the inbox shows, whenever that changes. A bug in drawing it stays here; without that it would take the form along. */
export function ControlView(props: ControlViewProps): React.ReactElement {
  const { inbox, onBug } = props;
  const snapshot = useStore(inbox.subscribe, inbox.getSnapshot);
  return (
    <Boundary shown={snapshot} onBug={onBug}>
      <ControlParts {...props} snapshot={snapshot} />
    </Boundary>
  );
}
