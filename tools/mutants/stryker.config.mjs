// `npm run test:mutants`: changes the product in small ways, one at a time, and says which changes no test notices (docs/testing.md).
// What is said after `--` reaches Stryker: `npm run test:mutants -- --mutate shared/inbox/claim.ts`.
import { availableParallelism } from "node:os";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: ["shared/**/*.{ts,tsx}", "launcher/**/*.ts", "forms/**/*.ts"],
  testRunner: "jest",
  plugins: ["@stryker-mutator/jest-runner"],
  jest: {
    projectType: "custom",
    configFile: "tools/mutants/jest.config.cjs",
    // coveringRunner.cjs knows better than the imports which files have a test that reaches the mutant.
    enableFindRelatedTests: false,
  },
  buildCommand: "node tools/mutants/watchEnvironments.mjs",
  coverageAnalysis: "perTest",
  // A value that is made once, when its module is loaded, is the same in every test of a file: Stryker would have to run all of them.
  ignoreStatic: true,
  // Nothing is checked for types here: esbuild takes them off.
  disableTypeChecks: false,
  incremental: true,
  incrementalFile: "reports/mutants/incremental.json",
  reporters: ["clear-text", "progress", "html", "json"],
  htmlReporter: { fileName: "reports/mutants/index.html" },
  jsonReporter: { fileName: "reports/mutants/mutants.json" },
  clearTextReporter: { allowColor: true, logTests: false, reportTests: false, reportMutants: true },
  concurrency: availableParallelism(),
  tempDirName: ".stryker-tmp",
  ignorePatterns: ["coverage", "reports", ".sandbox", "docs", "Solutions/bin", "out/test-results", "tests/e2e"],
  thresholds: { high: 90, low: 80, break: 80 },
};
