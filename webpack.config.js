// Icons come one by one (`@fluentui/react-icons/lib/atoms/svg/…`): the package's index would cost the build half a minute.
// The bundle takes the same icons without their styling runtime, which the package keeps in a folder beside them: 2 kB less.
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
  resolve: {
    alias: {
      "@fluentui/react-icons/lib/atoms/svg": path.resolve(__dirname, "node_modules/@fluentui/react-icons/lib/atoms/headless-svg"),
    },
  },
  plugins: [new BundleMap()],
  // Statements instead of comma sequences repeat more, so they compress better; nothing reads how many parameters a function has.
  optimization: { minimizeOptions: { javascript: { compress: { passes: 3, sequences: false, keep_fargs: false } } } },
};
