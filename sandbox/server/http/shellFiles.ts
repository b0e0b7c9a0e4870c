import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { bundle } from "./bundle";
import type { Bundle } from "./bundle";

const appFolder = path.join(__dirname, "..", "..", "app");
const names = ["main.js", "main.css"] as const;

/**
 * The app shell for the browser. The package has it built; in the source tree it is built here.
 *
 * @throws BundleError where its source does not build
 */
export async function shellFiles(): Promise<Bundle> {
  const source = path.join(appFolder, "main.tsx");
  if (existsSync(source)) return bundle({ main: source });
  return new Map(names.map((name) => [name, readFileSync(path.join(appFolder, name))]));
}
