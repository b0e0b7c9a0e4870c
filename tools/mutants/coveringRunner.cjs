/**
 * Jest's runner for `npm run test:mutants`, without the work that says nothing new. Stryker names the tests that reach a mutant; Jest alone
 * would load every test file to find them, and go on when the first has failed. Here only files with such tests are loaded, the quickest
 * first, up to the first failure: many times faster.
 */
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { default: TestRunner } = require("jest-runner");

module.exports = class extends TestRunner {
  runTests(tests, watcher, options) {
    if (tests.length === 0) return Promise.resolve();
    // Written by the first run, which is of all tests, for the runs with a mutant, which may be in another process. In Stryker's copy only.
    const file = join(tests[0].context.config.rootDir, "testNames.json");
    const { testNamePattern } = this._globalConfig;
    if (!testNamePattern)
      return file.includes(".stryker-tmp") ? this.#runAll(tests, watcher, options, file) : super.runTests(tests, watcher, options);
    const known = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    return this.#runUntilFailure(chooseTests(tests, known, new RegExp(testNamePattern, "i")), watcher, options);
  }

  #runAll(tests, watcher, options, file) {
    const known = {};
    this.on("test-file-success", ([test, { testResults, perfStats }]) => {
      known[test.path] = { names: testResults.map(({ fullName }) => fullName), ms: perfStats.runtime };
      writeFileSync(file, JSON.stringify(known));
    });
    return super.runTests(tests, watcher, options);
  }

  async #runUntilFailure(tests, watcher, options) {
    let hasFailed = false;
    this.on("test-file-success", ([, { numFailingTests, testExecError }]) => (hasFailed ||= numFailingTests > 0 || testExecError != null));
    this.on("test-file-failure", () => (hasFailed = true));
    for (const test of tests) {
      await super.runTests([test], watcher, options);
      if (hasFailed) return;
    }
  }
};

/** The files with a test of that name, the quickest first; a file that is not known might have one. */
function chooseTests(tests, known, wanted) {
  const msOf = ({ path }) => known[path]?.ms ?? 0;
  return tests.filter(({ path }) => known[path]?.names.some((name) => wanted.test(name)) ?? true).sort((a, b) => msOf(a) - msOf(b));
}
