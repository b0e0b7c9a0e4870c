/** Answers that say the same again. */
import { jsonOf } from "./jsonOf";
import type { Parse } from "./client";

/** A list of more conversations than one answer holds comes in some answers. */
const KEPT = 4;

/**
 * Parses as `jsonOf` does. A text that was parsed a moment ago gives the very same object, which nobody changes: most refreshes bring nothing new. After so many other
 * texts all are forgotten.
 */
export function createParsedOnce(): Parse {
  const known = new Map<string, unknown>();
  return (text) => {
    const body = known.get(text) ?? jsonOf(text);
    if (known.size > KEPT) known.clear();
    known.set(text, body);
    return body;
  };
}
