// Runs a local command with the telemetry of Microsoft's build tools off: `node tools/noTelemetry.mjs pcf-scripts build`.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const [name, ...args] = process.argv.slice(2);
const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
const { bin } = createRequire(import.meta.url)(manifest);
const script = join(dirname(manifest), typeof bin === "string" ? bin : bin[name]);
const done = spawnSync(process.execPath, [script, ...args], {
  stdio: "inherit",
  env: { ...process.env, PP_TOOLS_TELEMETRY_OPTOUT: "1" },
});
process.exit(done.status ?? 1);
