/** The parts of `npm run bench`, in the order in which they run. */
import type { BenchPart } from "../../tools/bench/figure";
import { bytesAtStart } from "./bytesAtStart";
import { gatewaysOut } from "./gatewaysOut";
import { longHistory } from "./longHistory";
import { navigationRequests } from "./navigationRequests";
import { refreshCost } from "./refreshCost";
import { rowsToSnapshot } from "./rowsToSnapshot";

export const PARTS: readonly BenchPart[] = [bytesAtStart, navigationRequests, rowsToSnapshot, refreshCost, longHistory, gatewaysOut];
