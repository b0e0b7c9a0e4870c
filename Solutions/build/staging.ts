/**
 * Copies the built control into the unpacked solution, for `pac solution pack` and the .cdsproj: Microsoft's packager (1.10.4)
 * applies mappings to web resources, but reads a code component's files from the folder itself. Git ignores the copies.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { filesBelow } from "./files";

const BUILT = ["out", "controls", "MessageBubble"];
const PLACE = ["Solutions", "src", "Controls", "msgn_MessageNotification.MessageBubble"];

/** Makes the copies equal to what is built: changed files are copied, files that are no longer built are removed. */
export function stageControl(root: string): void {
  const built = join(root, ...BUILT);
  const place = join(root, ...PLACE);
  const wanted = new Map(filesBelow(built).map((file) => [join(place, relative(built, file)), file]));
  for (const file of filesBelow(place)) {
    if (!wanted.has(file) && !file.endsWith(".data.xml")) rmSync(file);
  }
  for (const [copy, file] of wanted) {
    if (existsSync(copy) && readFileSync(copy).equals(readFileSync(file))) continue;
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
}
