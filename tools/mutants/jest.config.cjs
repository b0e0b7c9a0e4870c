// The tests that mutants are tried on: fast unit tests of the mutated folders and of what is drawn with them. Without fuzz, flood, model
// and browser: what only luck or an hour finds is not found by them either.
const { join } = require("node:path");

module.exports = {
  rootDir: join(__dirname, "..", ".."),
  roots: [
    "shared",
    "launcher",
    "forms",
    "MessageBubble",
    "NotificationPanel",
    "MessageThread",
    "ReplyBox",
    "CustomerLink",
    "sandbox",
    "Solutions/build",
    "tools",
    "tests",
  ].map((folder) => `<rootDir>/${folder}`),
  testMatch: ["shared", "launcher", "forms", "diagnostics", "MessageBubble", "NotificationPanel", "MessageThread", "ReplyBox", "CustomerLink"].map(
    (folder) => `<rootDir>/tests/${folder}/**/*.test.ts?(x)`,
  ),
  testPathIgnorePatterns: ["/fuzz[^/]*\\.test\\.tsx?$", "/leaks\\.test\\.tsx$"],
  testEnvironment: "@stryker-mutator/jest-runner/jest-env/node",
  runner: "<rootDir>/tools/mutants/coveringRunner.cjs",
  transform: { "^.+\\.tsx?$": "<rootDir>/tools/mutants/stripTypes.cjs" },
  moduleFileExtensions: ["ts", "tsx", "js", "jsx", "json", "mjs", "cjs"],
  testTimeout: 60_000,
};
