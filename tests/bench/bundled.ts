/** Code as it is shipped: in one file. Run file by file, each call from one file into another goes through a getter, which in a long list's loop costs a third of the time. */
import { join } from "node:path";
import { build } from "esbuild";
import { version } from "../../package.json";

/**
 * Bundles a file of this folder and loads it.
 * @param name without its ending
 * @throws Error where it cannot be bundled
 */
export async function bundled<Exports>(name: string): Promise<Exports> {
  const outfile = join(__dirname, "..", "..", "out", "bench", `${name}.cjs`);
  await build({
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    target: "es2018",
    packages: "external",
    define: { PRODUCT_VERSION: JSON.stringify(version) },
    logLevel: "silent",
  });
  return (await import(outfile)) as Exports;
}
