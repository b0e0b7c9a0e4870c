// Runs before the type check and lint: generates the types of the controls' properties where they are missing or older than the manifest that they
// are made from. The build generates them as well; on a fresh clone nothing is built yet.
import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { findControls } = createRequire(import.meta.url)("./controls.cjs");

/** When a file was written, in milliseconds; 0 where there is none. */
const writtenAt = (...path) => statSync(join(root, ...path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

const stale = findControls(root).filter(
  (folder) => writtenAt(folder, "generated", "ManifestTypes.d.ts") < writtenAt(folder, "ControlManifest.Input.xml"),
);
if (stale.length > 0) {
  process.stdout.write(`Generating the types of ${stale.join(", ")} …\n`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "tools", "noTelemetry.mjs"), "pcf-scripts", "refreshTypes"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0 || /\bFailed\b/.test(stdout)) {
    process.stderr.write(`The types could not be generated:\n${stdout}${stderr}\n`);
    process.exit(1);
  }
}
