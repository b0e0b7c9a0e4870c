import * as React from "react";
import type { Permission } from "../shared/inbox/ports";

/** Whether the browser shows desktop notifications, also after the agent has changed that in the browser's settings and has come back. The second one looks again. */
export function usePermission(read: () => Permission): readonly [Permission, () => void] {
  const [permission, setPermission] = React.useState(read);
  const look = React.useCallback(() => setPermission(read()), [read]);
  React.useEffect(() => {
    // On its way in: Fluent's dialogs end the event there.
    window.addEventListener("focus", look, true);
    return () => window.removeEventListener("focus", look, true);
  }, [look]);
  return [permission, look];
}
