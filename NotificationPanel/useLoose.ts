import * as React from "react";

/**
 * Lines that do not keep their height while somebody is at the list: the agent has opened or closed their texts there, and that makes them higher or lower.
 * @param opened the lines whose texts are open, by their ids
 * @returns whether a line is one of them
 */
export function useLoose(opened: ReadonlyMap<string, unknown>, isHeld: boolean): (id: string) => boolean {
  const loose = React.useRef(new Set<string>());
  if (!isHeld) loose.current = new Set();
  for (const id of opened.keys()) loose.current.add(id);
  return (id) => loose.current.has(id);
}
