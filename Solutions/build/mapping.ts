/**
 * Reads `Solutions/map.xml`, which puts built files in the place of files that are not in git.
 * The format is that of Microsoft's packager; paths are relative to the unpacked folder, as there.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { filesBelow } from "./files";
import { PackError } from "./packError";
import { parseXml } from "./xml";

/** What the map says, with paths inside the solution in POSIX form. */
export interface Mapping {
  /** Path inside the solution → built file, for every single file and every file found in a mapped folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders inside the solution whose content comes from a build, each ending with "/". */
  readonly folders: readonly string[];
}

/**
 * Reads the map of a solution folder.
 * @throws PackError where a directive is not understood, or a built file or folder is not there.
 */
export function readMapping(mapFile: string, solutionFolder: string): Mapping {
  const files = new Map<string, string>();
  const folders: string[] = [];
  for (const directive of parseXml(readFileSync(mapFile, "utf8"), mapFile).children) {
    const from = (directive.attributes["map"] ?? "").replace(/\\/g, "/");
    const to = (directive.attributes["to"] ?? "").replace(/\\/g, "/");
    if (directive.name === "FileToFile" && from !== "" && to !== "" && !`${from}${to}`.includes("*")) {
      files.set(from, built(resolve(solutionFolder, to), from));
    } else if (directive.name === "FileToPath" && from.endsWith("/**/*.*") && to.endsWith("/**")) {
      const folder = from.slice(0, -"**/*.*".length);
      const source = built(resolve(solutionFolder, to.slice(0, -"/**".length)), folder);
      folders.push(folder);
      for (const file of filesBelow(source)) files.set(folder + relative(source, file).split(sep).join("/"), file);
    } else {
      throw new PackError(
        `${mapFile}: <${directive.name} map="${from}" to="${to}"> is not understood. ` +
          'Use <FileToFile map="file" to="file" /> or <FileToPath map="folder/**/*.*" to="folder/**" />.',
      );
    }
  }
  return { files, folders };
}

function built(path: string, place: string): string {
  if (existsSync(path)) return path;
  throw new PackError(`${path} is missing; it is built, and goes to ${place}. Run \`npm run pack\` without --no-build, which builds it.`);
}

/** Where the map of a repository is. */
export function mapFileOf(root: string): string {
  return join(root, "Solutions", "map.xml");
}
