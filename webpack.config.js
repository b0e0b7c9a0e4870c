const path = require("node:path");

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

module.exports = {
  plugins: [new BundleMap()],
};
