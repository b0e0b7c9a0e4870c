/**
 * Reads a solution zip as Dataverse's import would: into a model of tables, forms, roles and so on, checked.
 *
 *     const solution = importSolution(readFileSync(file));
 *     solution.model.tables; solution.part("WebResources/msgn_launcherjs");
 */
import type { SolutionModel } from "../../model";

/** An imported solution: what it declares, and the files in it. */
export interface ImportedSolution {
  readonly model: SolutionModel;
  /** A file of the zip by its path (no leading slash; compared as written, then without regard to case), or undefined. */
  part(path: string): Uint8Array | undefined;
  /** The file of a web resource by its name (`msgn_/launcher.js`), or undefined. */
  webResource(name: string): Uint8Array | undefined;
  /** A file of a code component: `controlFile("msgn_MessageNotification.MessageBubble", "strings/MessageBubble.1033.resx")`. */
  controlFile(control: string, file: string): Uint8Array | undefined;
}
