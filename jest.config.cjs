// Its workers inherit it: what a run makes once is kept under this name (tests/packed.ts).
process.env.TEST_RUN ??= `${process.pid}-${Date.now()}`;

/** Unit and solution tests run in any order, browser tests one file at a time (they share the two cores with Chromium). */
const common = {
  globals: { PRODUCT_VERSION: require("./package.json").version },
  testEnvironment: "node",
  transform: { "^.+\\.tsx?$": ["ts-jest", { tsconfig: "tsconfig.check.json", diagnostics: false }] },
  moduleFileExtensions: ["ts", "tsx", "js", "jsx", "json", "mjs", "cjs"],
  modulePathIgnorePatterns: ["<rootDir>/out/", "<rootDir>/Solutions/bin/", "<rootDir>/sandbox/dist/", "<rootDir>/.stryker-tmp/"],
};

module.exports = {
  // A slow machine is no defect: what hangs is found by the whole run's limit. Files that need longer say so.
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/tests/**/*.test.ts?(x)", "<rootDir>/sandbox/tests/**/*.test.ts?(x)"],
      testPathIgnorePatterns: ["/node_modules/", "/tests/e2e/", "/tests/bench/"],
    },
    { ...common, displayName: "browser", testMatch: ["<rootDir>/tests/e2e/**/*.test.ts"] },
  ],
};
