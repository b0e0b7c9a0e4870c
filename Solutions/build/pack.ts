/** `npm run pack`: builds what is stale, writes both zips, prints their names and sizes. `--no-build` packs what is built. */
import { join, relative } from "node:path";
import { buildIfStale, PackError, writeZips } from "./index";

async function main(args: readonly string[]): Promise<void> {
  const unknown = args.find((arg) => arg !== "--no-build");
  if (unknown !== undefined) throw new PackError(`${unknown} is not an option. Use: npm run pack [-- --no-build]`);
  const root = join(__dirname, "..", "..");
  if (!args.includes("--no-build")) await buildIfStale(root, { log: (line) => process.stdout.write(`${line}\n`) });
  for (const { path, size } of writeZips(root)) process.stdout.write(`${relative(root, path)}  ${size} bytes\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof PackError ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
});
