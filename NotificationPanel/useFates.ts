import * as React from "react";
import type { CardAction } from "./cardActionsOf";
import type { Fates } from "./goneReason";
import type { Row } from "./stillRows";

const NONE: Fates = new Map();

/**
 * What became of the rows that have gone without the agent's doing: asked for once, as soon as they have gone and are rendered, all together.
 * @param rendered a row stays the same object while nothing about it changes
 * @param onAsk never rejects; what it does not know it leaves out
 */
export function useFates(
  rendered: readonly Row[],
  ownDoings: ReadonlyMap<string, CardAction>,
  onAsk: (sessionIds: readonly string[]) => Promise<Fates>,
): Fates {
  const [fates, setFates] = React.useState(NONE);
  const asked = React.useRef(new WeakSet<Row>());
  const isThere = React.useRef(true);
  React.useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  React.useEffect(() => {
    // One that came back and goes again is another object, and may have another fate.
    const news = rendered.filter((row) => row.isGone && !ownDoings.has(row.id) && !asked.current.has(row));
    if (news.length === 0) return;
    for (const row of news) asked.current.add(row);
    void onAsk(news.map(({ id }) => id)).then((found) => {
      if (isThere.current && found.size > 0) setFates((known) => new Map([...known, ...found]));
    });
  }, [rendered, ownDoings, onAsk]);
  return fates;
}
