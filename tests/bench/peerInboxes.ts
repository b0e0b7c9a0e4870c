/** Comparable inboxes for web pages, and what each weighs when it is bundled as its own guide says. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { CannotRun } from "../../tools/bench/figure";

/** Pinned by a package file and a lock file of its own; `npm ci` of the repository does not know it. */
const FOLDER = join(__dirname, "peers");

/** A package, what of it a page needs for a count and a list, and what it leaves to that page. */
interface Peer {
  readonly name: string;
  /** A module that takes from the package what its guide tells a page to take. */
  readonly entry: string;
  readonly leaves: string;
}

const PEERS: readonly Peer[] = [
  {
    name: "@novu/react",
    entry: 'export { Inbox } from "@novu/react";',
    leaves: "React; brings its own styles, its own renderer (Solid) and a socket",
  },
  {
    name: "@knocklabs/react",
    entry:
      'import "@knocklabs/react/dist/index.css"; export { KnockProvider, KnockFeedProvider, NotificationIconButton, NotificationFeedPopover } from "@knocklabs/react";',
    leaves: "React; brings its own style sheet, its own components and a socket",
  },
  {
    name: "@magicbell/react",
    entry:
      'export { default as Provider } from "@magicbell/react/context-provider"; export { default as FloatingInbox } from "@magicbell/react/floating-inbox";',
    leaves: "React; brings its own styles, its own components and a socket",
  },
];

/** What a browser loads of a peer before its inbox shows (bytes). */
export interface PeerWeight {
  readonly name: string;
  readonly version: string;
  readonly leaves: string;
  /** Scripts and styles, one file each. */
  readonly files: readonly Uint8Array[];
}

/**
 * Installs the peers where they are not yet, and bundles each: minified, for the language level of the product's own bundles, React left to the page. What a peer loads later by itself
 * (a dynamic import) is not counted.
 * @throws CannotRun where npm cannot install them
 */
export async function weighPeers(progress: (line: string) => void): Promise<readonly PeerWeight[]> {
  install(progress);
  return Promise.all(PEERS.map(weigh));
}

function install(progress: (line: string) => void): void {
  const isThere = PEERS.every(({ name }) => existsSync(packageFile(name)) && versionOf(name) === pinned(name));
  if (isThere) return;
  progress("installing the peers, some 480 MB, in tests/bench/peers");
  const npm = process.env["npm_execpath"];
  const [command, args] = npm ? [process.execPath, [npm]] : ["npm", []];
  const { status, stderr } = spawnSync(command, [...args, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"], {
    cwd: FOLDER,
    encoding: "utf8",
    shell: !npm,
    // The outer npm's own settings are about the repository.
    env: Object.fromEntries(
      Object.entries(process.env).filter(([key]) => !key.startsWith("npm_package_") && key !== "npm_config_local_prefix"),
    ),
  });
  if (status === 0) return;
  const why = stderr.split("\n").find((line) => line.includes("npm error")) ?? "npm could not be started";
  throw new CannotRun(`npm could not install the peers (${why.trim()}). They need a package registry.`);
}

const packageFile = (name: string): string => join(FOLDER, "node_modules", name, "package.json");

function versionOf(name: string): string {
  return (JSON.parse(readFileSync(packageFile(name), "utf8")) as { version: string }).version;
}

function pinned(name: string): string | undefined {
  const { dependencies } = JSON.parse(readFileSync(join(FOLDER, "package.json"), "utf8")) as { dependencies: Record<string, string> };
  return dependencies[name];
}

async function weigh({ name, entry, leaves }: Peer): Promise<PeerWeight> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: entry, resolveDir: FOLDER, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    splitting: true,
    outdir: FOLDER,
    format: "esm",
    target: "es2018",
    platform: "browser",
    external: ["react", "react-dom", "react/jsx-runtime", "react-dom/client"],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "silent",
  });
  const outputs = Object.entries(metafile.outputs);
  const needed = new Set<string>();
  const need = (path: string): void => {
    if (needed.has(path)) return;
    needed.add(path);
    for (const { path: other, kind, external } of metafile.outputs[path]?.imports ?? []) {
      if (kind === "import-statement" && !external) need(other);
    }
  };
  for (const [path, { entryPoint, cssBundle }] of outputs) {
    if (entryPoint === undefined) continue;
    need(path);
    if (cssBundle) need(cssBundle);
  }
  const names = new Set([...needed].map((path) => basename(path)));
  return {
    name,
    version: versionOf(name),
    leaves,
    files: outputFiles.filter(({ path }) => names.has(basename(path))).map(({ contents }) => contents),
  };
}
