/** What a browser loads for the product, part by part, and beside it what comparable inboxes weigh. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { buildIfStale } from "../../Solutions/build";
import { bundlesOf } from "../../Solutions/build/parts";
import type { BenchPart, Figure } from "../../tools/bench/figure";
import { inWords } from "../../tools/bench/figureTable";
import { exactly } from "../../tools/bench/spread";
import { budgetsOf } from "../../tools/sizes";
import { weighPeers } from "./peerInboxes";

const root = join(__dirname, "..", "..");

/** Bytes, each file compressed by itself, as a server sends it. */
interface Weight {
  readonly gzip: number;
  readonly brotli: number;
}

/** Exact: the same files weigh the same everywhere. */
export const bytesAtStart: BenchPart = {
  name: "bytes",
  title: "Bytes at the start of the app, beside comparable inboxes",
  how:
    "The product's files as the solution holds them, each compressed by itself (gzip at level 9, brotli at 11). Limits and growth are a test: `tests/tools/sizes.test.ts`. The peers are pinned in `tests/bench/peers` and bundled by " +
    "esbuild, minified, from what their guides tell a page to import for a bell and a list. Of each only what loads before the inbox shows is counted. React is left to the page on both sides. The product also leaves Fluent to " +
    "the platform, whose app has loaded it; the peers bring their components with them. The peers hold a socket to their own service open; the product asks Dataverse.",
  tried: "",
  async run({ progress }) {
    await buildIfStale(root);
    const files = new Map(bundlesOf(root).map(({ part, path }) => [part, readFileSync(join(root, path))]));
    const budgets = budgetsOf(root).map(({ name, parts, limit }) => {
      const weight = weigh(parts.map((part) => files.get(part)).filter((file) => file !== undefined));
      return { name, parts, limit, weight };
    });
    const peers = (await weighPeers(progress)).map((peer) => ({ ...peer, weight: weigh(peer.files) }));
    const [start] = budgets;
    const smallest = [...peers].sort((one, other) => one.weight.gzip - other.weight.gzip)[0];
    if (!start || !smallest) throw new Error("There is nothing to weigh.");
    const panel = budgets.find(({ parts }) => parts.includes("NotificationPanel"));
    const withPanel = start.weight.gzip + (panel?.weight.gzip ?? 0);
    const compared = { unit: "×", baseline: `${smallest.name} ${smallest.version}, ${inBytes(smallest.weight.gzip)}` };
    return [
      {
        ...compared,
        measure: "start of the app over the smallest peer",
        side: `${start.parts.join(" + ")}, ${inBytes(start.weight.gzip)}`,
        value: exactly(start.weight.gzip / smallest.weight.gzip),
        goal: { atMost: 0.5 },
        note: `by brotli ${inWords(start.weight.brotli / smallest.weight.brotli)} ×`,
      },
      {
        ...compared,
        measure: "with the panel, once it has been opened",
        side: `and NotificationPanel, ${inBytes(withPanel)}`,
        value: exactly(withPanel / smallest.weight.gzip),
        goal: null,
        note: "",
      },
      ...budgets.map(({ name, parts, limit, weight }): Figure => {
        return alone(`${name}, gzip`, parts.join(" + "), weight, { atMost: limit }, "");
      }),
      ...peers.map(({ name, version, weight, leaves }): Figure =>
        alone(`${name} ${version}, gzip`, "peer", weight, null, `leaves to its page: ${leaves}`),
      ),
    ];
  },
};

function alone(measure: string, side: string, { gzip, brotli }: Weight, goal: Figure["goal"], note: string): Figure {
  return {
    measure,
    side,
    baseline: "",
    value: exactly(gzip),
    unit: "B",
    goal,
    note: [`brotli ${inBytes(brotli)}`, note].filter(Boolean).join("; "),
  };
}

function weigh(files: readonly Uint8Array[]): Weight {
  const sum = (compress: (file: Uint8Array) => Uint8Array): number => files.reduce((bytes, file) => bytes + compress(file).length, 0);
  return { gzip: sum((file) => gzipSync(file, { level: 9 })), brotli: sum((file) => brotliCompressSync(file)) };
}

const inBytes = (bytes: number): string => `${inWords(bytes)} B`;
