// The unit and solution tests that `npm run test:coverage` leaves out: together the two run each test once (see tools/test.ts).
const { join } = require("node:path");
const {
  projects: [unit],
  testTimeout,
} = require("../jest.config.cjs");
const { pathPattern } = require("./productTests.cjs");

module.exports = {
  ...unit,
  rootDir: join(__dirname, ".."),
  testTimeout,
  testPathIgnorePatterns: [...unit.testPathIgnorePatterns, pathPattern],
};
