/** Who uses a column: a column that nothing uses has no place in the solution. */
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { filesBelow } from "../../Solutions/build/files";
import { SCRIPTS } from "../../Solutions/build/parts";
import { roomsOf } from "../../Solutions/build/rooms";
import { findControls } from "../controls.cjs";
import type { Table } from "./solution";

/** Folders of code that names columns, by what the page calls that code. */
function codeOf(root: string): Readonly<Record<string, readonly string[]>> {
  return { product: roomsOf(root, [...findControls(root), ...SCRIPTS]), gateway: ["gateway"] };
}

/**
 * For a column of a table: which code names it ("product", "gateway"), whether a form or a view shows it. By name only: where two
 * tables have a column of the same name, code that names one counts for both.
 */
export function usageOf(root: string): (table: Table, column: string) => readonly string[] {
  const code = Object.entries(codeOf(root)).map(([who, folders]) => [who, wordsIn(folders.map((folder) => join(root, folder)))] as const);
  return (table, column) => [
    ...code.flatMap(([who, words]) => (words.has(column) ? [who] : [])),
    ...(table.onForms.has(column) ? ["form"] : []),
    ...(table.inViews.has(column) ? ["view"] : []),
  ];
}

function wordsIn(folders: readonly string[]): ReadonlySet<string> {
  const files = folders.flatMap((folder) => filesBelow(folder, ["generated", "node_modules"]));
  const sources = files.filter((file) => /^\.tsx?$/.test(extname(file))).map((file) => readFileSync(file, "utf8"));
  return new Set(sources.flatMap((source) => [...source.matchAll(/msgn_[a-z]+/g)].map(([word]) => word)));
}
