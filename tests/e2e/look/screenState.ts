import type { Screen } from "./screen";
import type { Start } from "./starts";

/** One state that the product can be seen in, and how it is reached: for the pictures in docs/design.md, and for what is measured of each. */
export interface ScreenState {
  /** Names its picture. */
  readonly name: string;
  /** What is to be seen, for docs/design.md. */
  readonly says: string;
  /** What its picture shows: the whole page, or a part of it alone. */
  readonly of: "page" | "panel" | "bubble" | "conversation";
  /** What it begins with: a loaded app whose panel is open. */
  readonly start: Start;
  /** Brings the screen there from its start. */
  readonly show: (screen: Screen) => Promise<unknown>;
  /** Brings it back to its start, for the next state; without this the next one loads the app anew. */
  readonly leave?: (screen: Screen) => Promise<unknown>;
}

/** For states that are there from the start. */
export const nothing = (): Promise<void> => Promise.resolve();
