/**
 * Reads solution zips as Dataverse's import would: into a model of tables, forms, roles and so on, checked.
 *
 *     const solution = importSolution(readFileSync(file));
 *     solution.model.tables; solution.webResource("sample_/desk.js");
 */
export { importSolution } from "./importSolution";
export type { ImportedSolution } from "./importSolution";
export { importSolutions } from "./importSolutions";
export type { ImportedSolutions } from "./importSolutions";
export { leftOutLines, missingLines, reportLines } from "./reportLines";
export { SolutionImportError } from "./solutionImportError";
