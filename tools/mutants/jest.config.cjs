// The tests that mutants are tried on: fast unit tests of the mutated folders and of what is drawn with them. Without fuzz, flood, model
// and browser: what only luck or an hour finds is not found by them either.
const { join } = require("node:path");
const { folders, testMatch, testPathIgnorePatterns } = require("../productTests.cjs");

module.exports = {
  rootDir: join(__dirname, "..", ".."),
  roots: [...folders, "sandbox", "Solutions/build", "tools", "tests"].map((folder) => `<rootDir>/${folder}`),
  testMatch,
  testPathIgnorePatterns,
  testEnvironment: "@stryker-mutator/jest-runner/jest-env/node",
  runner: "<rootDir>/tools/mutants/coveringRunner.cjs",
  transform: { "^.+\\.tsx?$": "<rootDir>/tools/mutants/stripTypes.cjs" },
  moduleFileExtensions: ["ts", "tsx", "js", "jsx", "json", "mjs", "cjs"],
  testTimeout: 60_000,
};
