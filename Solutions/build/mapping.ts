/**
 * Which built files, which are not in git, go to which places in the solution. For Microsoft's packager the same is written down in
 * `Solutions/map.xml`, in its format; its paths are relative to the unpacked folder.
 */
import { existsSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { filesBelow } from "./files";
import { guideLanguageIds } from "./guide";
import { PackError } from "./packError";
import {
  controlOutput,
  controlsOf,
  guideOutput,
  guidePlace,
  NOTICES_OUTPUT,
  noticesPlace,
  scriptOutput,
  scriptPlace,
  SCRIPTS,
} from "./parts";

/** Built files by their paths inside the solution, in POSIX form. */
export interface Mapping {
  /** Path inside the solution → built file. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders inside the solution whose content comes from a build, each ending with "/". */
  readonly folders: readonly string[];
}

/**
 * Where everything that is built goes.
 * @param out the folder of what is built, relative to the repository
 * @throws PackError where something is not built
 */
export function readMapping(root: string, out = "out"): Mapping {
  const files = new Map<string, string>();
  const folders: string[] = [];
  for (const { folder, name } of controlsOf(root)) {
    const place = controlPlace(name);
    const source = built(root, out, controlOutput(folder), place);
    folders.push(place);
    for (const file of filesBelow(source)) files.set(place + relative(source, file).split(sep).join("/"), file);
  }
  for (const [place, output] of webResources(root)) files.set(place, built(root, out, output, place));
  return { files, folders };
}

/** The text of `Solutions/map.xml`. */
export function mapXml(root: string): string {
  const controls = controlsOf(root).map(
    ({ folder, name }) => `<FileToPath map="${controlPlace(name)}**/*.*" to="../../${controlOutput(folder)}/**" />`,
  );
  const files = webResources(root).map(([place, output]) => `<FileToFile map="${place}" to="../../${output}" />`);
  return `<?xml version="1.0" encoding="utf-8"?>
<!-- Built files, which are not in git, and their places in the solution, for Microsoft's packager. Paths are relative to Solutions/src.
     Written by \`npm run pack\`. That packager applies FileToFile only; for it, \`npm run pack\` copies controls into their places. -->
<Mapping>
${[...controls, ...files].map((directive) => `  ${directive}\n`).join("")}</Mapping>
`;
}

/** The web resources that are built: path inside the solution, built file. */
function webResources(root: string): readonly (readonly [place: string, output: string])[] {
  return [
    ...SCRIPTS.map((script) => [scriptPlace(root, script), scriptOutput(script)] as const),
    [noticesPlace(root), NOTICES_OUTPUT],
    ...guideLanguageIds(root).map((id) => [guidePlace(root, id), guideOutput(id)] as const),
  ];
}

/** The folder of a control inside the solution. */
function controlPlace(name: string): string {
  return `Controls/${name}/`;
}

function built(root: string, out: string, path: string, place: string): string {
  const file = join(root, out, posix.relative("out", path));
  if (existsSync(file)) return file;
  throw new PackError(`${file} is missing; it is built, and goes to ${place}. Run \`npm run pack\` without --no-build, which builds it.`);
}
