/**
 * The life cycle of a solution in the sandbox's data: import, update, upgrade, refusal, removal. As with
 * Dataverse's managed solutions, the platform's own tables and rows always stay.
 */
export { admitSolution } from "./admitSolution";
export type { SolutionChange } from "./admitSolution";
export { changedType, SolutionRefused } from "./refusal";
export { openUninstaller, removalLines } from "./uninstall";
export type { Removal, Uninstaller } from "./uninstall";
