/** Finds an installed Chrome, Edge or Chromium: no browser is ever downloaded. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"];

/** Chromium's engine without its windows: what it shows is the same, and it costs a third less. It has neither tabs nor a person's permissions. */
const WINDOWLESS = ["chromium-headless-shell", "chrome-headless-shell"];

const MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const WINDOWS = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Chromium", "Application", "chrome.exe"],
];

/**
 * The path of a browser's program, or null where none is installed. `CHROME_PATH` goes before everything else.
 * @throws Error when CHROME_PATH names no program
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string | null {
  if (env["CHROME_PATH"]) {
    if (isProgram(env["CHROME_PATH"])) return env["CHROME_PATH"];
    throw new Error(`CHROME_PATH is ${env["CHROME_PATH"]}, which is no program. Correct it, or unset it to have a browser looked for.`);
  }
  return candidates(env, platform).find(isProgram) ?? null;
}

/**
 * As {@link findBrowser}, for what needs neither tabs nor a person's permissions: a program without windows goes first, where there is one.
 * @throws Error when CHROME_PATH names no program
 */
export function findWindowlessBrowser(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string | null {
  if (env["CHROME_PATH"]) return findBrowser(env, platform);
  return onPath(WINDOWLESS, env).find(isProgram) ?? findBrowser(env, platform);
}

/** What a browser is started with, so that it does nothing but the test. */
export function browserArguments(): readonly string[] {
  const quiet = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
  ];
  // Chromium's own sandbox cannot be used by root, as in most containers.
  return process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : quiet;
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): readonly string[] {
  if (platform === "darwin") return MAC;
  if (platform === "win32") {
    const roots = [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LOCALAPPDATA"]].filter((root) => root !== undefined);
    return roots.flatMap((root) => WINDOWS.map((parts) => join(root, ...parts)));
  }
  return onPath(NAMES, env);
}

function onPath(names: readonly string[], env: NodeJS.ProcessEnv): readonly string[] {
  const folders = (env["PATH"] ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
