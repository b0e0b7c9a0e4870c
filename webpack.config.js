const path = require("node:path");
const { version } = require("./package.json");

/**
 * Says for each byte of a production bundle which file it comes from, for `npm run size`. Not beside the bundle: everything there is packed
 * into the solution.
 */
class BundleMap {
  apply(compiler) {
    const { mode, output } = compiler.options;
    if (mode !== "production") return;
    const filename = `../../maps/${path.basename(output.path)}.json`;
    new compiler.webpack.SourceMapDevToolPlugin({ filename, append: false, module: false, noSources: true }).apply(compiler);
  }
}

/** Tells the code its version: two bundles of one page work together only where they are of the same one. */
class ProductVersion {
  apply(compiler) {
    new compiler.webpack.DefinePlugin({ PRODUCT_VERSION: JSON.stringify(version) }).apply(compiler);
  }
}

/** The newest language that Microsoft's solution checker reads. */
const LANGUAGE = 2018;

/**
 * Brings the code of a production bundle down to that language. TypeScript could do it (tsconfig.json says a newer one): what esbuild makes of `?.` and `??` is
 * half as long.
 */
class OlderLanguage {
  apply(compiler) {
    if (compiler.options.mode !== "production") return;
    const { Compilation, sources } = compiler.webpack;
    const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE - 1;
    compiler.hooks.compilation.tap("OlderLanguage", (compilation) =>
      compilation.hooks.processAssets.tapPromise({ name: "OlderLanguage", stage }, async () => {
        // Loaded where it is used: builds for development do without it.
        const { transform } = require("esbuild");
        for (const { name, source } of compilation.getAssets()) {
          if (!name.endsWith(".js")) continue;
          const before = source.sourceAndMap();
          const { code, map } = await transform(String(before.source), {
            target: `es${LANGUAGE}`,
            minifySyntax: true,
            sourcemap: "external",
            sourcefile: name,
          });
          compilation.updateAsset(name, new sources.SourceMapSource(code, name, map, before.source, before.map, true));
        }
      }),
    );
  }
}

module.exports = {
  output: {
    // No comments with names of modules: the minifier takes them for licences, and writes a file of them beside the bundle, which would be packed into
    // the solution. The licences are a web resource of their own (Solutions/build/notices.ts).
    pathinfo: false,
    // Such a file of an earlier build goes.
    clean: { keep: (file) => !file.endsWith(".LICENSE.txt") },
  },
  // For what webpack adds of its own.
  target: ["web", `es${LANGUAGE}`],
  optimization: {
    minimizeOptions: {
      javascript: {
        ecma: LANGUAGE,
        // By default webpack leaves it at two passes, and at the language of 2009.
        compress: { passes: 3 },
        // See Solutions/build/scriptEntry.ts: no name of ours is jQuery's.
        mangle: { reserved: ["$"] },
      },
    },
  },
  plugins: [new OlderLanguage(), new BundleMap(), new ProductVersion()],
};
