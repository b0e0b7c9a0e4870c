import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const root = path.join(__dirname, "..", "..");

/** What is made, installed, or not needed to run the product. */
const LEFT_OUT = new Set(["node_modules", "out", ".git", ".sandbox", "tests", "bin", "dist", "generated", "coverage", "reports"]);

/** A copy of the repository whose files a test may change. What is installed is the repository's own. */
export class RepositoryCopy {
  readonly root = mkdtempSync(path.join(os.tmpdir(), "repository copy é-"));

  constructor() {
    for (const name of readdirSync(root)) {
      if (!LEFT_OUT.has(name)) cpSync(path.join(root, name), path.join(this.root, name), { recursive: true, filter: isWanted });
    }
    symlinkSync(path.join(root, "node_modules"), path.join(this.root, "node_modules"), "junction");
  }

  /** Changes a file. @throws Error where that changes nothing: a mistake of the test */
  edit(file: string, change: (text: string) => string): void {
    const name = path.join(this.root, file);
    const before = readFileSync(name, "utf8");
    const after = change(before);
    if (after === before) throw new Error(`The edit of ${file} changes nothing.`);
    writeFileSync(name, after);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

function isWanted(file: string): boolean {
  return !LEFT_OUT.has(path.basename(file));
}
