import * as React from "react";
import type { Action } from "../shared/domain/session";
import type { Fates } from "./goneReason";
import type { Row } from "./stillRows";

const NONE: Fates = new Map();

/**
 * What became of the rows that have gone without the agent's doing: asked for once, as soon as they have gone, all with one request.
 * @param onAsk never rejects; what it does not know it leaves out
 */
export function useFates(
  rows: readonly Row[],
  ownDoings: ReadonlyMap<string, Action>,
  onAsk: (sessionIds: readonly string[]) => Promise<Fates>,
): Fates {
  const [fates, setFates] = React.useState(NONE);
  const asked = React.useRef(new Set<string>());
  const isThere = React.useRef(true);
  React.useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  React.useEffect(() => {
    const gone = new Set(rows.filter(({ id, isGone }) => isGone && !ownDoings.has(id)).map(({ id }) => id));
    const news = [...gone].filter((id) => !asked.current.has(id));
    // One that came back and goes again may have another fate.
    asked.current = gone;
    if (news.length === 0) return;
    void onAsk(news).then((found) => {
      if (isThere.current && found.size > 0) setFates((known) => new Map([...known, ...found]));
    });
  }, [rows, ownDoings, onAsk]);
  return fates;
}
