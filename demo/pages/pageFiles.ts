import { readFile } from "node:fs/promises";
import path from "node:path";
import { bundle } from "../../sandbox";
import type { Bundle } from "../../sandbox";

const styles = ["phone.css", "stage.css"] as const;

/** Styles and scripts of the phone and the stage. @throws BundleError where a script does not build */
export async function pageFiles(): Promise<Bundle> {
  const scripts = bundle({
    phone: path.join(__dirname, "browser", "phone.ts"),
    stage: path.join(__dirname, "browser", "stage.ts"),
  });
  const read = styles.map(async (name) => [name, await readFile(path.join(__dirname, name))] as const);
  return new Map([...(await scripts), ...(await Promise.all(read))]);
}
