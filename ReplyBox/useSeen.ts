import * as React from "react";
import type { UnreadText } from "../shared/inbox/panelPorts";

/** So much of a text in view is all of it: browsers reckon with parts of a pixel. */
const WHOLE = 0.95;
/** One that is higher than what it is shown in is seen when it fills so much of it. */
const FILLS = 0.5;
const THRESHOLDS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, WHOLE];

/**
 * Notes which texts of a card an agent has seen: those that were in view whole; of those that are higher than what scrolls them, as much as fills half of it. As in the conversation
 * (docs/decisions/0030). One that came with a picture or a file has not: the card does not show these.
 * @param card holds the texts; each is an element whose `data-text` is its id
 * @param texts null while they are not shown
 * @returns those of the texts that were shown last that have been seen by now
 */
export function useSeen(card: React.RefObject<HTMLElement>, texts: readonly UnreadText[] | null): () => readonly UnreadText[] {
  const seen = React.useRef(new Set<string>());
  const shown = React.useRef<readonly UnreadText[]>([]);
  if (texts) shown.current = texts;
  React.useEffect(() => {
    if (!texts || !card.current || typeof IntersectionObserver === "undefined") return undefined;
    // In the page, not in their box alone: the list around it scrolls as well.
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio, intersectionRect, boundingClientRect } of entries) {
          const { clientHeight = 0 } = target.parentElement ?? {};
          const isFilling =
            boundingClientRect.height > clientHeight && intersectionRect.height > 0 && intersectionRect.height >= clientHeight * FILLS;
          if (intersectionRatio >= WHOLE || isFilling) seen.current.add(target.getAttribute("data-text") ?? "");
        }
      },
      { threshold: THRESHOLDS },
    );
    for (const text of card.current.querySelectorAll("[data-text]")) observer.observe(text);
    return () => observer.disconnect();
  }, [card, texts]);
  return () => shown.current.filter(({ id, file }) => file === "" && seen.current.has(id));
}
