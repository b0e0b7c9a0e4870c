import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { buildIfStale, PackError, packSolution } from "../../../Solutions/build";

const root = join(__dirname, "..", "..", "..");

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

/** How to change a part of a zip: new text, or null to leave it out. */
export type Edits = Readonly<Record<string, string | null | ((text: string) => string)>>;

/** The same zip with some parts changed. An edit that changes nothing is a mistake of the test, and throws. */
export function edited(zip: Uint8Array, edits: Edits): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(zip)));
  for (const [name, edit] of Object.entries(edits)) {
    const part = parts.get(name);
    if (edit === null) {
      if (!part) throw new Error(`The zip has no ${name} to leave out.`);
      parts.delete(name);
      continue;
    }
    const before = part ? strFromU8(part) : "";
    const after = typeof edit === "function" ? edit(before) : edit;
    if (after === before) throw new Error(`The edit of ${name} changes nothing.`);
    parts.set(name, strToU8(after));
  }
  return zipSync(Object.fromEntries(parts), { level: 0 });
}
