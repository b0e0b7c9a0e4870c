// React 16 has no `react/jsx-runtime` of its own, and the platform gives the control `react` alone: the icons get a small one of ours.
// Icons come one by one (`@fluentui/react-icons/lib/atoms/…`): the package's index would cost the build half a minute.
const path = require("node:path");

module.exports = {
  resolve: {
    alias: {
      "react/jsx-runtime": path.resolve(__dirname, "MessageBubble/jsxRuntime.ts"),
    },
  },
};
