import * as React from "react";
import type { Row } from "./stillRows";

/** Asks for the previews of the rendered rows that have none yet. The same ids are asked for once: a preview that cannot be had must not be asked for without end. */
export function useWantedPreviews(rendered: readonly Row[], onWantPreviews: (sessionIds: readonly string[]) => void): void {
  const wanted = rendered
    .filter(({ isGone, notification }) => !isGone && notification.preview === null)
    .map(({ id }) => id)
    .join();
  React.useEffect(() => {
    if (wanted) onWantPreviews(wanted.split(","));
  }, [wanted, onWantPreviews]);
}
