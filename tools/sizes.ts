/** The weight of what a browser has to load for the product: control and launcher in every app, the forms' scripts with those forms. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** One built file; sizes in bytes, `gzip` at the highest level. */
export interface Size {
  readonly name: string;
  readonly bytes: number;
  readonly gzip: number;
  readonly limit: number;
}

const KB = 1024;
const FILES = [
  { name: "control", path: ["controls", "MessageBubble", "bundle.js"], limit: 20 * KB },
  { name: "launcher", path: ["webresources", "launcher.js"], limit: 4 * KB },
  { name: "forms", path: ["webresources", "forms.js"], limit: 6 * KB },
];

/** @throws Error when a file is not built, with the command that builds it */
export function measureSizes(out = join(__dirname, "..", "out")): readonly Size[] {
  return FILES.map(({ name, path, limit }) => {
    const file = join(out, ...path);
    if (!existsSync(file)) throw new Error(`${file} is not built. Run: npm run pack`);
    const content = readFileSync(file);
    return { name, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length, limit };
  });
}
