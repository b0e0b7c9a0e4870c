import { existsSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { filesBelow } from "./files";

/** A path that code imports or exports from, relative to its file. */
const RELATIVE = /\bfrom "(\.[^"]*)"/g;

/**
 * The folders at the root that code is made of: the given ones and those that their files import from, directly or by way of others. So a
 * list of rooms is nowhere kept, and none can lack one.
 * @returns their names, in alphabetical order
 */
export function roomsOf(root: string, folders: readonly string[]): readonly string[] {
  const rooms = new Set(folders);
  // A set is walked on to what is added meanwhile.
  for (const room of rooms) for (const imported of importedBy(root, room)) rooms.add(imported);
  return [...rooms].sort();
}

/** The folders at the root that files of one import from. */
function importedBy(root: string, room: string): readonly string[] {
  if (!existsSync(join(root, room))) return [];
  const folders = filesBelow(join(root, room), ["generated"])
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const folder = posix.dirname(relative(root, file).replace(/\\/g, "/"));
      const paths = [...readFileSync(file, "utf8").matchAll(RELATIVE)].map(([, path = ""]) => posix.join(folder, path));
      return paths.map((path) => path.split("/")[0] ?? "");
    });
  return [...new Set(folders)].filter((folder) => folder !== ".." && existsSync(join(root, folder)));
}
