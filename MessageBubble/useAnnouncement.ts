import * as React from "react";
import { fill } from "../shared/ui/fill";

/**
 * The text of the polite live region: the new count when it rose, nothing when it fell or is zero. An unknown count changes nothing,
 * so that a short failure is not followed by the same number again.
 */
export function useAnnouncement(unread: number | null, count: string, template: string): string {
  const [text, setText] = React.useState("");
  const last = React.useRef(0);
  React.useEffect(() => {
    if (unread === null || unread === last.current) return;
    setText(unread > last.current ? fill(template, count) : "");
    last.current = unread;
  }, [unread, count, template]);
  return text;
}
