// Jest's words for `npm test`: how far the files are (a line that moves on a terminal, a line every 15 seconds elsewhere), and each failure as soon as its file
// has ended. What passed is counted, not listed: `npm run test:one` lists it. TEST_PART says what the files are called together.
const { relative } = require("node:path");

const ELSEWHERE_EVERY_MS = 15_000;
const CLEAR = "\r\u001b[2K";

module.exports = class TestReporter {
  constructor() {
    this.title = process.env.TEST_PART ?? "tests";
    this.output = process.stdout;
    this.startedAt = Date.now();
    this.saidAt = Date.now();
    this.hasStep = false;
  }

  onRunStart({ numTotalTestSuites }) {
    this.say(`${this.title}: ${numTotalTestSuites} files`);
  }

  onTestFileResult({ path }, { failureMessage, console: printed }, results) {
    if (failureMessage) {
      this.say(`FAIL ${relative(process.cwd(), path)}\n${failureMessage}`);
      for (const { message } of printed ?? []) this.say(message);
    }
    const { numTotalTestSuites, numPassedTestSuites, numFailedTestSuites, numPassedTests, numFailedTests } = results;
    const done = numPassedTestSuites + numFailedTestSuites;
    const failed = numFailedTests > 0 ? `, ${numFailedTests} FAILED` : "";
    const seconds = Math.round((Date.now() - this.startedAt) / 1000);
    this.step(`${this.title}: ${done} of ${numTotalTestSuites} files, ${numPassedTests} passed${failed}, ${seconds} s`);
  }

  onRunComplete() {
    if (this.hasStep) this.output.write(CLEAR);
  }

  say(line) {
    this.output.write(`${this.hasStep ? CLEAR : ""}${line}\n`);
    this.hasStep = false;
    this.saidAt = Date.now();
  }

  step(line) {
    if (this.output.isTTY) {
      this.output.write(`${CLEAR}${line.slice(0, 100)}`);
      this.hasStep = true;
    } else if (Date.now() - this.saidAt >= ELSEWHERE_EVERY_MS) this.say(line);
  }
};
