import type { SolutionModel, SolutionReport } from "../../model";
import { isMet } from "./dependencies";
import type { Dependency } from "./dependencies";
import { importSolution } from "./importSolution";
import type { ImportedSolution } from "./importSolution";
import { joinModels } from "./joinModels";
import { SolutionImportError } from "./solutionImportError";

/** Solutions that were imported one after the other. */
export interface ImportedSolutions extends Pick<ImportedSolution, "webResource" | "controlFile"> {
  /** Each by itself, in the order of import: an update or a removal goes by these. */
  readonly models: readonly SolutionModel[];
  /** All of them together. */
  readonly model: SolutionModel;
  /** What to say of each. */
  readonly reports: readonly SolutionReport[];
}

/** Refuses an order in which a solution comes before one that it needs. */
function checkOrder(solutions: readonly ImportedSolution[]): void {
  solutions.forEach((solution, index) => {
    for (const later of solutions.slice(index + 1)) {
      const needed = solution.missing.find((one: Dependency) => isMet(one, [later.contents]));
      if (!needed) continue;
      throw new SolutionImportError(
        `${solution.model.uniqueName} needs the ${needed.kind} ${needed.name}, which ${later.model.uniqueName} brings`,
        "solution.xml, MissingDependencies",
        `Give the zip of ${later.model.uniqueName} before the zip of ${solution.model.uniqueName}.`,
      );
    }
  });
}

/**
 * Reads and checks solution zips in the order of their import: each may use what the ones before it bring.
 * @throws SolutionImportError for a zip that `importSolution` refuses, for the same solution twice, and for an order in which one comes
 *   before another that it needs
 */
export function importSolutions(zips: readonly Uint8Array[]): ImportedSolutions {
  const solutions: ImportedSolution[] = [];
  for (const zip of zips) {
    const solution = importSolution(zip, solutions);
    const { uniqueName } = solution.model;
    if (solutions.some((one) => one.model.uniqueName === uniqueName)) {
      throw new SolutionImportError(`The solution ${uniqueName} was given twice`, "solution.xml", "Give one zip of it.");
    }
    solutions.push(solution);
  }
  checkOrder(solutions);
  const models = solutions.map(({ model }) => model);
  // Where two solutions bring the same file, the one that was imported last lies on top.
  const layers = [...solutions].reverse();
  const topmost = <Found>(find: (solution: ImportedSolution) => Found | undefined): Found | undefined => {
    for (const solution of layers) {
      const found = find(solution);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    models,
    model: joinModels(models),
    reports: solutions.map(({ model, leftOut, missing }) => ({
      ...{ uniqueName: model.uniqueName, version: model.version, leftOut },
      missing: missing.map(({ kind, name, solution }) => ({ kind, name, ...(solution === undefined ? {} : { solution }) })),
    })),
    webResource: (name) => topmost((one) => one.webResource(name)),
    controlFile: (control, file) => topmost((one) => one.controlFile(control, file)),
  };
}
