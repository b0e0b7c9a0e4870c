// Runs a program of the repository as tools/run.mjs does, once all packages are there. One process: two scripts of npm, one after the other, take a fifth of a
// second longer.
await import("./ensureInstalled.mjs");
await import("./run.mjs");
