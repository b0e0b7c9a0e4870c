/** The packer: `Solutions/src` and the built files become the two zips that Dataverse imports. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeArchive } from "./archive";
import { readCustomizations } from "./customizations";
import { checkControlVersions, readManifest, solutionVersion } from "./manifest";
import { readMapping } from "./mapping";
import { PackError } from "./packError";
import { SourceFolder } from "./sourceFolder";
import { stageForMicrosoft } from "./staging";
import { serializeXml } from "./xml";

export { buildIfStale } from "./builds";
export type { BuildOptions } from "./builds";
export { PackError } from "./packError";
export { solutionVersion } from "./manifest";

/** What to pack. */
export interface PackOptions {
  /** The repository's folder. */
  readonly root: string;
  /** Managed, for environments that only use the product; unmanaged, to develop it further. */
  readonly managed: boolean;
}

/**
 * Packs the solution and returns the zip's bytes: equal input gives equal bytes. Builds nothing (see `buildIfStale`).
 * @throws PackError that says what is missing or wrong, and what to do.
 */
export function packSolution({ root, managed }: PackOptions): Uint8Array {
  const folder = join(root, "Solutions", "src");
  const source = new SourceFolder(folder, readMapping(root));
  const version = solutionVersion(root);
  const customizations = readCustomizations(source);
  const manifest = readManifest(source, version, managed, customizations);
  checkControlVersions(customizations, version);
  const [stray] = source.unused();
  if (stray !== undefined) {
    throw new PackError(`Solutions/src/${stray} would not be in the zip: no component of the solution has this file. Remove or rename it.`);
  }
  return makeArchive([
    { name: "solution.xml", bytes: serializeXml(manifest) },
    { name: "customizations.xml", bytes: serializeXml(customizations.document) },
    ...customizations.parts,
  ]);
}

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
  const zips = [false, true].map((managed) => {
    return { path: join(folder, `MessageNotification${managed ? "_managed" : ""}.zip`), bytes: packSolution({ root, managed }) };
  });
  stageForMicrosoft(root);
  mkdirSync(folder, { recursive: true });
  return zips.map(({ path, bytes }) => {
    writeFileSync(path, bytes);
    return { path, size: bytes.length };
  });
}
