/**
 * What Microsoft's packager (1.10.4) needs, for `pac solution pack` and the .cdsproj. It applies mappings to web resources, but reads a code
 * component's files from the unpacked folder itself: so controls are copied there. Git ignores the copies.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { filesBelow } from "./files";
import { mapXml } from "./mapping";
import { controlOutput, controlsOf } from "./parts";

/** Writes the map, and makes the copies equal to what is built. @throws PackError */
export function stageForMicrosoft(root: string): void {
  for (const { folder, name } of controlsOf(root)) {
    stageControl(join(root, controlOutput(folder)), join(root, "Solutions", "src", "Controls", name));
  }
  const map = join(root, "Solutions", "map.xml");
  const text = mapXml(root);
  if (!existsSync(map) || readFileSync(map, "utf8").replace(/\r\n/g, "\n") !== text) writeFileSync(map, text);
}

/** Changed files are copied, files that are no longer built are removed; what describes the control to the solution stays. */
function stageControl(built: string, place: string): void {
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
