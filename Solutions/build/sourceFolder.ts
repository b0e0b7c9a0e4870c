/** The unpacked solution as the packer sees it: the files in git, with built files in their places. */
import { existsSync, readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { byCodeUnit, filesBelow } from "./files";
import type { Mapping } from "./mapping";
import { PackError } from "./packError";
import { parseXml } from "./xml";
import type { XmlElement } from "./xml";

/** Reads files by their path inside the solution (POSIX form) and remembers which were asked for. */
export class SourceFolder {
  readonly #paths = new Map<string, string>();
  readonly #used = new Set<string>();
  readonly #folder: string;

  /** @throws PackError where the folder does not exist. */
  constructor(folder: string, mapping: Mapping) {
    if (!existsSync(folder)) throw new PackError(`${folder} does not exist: the unpacked solution should be there.`);
    this.#folder = folder;
    for (const file of filesBelow(folder)) {
      const path = relative(folder, file).split(sep).join("/");
      // A control's files may lie here as copies for Microsoft's packager: what the build made counts.
      const copied = mapping.folders.some((place) => path.startsWith(place)) && !path.endsWith(".data.xml");
      if (!copied) this.#paths.set(path, file);
    }
    for (const [path, file] of mapping.files) this.#paths.set(path, file);
  }

  /** Paths that begin with `prefix` and end with `suffix`, sorted. */
  list(prefix: string, suffix = ""): string[] {
    return [...this.#paths.keys()].filter((path) => path.startsWith(prefix) && path.endsWith(suffix)).sort(byCodeUnit);
  }

  /** All paths with their files, in a fixed order. */
  files(): (readonly [path: string, file: string])[] {
    return [...this.#paths].sort(([a], [b]) => byCodeUnit(a, b));
  }

  /** Names of the folders right below `folder`, sorted. */
  folders(folder: string): string[] {
    const names = this.list(`${folder}/`).map((path) => path.slice(folder.length + 1).split("/"));
    return [...new Set(names.filter((steps) => steps.length > 1).map((steps) => steps[0] ?? ""))].sort(byCodeUnit);
  }

  /** Whether there is such a file. */
  has(path: string): boolean {
    return this.#paths.has(path);
  }

  /** @throws PackError where there is no such file. */
  bytes(path: string): Uint8Array {
    const file = this.#paths.get(path);
    if (file === undefined) {
      throw new PackError(`${path} is missing in ${this.#folder}. Restore it.`);
    }
    this.#used.add(path);
    return new Uint8Array(readFileSync(file));
  }

  /** The root of an XML file; `rootName` is what it must be called. @throws PackError where it is missing, malformed or another. */
  xml(path: string, rootName: string): XmlElement {
    const root = parseXml(new TextDecoder().decode(this.bytes(path)), path);
    if (root.name !== rootName) throw new PackError(`${path}: the root element is <${root.name}>; it must be <${rootName}>.`);
    return root;
  }

  /** Files that nobody asked for: they would silently be left out of the zip. */
  unused(): string[] {
    return this.list("").filter((path) => !this.#used.has(path));
  }
}
