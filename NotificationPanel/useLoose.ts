import * as React from "react";

/**
 * Lines that do not keep their height while somebody is at the list: the agent has opened or closed their texts there, and that makes them higher or lower.
 * @param opened the ids of the lines whose texts, or whose box to answer in, are open
 * @returns whether a line is one of them
 */
export function useLoose(opened: Iterable<string>, isHeld: boolean): (id: string) => boolean {
  const loose = React.useRef(new Set<string>());
  if (!isHeld) loose.current = new Set();
  for (const id of opened) loose.current.add(id);
  return (id) => loose.current.has(id);
}
