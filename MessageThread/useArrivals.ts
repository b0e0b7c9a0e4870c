import * as React from "react";
import { shownWords, wordsOf } from "../shared/domain/mediaMark";
import type { ThreadSnapshot } from "../shared/thread/threadSnapshot";
import { fill } from "../shared/ui/fill";
import { previewText } from "../shared/ui/texts";
import type { ThreadStrings } from "./threadStrings";

/** What is read aloud of a text that has come from the customer while the thread was open; older ones that are loaded are no news. */
export function useArrivals(
  { messages }: Pick<ThreadSnapshot, "messages">,
  customer: string,
  strings: Pick<ThreadStrings, "Arrived" | "NoText" | "Picture" | "File">,
): string {
  const [said, setSaid] = React.useState("");
  const last = messages[messages.length - 1];
  const known = React.useRef<string | null>(null);
  React.useEffect(() => {
    if (!last || last.id === known.current) return;
    const isFirst = known.current === null;
    known.current = last.id;
    if (isFirst || last.direction !== "in") return;
    setSaid(fill(strings.Arrived, customer, shownWords(wordsOf(previewText(last.text), last.media), strings)));
  }, [last, customer, strings]);
  return said;
}
