/** The states that the product can be seen in, those with the same start beside each other. */
import { actionStates } from "./actionStates";
import { bubbleStates } from "./bubbleStates";
import { conversationStates } from "./conversationStates";
import { panelStates } from "./panelStates";
import type { ScreenState } from "./screenState";
import * as starts from "./starts";

const all = [...panelStates, ...bubbleStates, ...actionStates, ...conversationStates];
const known = Object.values(starts);
/** What is no start of its own comes last. */
const placeOf = ({ start }: ScreenState) => (known.includes(start) ? known.indexOf(start) : known.length);

export const screenStates: readonly ScreenState[] = [...all].sort((one, other) => placeOf(one) - placeOf(other));

/** A state by its name. @throws Error for one that is not there */
export function stateNamed(name: string): ScreenState {
  const found = screenStates.find((state) => state.name === name);
  if (!found) throw new Error(`There is no state "${name}".`);
  return found;
}
