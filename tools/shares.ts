/** What a bundle is made of: how many of its bytes come from which file. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundleMap } from "../Solutions/build/parts";
import type { Bundle } from "../Solutions/build/parts";
import { bytesBySource } from "./sourceMap";
import type { SourceMap } from "./sourceMap";

/** Bytes by file; files of this repository by their path, others as `node_modules/…`; what the bundler adds by its own name for it. */
export type Shares = ReadonlyMap<string, number>;

const ADDED = "added by the bundler";

/**
 * The bytes of a bundle by the files that they come from.
 * @throws Error where the build has not written down what the bundle is made of
 */
export function sharesOf(root: string, { part, path }: Bundle): Shares {
  const bundle = readFileSync(join(root, path), "utf8");
  const file = join(root, bundleMap(part));
  if (!existsSync(file)) throw new Error(`${file} is missing: the build writes it. Run: npm run pack`);
  const map = JSON.parse(readFileSync(file, "utf8")) as SourceMap;
  const shares = new Map<string, number>();
  for (const [source, bytes] of bytesBySource(bundle, map)) {
    const name = fileOf(source);
    shares.set(name, (shares.get(name) ?? 0) + bytes);
  }
  const known = [...shares.values()].reduce((sum, bytes) => sum + bytes, 0);
  return shares.set(ADDED, (shares.get(ADDED) ?? 0) + Buffer.byteLength(bundle) - known);
}

/** The same by folder of this repository and by package, the largest first. */
export function byRoom(shares: Shares): readonly (readonly [string, number])[] {
  const rooms = new Map<string, number>();
  for (const [file, bytes] of shares) rooms.set(roomOf(file), (rooms.get(roomOf(file)) ?? 0) + bytes);
  return [...rooms].sort(([, one], [, other]) => other - one);
}

/** The package, or the folder that the file is in. */
export function roomOf(file: string): string {
  const inPackage = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file);
  if (inPackage?.[1]) return inPackage[1];
  return file.includes("/") ? dirname(file) : file;
}

/** Webpack writes `webpack:///./shared/ui/times.ts`, the build of the scripts `shared/ui/times.ts`. */
function fileOf(source: string): string {
  const path = source.replace(/^webpack:\/\/[^/]*\//, "");
  if (path.startsWith("./")) return path.slice(2);
  return path.startsWith("webpack/") || path.startsWith("external ") ? ADDED : path;
}
