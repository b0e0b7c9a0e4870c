import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SCRIPTS } from "../../Solutions/build/parts";
import { roomsOf } from "../../Solutions/build/rooms";
import { findControls } from "../../tools/controls.cjs";

const root = join(__dirname, "..", "..");

/** The product's own source files with their texts, by their paths in the repository. */
export function productFiles(): ReadonlyMap<string, string> {
  const rooms = roomsOf(root, [...findControls(root), ...SCRIPTS]);
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).map((file) => `${room}/${file.replace(/\\/g, "/")}`),
  );
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !file.includes("/generated/"));
  return new Map(sources.map((file) => [file, readFileSync(join(root, file), "utf8")]));
}
