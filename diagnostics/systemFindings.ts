import { known } from "./personFacts";
import type { PersonFacts } from "./personFacts";
import { fine, worthKnowing } from "./finding";
import type { Finding } from "./finding";

/** A clock that is off by less is not noticed (ms). */
const CLOCK_LIMIT = 60_000;

/**
 * The versions, and this browser's clock.
 * @param pageVersion of this page's script, as package.json has it: three numbers where the solution has four
 */
export function systemFindings({ version, clockOffset }: PersonFacts, pageVersion: string): readonly Finding[] {
  const solution = known(version);
  const offset = known(clockOffset);
  return [
    ...(solution === undefined ? [] : [versionFinding(solution, pageVersion)]),
    ...(offset === undefined ? [] : [clockFinding(offset)]),
  ];
}

function versionFinding(solution: string, pageVersion: string): Finding {
  if (solution === "") return worthKnowing("noVersion", pageVersion);
  const isSame = solution === `${pageVersion}.0`;
  return isSame ? fine("version", solution) : worthKnowing("otherVersion", solution, pageVersion);
}

function clockFinding(offset: number): Finding {
  const seconds = String(Math.floor(Math.abs(offset) / 1000));
  return Math.abs(offset) < CLOCK_LIMIT ? fine("clock", seconds) : worthKnowing("clockOff", seconds);
}
