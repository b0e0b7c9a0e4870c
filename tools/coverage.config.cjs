// `npm run test:coverage`: how much of the product the fast unit tests reach. The limits lie just below what it was when they were set: who adds
// what no test reaches hears of it, who adds tests raises them.
const {
  projects: [unit],
} = require("../jest.config.cjs");
const { rootDir, roots } = require("./mutants/jest.config.cjs");
const { folders, testMatch, testPathIgnorePatterns } = require("./productTests.cjs");

/** Per cent of statements, branches, functions and lines. */
const LIMITS = {
  // What stands in none of the folders below.
  global: [95, 90, 95, 95],
  "shared/domain/": [98, 96, 100, 98],
  "shared/thread/": [99, 95, 100, 99],
  "shared/inbox/": [97, 92, 97, 98],
  "shared/dataverse/": [98, 94, 98, 99],
  "shared/browser/": [98, 100, 96, 98],
  "shared/ui/": [100, 95, 100, 100],
  "launcher/": [93, 83, 100, 97],
  "forms/": [94, 91, 97, 96],
  "diagnostics/": [98, 90, 96, 98],
  "overview/": [95, 85, 95, 95],
  "MessageBubble/": [94, 95, 89, 95],
  "NotificationPanel/": [97, 94, 98, 97],
  "MessageThread/": [98, 91, 98, 99],
  "ReplyBox/": [97, 91, 97, 98],
  "CustomerLink/": [95, 82, 93, 99],
};
const limit = ([statements, branches, functions, lines]) => ({ statements, branches, functions, lines });

module.exports = {
  ...unit,
  rootDir,
  roots,
  testMatch,
  testPathIgnorePatterns,
  testTimeout: 60_000,
  collectCoverageFrom: [`{${folders.join()}}/**/*.{ts,tsx}`, "!**/generated/**"],
  coverageDirectory: "reports/coverage",
  coverageReporters: ["text", "html", "json-summary"],
  coverageThreshold: Object.fromEntries(
    Object.entries(LIMITS).map(([folder, limits]) => [folder === "global" ? folder : `./${folder}`, limit(limits)]),
  ),
};
