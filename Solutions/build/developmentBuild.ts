/** Builds the solution while somebody works on it: what changed, in a moment, with source maps. What ships is made by `builds.ts` alone. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BuildFailure, BuildOptions } from "esbuild";
import { builtManifest, controlEntry } from "./controlEntry";
import { GUIDE_TEXTS, guideLanguages, guidePage } from "./guide";
import { PackError } from "./packError";
import { packSolution } from "./packSolution";
import { controlOutput, controlsOf, guideOutput, NOTICES_OUTPUT, scriptOutput, SCRIPTS } from "./parts";
import { roomsOf } from "./rooms";
import { scriptEntry } from "./scriptEntry";

/** Apart from what ships: a zip for people must not hold a build for development. */
const OUT = "out/development";

/** Builds again and again. */
export interface DevelopmentBuild {
  /** The folders with everything that the zip is made of; absolute. Code that imports from another folder brings that one in. */
  folders(): readonly string[];
  /**
   * Builds what the changed files are part of, and packs the managed zip.
   * @param changed absolute paths; left out: builds all of it
   * @throws PackError with the compiler's words; the next call then builds that part again
   */
  zip(changed?: ReadonlySet<string>): Promise<Uint8Array>;
}

/** A bundle that is built again when one of its files has changed. */
class Bundle {
  /** The files that it was made of, absolute; undefined where it is to be built whatever changed. */
  private inputs: ReadonlySet<string> | undefined;

  constructor(
    private readonly root: string,
    private readonly options: BuildOptions,
  ) {}

  async build(changed: ReadonlySet<string> | undefined): Promise<void> {
    const { inputs, root } = this;
    if (changed && inputs && ![...changed].some((file) => inputs.has(file))) return;
    this.inputs = undefined;
    // Loaded where it is used: it refuses to be loaded by tests whose environment is a browser's, and they may use the packer.
    const { build } = await import("esbuild");
    try {
      const { metafile } = await build({ ...this.options, sourcemap: "inline", metafile: true, logLevel: "silent" });
      this.inputs = new Set(Object.keys(metafile.inputs).map((file) => join(root, file)));
    } catch (error) {
      throw new PackError(wordsOf(error as BuildFailure));
    }
  }
}

/** `MessageBubble/Bubble.tsx:12:3: Expected ";"`, a line for each error. */
function wordsOf({ errors = [], message }: Partial<BuildFailure>): string {
  const lines = errors.map(({ text, location }) => (location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text));
  return lines.length > 0 ? lines.join("\n") : (message ?? "The compiler has failed.");
}

/** @param root the repository's folder */
export function createDevelopmentBuild(root: string): DevelopmentBuild {
  const bundles = new Map<string, Bundle>();
  const place = (output: string): string => join(root, output.replace(/^out/, OUT));

  const bundleOf = (part: string, outfile: string, entry: () => BuildOptions): Bundle => {
    const bundle = bundles.get(part) ?? new Bundle(root, { ...entry(), outfile: place(outfile) });
    bundles.set(part, bundle);
    return bundle;
  };

  const parts = (): readonly Bundle[] => [
    ...controlsOf(root).map(({ folder, name }) => {
      const fullName = name.slice(name.indexOf("_") + 1);
      return bundleOf(folder, `${controlOutput(folder)}/bundle.js`, () => controlEntry(root, { folder, fullName }));
    }),
    ...SCRIPTS.map((script) => bundleOf(script, scriptOutput(script), () => scriptEntry(root, script))),
  ];

  return {
    folders() {
      const rooms = roomsOf(root, [...controlsOf(root).map(({ folder }) => folder), ...SCRIPTS]);
      return [...rooms, "Solutions/src", ...(existsSync(join(root, GUIDE_TEXTS)) ? [GUIDE_TEXTS] : [])].map((room) => join(root, room));
    },
    async zip(changed) {
      await Promise.all(parts().map((bundle) => bundle.build(changed)));
      for (const { folder } of controlsOf(root)) copyTexts(root, folder, place(controlOutput(folder)));
      write(place(NOTICES_OUTPUT), "<!doctype html><title>Licences</title><p>The zip that npm run pack makes has the licences here.</p>\n");
      for (const language of guideLanguages(root)) write(place(guideOutput(language.id)), guidePage(root, language));
      return packSolution({ root, managed: true, out: OUT, isCompressed: false });
    },
  };
}

/** The manifest and the texts of a control go beside its bundle. */
function copyTexts(root: string, folder: string, target: string): void {
  write(join(target, "ControlManifest.xml"), builtManifest(root, folder));
  const strings = join(root, folder, "strings");
  rmSync(join(target, "strings"), { recursive: true, force: true });
  if (existsSync(strings)) cpSync(strings, join(target, "strings"), { recursive: true });
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
