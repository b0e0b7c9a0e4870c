// The product's own folders, and the fast unit tests that mirror them: what is counted by `npm run test:coverage`, and what mutants are tried on.
// Without fuzz and leaks: what only luck or an hour finds says nothing of what a test reaches.
const FOLDERS = [
  "shared",
  "launcher",
  "forms",
  "diagnostics",
  "overview",
  "MessageBubble",
  "NotificationPanel",
  "MessageThread",
  "ReplyBox",
  "CustomerLink",
];
const NOT_COUNTED = ["/fuzz[^/]*\\.test\\.tsx?$", "/leaks\\.test\\.tsx$"];

module.exports = {
  folders: FOLDERS,
  testMatch: FOLDERS.map((folder) => `<rootDir>/tests/${folder}/**/*.test.ts?(x)`),
  testPathIgnorePatterns: NOT_COUNTED,
  /** A pattern of the paths of exactly these tests, for a run of all the others. */
  pathPattern: `/tests/(${FOLDERS.join("|")})/(?!.*/?(fuzz[^/]*|leaks)\\.test\\.tsx?$).*\\.test\\.tsx?$`,
};
