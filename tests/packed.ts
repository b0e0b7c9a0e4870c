import { join } from "node:path";
import { buildIfStale, PackError, packSolution } from "../Solutions/build";

const root = join(__dirname, "..");

let packed: Promise<Uint8Array> | undefined;

/** The managed zip as it is packed. What was built before will do: these tests are about everything else in it. */
export function packedSolution(): Promise<Uint8Array> {
  packed ??= pack();
  return packed;
}

async function pack(): Promise<Uint8Array> {
  try {
    return packSolution({ root, managed: true });
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    await buildIfStale(root);
    return packSolution({ root, managed: true });
  }
}
