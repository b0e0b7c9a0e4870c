import { join } from "node:path";
import { makeArchive } from "./archive";
import { readCustomizations } from "./customizations";
import { checkControlVersions, readManifest, solutionVersion } from "./manifest";
import { readMapping } from "./mapping";
import { PackError } from "./packError";
import { SourceFolder } from "./sourceFolder";
import { serializeXml } from "./xml";

/** Which solution. */
export interface SolutionPlace {
  /** The repository's folder. */
  readonly root: string;
  /** The folder of what is built, relative to the repository; `out`, unless given. */
  readonly out?: string;
}

/** How to pack it. */
export interface Packing {
  /** Managed, for environments that only use the product; unmanaged, to develop it further. */
  readonly managed: boolean;
  /** False: packed sooner, for a zip that nobody keeps. True, unless given. */
  readonly isCompressed?: boolean;
}

/**
 * Packs the solution and returns the zip's bytes: equal input gives equal bytes. Builds nothing (see `buildIfStale`).
 * @throws PackError that says what is missing or wrong, and what to do.
 */
export function packSolution({ root, out, ...packing }: SolutionPlace & Packing): Uint8Array {
  return readSolution(out === undefined ? { root } : { root, out })(packing);
}

/**
 * Reads the solution once, to pack it in more than one way.
 * @returns packs what was read, as {@link packSolution} does
 * @throws PackError, as the packing does
 */
export function readSolution({ root, out }: SolutionPlace): (packing: Packing) => Uint8Array {
  const folder = join(root, "Solutions", "src");
  const source = new SourceFolder(folder, readMapping(root, out));
  const version = solutionVersion(root);
  const customizations = readCustomizations(source);
  const parts = [{ name: "customizations.xml", bytes: serializeXml(customizations.document) }, ...customizations.parts];
  return ({ managed, isCompressed = true }) => {
    const manifest = readManifest(source, version, managed, customizations);
    checkControlVersions(customizations, version);
    const [stray] = source.unused();
    if (stray !== undefined) {
      throw new PackError(
        `Solutions/src/${stray} would not be in the zip: no component of the solution has this file. Remove or rename it.`,
      );
    }
    return makeArchive([{ name: "solution.xml", bytes: serializeXml(manifest) }, ...parts], isCompressed);
  };
}
