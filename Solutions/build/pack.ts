/** `npm run pack`: builds what is stale, writes both zips, prints their names and sizes. `--no-build` packs what is built. */
import { join, relative } from "node:path";
import { buildIfStale, createProgress, PackError, writeZips } from "./index";

const USAGE = `Usage: npm run pack [-- --no-build]
Builds what is stale, and writes the managed and the unmanaged zip to Solutions/bin.
  --no-build   packs what is built`;

async function main(args: readonly string[]): Promise<void> {
  const unknown = args.find((arg) => !["--no-build", "--help", "-h"].includes(arg));
  if (unknown !== undefined) throw new PackError(`${unknown} is not an option.\n${USAGE}`);
  if (args.some((arg) => arg !== "--no-build")) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const root = join(__dirname, "..", "..");
  if (!args.includes("--no-build")) await buildIfStale(root, { progress: createProgress() });
  for (const { path, size } of writeZips(root)) process.stdout.write(`${relative(root, path)}  ${size} bytes\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof PackError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
});
