/** On what the figures were measured. */
import { execFileSync } from "node:child_process";
import { cpus, release, totalmem, type } from "node:os";
import { findBrowser, findWindowlessBrowser } from "../browser";

/** This machine, in words: processors, memory, system, Node, browsers. */
export function machineInWords(): string {
  const [first] = cpus();
  const browsers = new Set([findWindowlessBrowser(), findBrowser()].filter((path) => path !== null).map(versionOf));
  return [
    `${cpus().length} cores (${first ? first.model.replace(/\s+/g, " ").trim() : "unknown"})`,
    `${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    ...(browsers.size > 0 ? browsers : ["no browser"]),
  ].join(", ");
}

function versionOf(browser: string): string {
  try {
    return execFileSync(browser, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "a browser that does not say its version";
  }
}
