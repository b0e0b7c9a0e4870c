// Which folders are PCF controls: those with a manifest. The build, the packer, the size table, lint and tests ask here; none of them names one.
const { readdirSync, existsSync } = require("node:fs");
const { join } = require("node:path");

/** The names of the controls' folders, in alphabetical order. @param {string} root the repository's folder @returns {string[]} */
exports.findControls = (root) =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, "ControlManifest.Input.xml")))
    .map((entry) => entry.name)
    .sort();
