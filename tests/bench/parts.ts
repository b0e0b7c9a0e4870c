/** The parts of `npm run bench`, in the order in which they run: what is quick first. */
import type { BenchPart } from "../../tools/bench/figure";
import { gatewaysOut } from "./gatewaysOut";
import { longHistory } from "./longHistory";
import { rowsToSnapshot } from "./rowsToSnapshot";

export const PARTS: readonly BenchPart[] = [rowsToSnapshot, longHistory, gatewaysOut];
