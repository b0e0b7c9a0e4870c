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

module.exports = {
  output: {
    // No comments with names of modules: the minifier takes them for licences, and writes a file of them beside the bundle, which would be packed into
    // the solution. The licences are a web resource of their own (Solutions/build/notices.ts).
    pathinfo: false,
    // Such a file of an earlier build goes.
    clean: { keep: (file) => !file.endsWith(".LICENSE.txt") },
  },
  plugins: [new BundleMap(), new ProductVersion()],
};
