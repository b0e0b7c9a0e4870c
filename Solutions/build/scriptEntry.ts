import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BuildOptions } from "esbuild";
import type { ScriptName } from "./parts";

/**
 * How a web resource that is a script is built, for production and for development.
 *
 * It begins with strict mode, the script's own entry, and a mention of `$`. Nothing is left of the mention, but the minifier gives no name that a
 * file takes for a global: Microsoft's solution checker takes a function `$` for jQuery, and so for code that changes the app's document.
 *
 * @param root the repository's folder
 */
export function scriptEntry(root: string, script: ScriptName): BuildOptions {
  const contents = `"use strict";\nimport "./${script}/index";\ntypeof $;\nexport {};\n`;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
  return {
    stdin: { contents, resolveDir: root, sourcefile: `${script}.ts`, loader: "ts" },
    absWorkingDir: root,
    bundle: true,
    format: "iife",
    // The newest language that Microsoft's solution checker reads.
    target: "es2018",
    charset: "utf8",
    legalComments: "none",
    define: { PRODUCT_VERSION: JSON.stringify(version) },
  };
}
