import { createContext } from "react";
import type { Pane } from "./sidePanes";

/** The side pane that the drawn page is in; undefined in the main area. */
export const paneContext = createContext<Pane | undefined>(undefined);
