/** The packer: `Solutions/src` and the built files become the two zips that Dataverse imports. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSolution } from "./packSolution";
import { stageForMicrosoft } from "./staging";

export { buildIfStale } from "./builds";
export type { BuildOptions } from "./builds";
export { createDevelopmentBuild } from "./developmentBuild";
export type { DevelopmentBuild } from "./developmentBuild";
export { packOrReadKept } from "./packOrReadKept";
export { PackError } from "./packError";
export { packSolution } from "./packSolution";
export type { Packing, SolutionPlace } from "./packSolution";
export { watchFiles } from "./watchFiles";
export { createProgress } from "./progress";
export type { Output, Progress } from "./progress";
export { solutionVersion } from "./manifest";

/** A zip that was written. */
export interface WrittenZip {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Writes both zips to `Solutions/bin`, the unmanaged one first, and what Microsoft's packager looks for to where it looks.
 * @throws PackError, as `packSolution` does.
 */
export function writeZips(root: string): WrittenZip[] {
  const folder = join(root, "Solutions", "bin");
  const pack = readSolution({ root });
  const zips = [false, true].map((managed) => {
    return { path: join(folder, `MessageNotification${managed ? "_managed" : ""}.zip`), bytes: pack({ managed }) };
  });
  stageForMicrosoft(root);
  mkdirSync(folder, { recursive: true });
  return zips.map(({ path, bytes }) => {
    writeFileSync(path, bytes);
    return { path, size: bytes.length };
  });
}
