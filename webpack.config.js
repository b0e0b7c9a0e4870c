// Icons come one by one (`@fluentui/react-icons/lib/atoms/svg/…`): the package's index would cost the build half a minute.
// The bundle takes the same icons without their styling runtime, which the package keeps in a folder beside them: 2 kB less.
const path = require("node:path");

module.exports = {
  resolve: {
    alias: {
      "@fluentui/react-icons/lib/atoms/svg": path.resolve(__dirname, "node_modules/@fluentui/react-icons/lib/atoms/headless-svg"),
    },
  },
  // Statements instead of comma sequences repeat more, so they compress better; nothing reads how many parameters a function has.
  optimization: { minimizeOptions: { javascript: { compress: { passes: 3, sequences: false, keep_fargs: false } } } },
};
