/** The parts of `npm run bench`, in the order in which they run. */
import type { BenchPart } from "../../tools/bench/figure";
import { bytesAtStart } from "./bytesAtStart";
import { fleetAtWork } from "./fleetAtWork";
import { gatewaysIn } from "./gatewaysIn";
import { gatewaysOut } from "./gatewaysOut";
import { longHistory } from "./longHistory";
import { longThread } from "./longThread";
import { memoryGrowth } from "./memoryGrowth";
import { navigationRequests } from "./navigationRequests";
import { navigationToBadge } from "./navigationToBadge";
import { panelCommit } from "./panelCommit";
import { panelOpening } from "./panelOpening";
import { refreshCost } from "./refreshCost";
import { routingCost } from "./routingCost";
import { rowsToSnapshot } from "./rowsToSnapshot";
import { startOfTheApp } from "./startOfTheApp";
import { wholeProcesses } from "./wholeProcesses";

export const PARTS: readonly BenchPart[] = [
  bytesAtStart,
  navigationRequests,
  rowsToSnapshot,
  refreshCost,
  longHistory,
  routingCost,
  fleetAtWork,
  gatewaysIn,
  gatewaysOut,
  wholeProcesses,
  startOfTheApp,
  navigationToBadge,
  longThread,
  panelCommit,
  panelOpening,
  memoryGrowth,
];
