/** The zip of `npm start` is not packed again while nothing has changed. */
import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packOrReadKept, packSolution } from "../../Solutions/build";
import { BUILD_TIMEOUT, ensureBuilt, onCopy } from "./builtSolution";

beforeAll(ensureBuilt, BUILD_TIMEOUT);

const packed = (root: string): Buffer => Buffer.from(packSolution({ root, managed: true, isCompressed: false }));
const started = (root: string): Buffer => Buffer.from(packOrReadKept(root));
const kept = (root: string): string[] => readdirSync(join(root, "out", "kept")).map((name) => join(root, "out", "kept", name));

it("is what the packer packs, the first time and the next", () => {
  onCopy((root) => {
    const expected = packed(root);
    expect(started(root).equals(expected)).toBe(true);
    expect(kept(root)).toHaveLength(1);
    expect(started(root).equals(expected)).toBe(true);
  });
});

it("is read from the disk the next time", () => {
  onCopy((root) => {
    started(root);
    appendFileSync(kept(root)[0] ?? "", "and a mark");
    expect(started(root).toString("latin1")).toMatch(/and a mark$/);
  });
});

it("is packed anew where what was kept is only a part of it", () => {
  onCopy((root) => {
    started(root);
    writeFileSync(kept(root)[0] ?? "", "PK");
    expect(started(root).equals(packed(root))).toBe(true);
  });
});

const FILE = "Solutions/src/WebResources/msgn_/icons/message.svg";
const changes: readonly (readonly [string, (root: string) => void])[] = [
  ["a file of the solution has grown", (root) => appendFileSync(join(root, FILE), "\n")],
  [
    "a file of the solution was saved with as many characters",
    (root) => {
      const { atime, mtimeMs } = statSync(join(root, FILE));
      writeFileSync(join(root, FILE), readFileSync(join(root, FILE), "utf8").replace("<svg", "<SVG"));
      utimesSync(join(root, FILE), atime, new Date(mtimeMs - 60_000));
    },
  ],
];

it.each(changes)("is packed anew where %s, and the one before is gone", (_, change) => {
  onCopy((root) => {
    started(root);
    const before = kept(root);
    change(root);
    expect(started(root).equals(packed(root))).toBe(true);
    expect(kept(root)).toHaveLength(1);
    expect(kept(root)).not.toEqual(before);
  });
});

it("is packed anew, and refused, where a file has come that belongs to nothing, or one has gone", () => {
  onCopy((root) => {
    started(root);
    writeFileSync(join(root, "Solutions/src/stray.txt"), "");
    expect(() => started(root)).toThrow(/stray\.txt would not be in the zip/);
    rmSync(join(root, "Solutions/src/stray.txt"));
    rmSync(join(root, FILE));
    expect(() => started(root)).toThrow(/message\.svg/);
  });
});

it("is packed anew, and refused, where the version is no longer that of the built controls", () => {
  onCopy((root) => {
    started(root);
    writeFileSync(join(root, "package.json"), '{ "version": "9.8.7" }');
    expect(() => started(root)).toThrow(/9\.8\.7/);
  });
});

it("is packed each time where nothing can be kept", () => {
  onCopy((root) => {
    rmSync(join(root, "out", "kept"), { recursive: true, force: true });
    writeFileSync(join(root, "out", "kept"), "a file where the folder would be");
    expect(started(root).equals(packed(root))).toBe(true);
  });
});
