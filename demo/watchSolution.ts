import path from "node:path";
import { PackError, watchFiles } from "../Solutions/build";
import type { DevelopmentBuild } from "../Solutions/build";
import { SolutionImportError, StorageError } from "../sandbox";

/** What runs in this process: a change of it is taken over by the next start alone. */
const PROGRAM = ["sandbox", "demo", "gateway", "Solutions/build", "package.json", "package-lock.json", "tsconfig.json"];

/** What is built, and where it goes. */
export interface SolutionWatch {
  /** The repository's folder. */
  readonly root: string;
  readonly build: DevelopmentBuild;
  /** Imports the zip into the running sandbox. @throws SolutionImportError, StorageError */
  readonly update: (zip: Uint8Array) => void;
  /** Prints a line. */
  readonly say: (line: string) => void;
}

/** Builds and imports what changes, until the process ends; says each time what has become of it. */
export function watchSolution({ root, build, update, say }: SolutionWatch): void {
  const program = PROGRAM.map((name) => path.join(root, name));
  let folders = build.folders();
  const isOf = (places: readonly string[], file: string): boolean =>
    places.some((place) => file === place || file.startsWith(place + path.sep));
  const names = (files: readonly string[]): string => {
    const [first = "", ...more] = files.map((file) => path.relative(root, file).split(path.sep).join("/"));
    return more.length === 0 ? first : `${first} and ${more.length} more`;
  };
  say(
    "Watching: what you change is built, imported, and open pages of the app load themselves anew. Types are checked by npm run typecheck. Ctrl+C ends.",
  );
  watchFiles({
    places: () => [...folders, ...program],
    async changed(files) {
      const [own, others] = [[...files].filter((file) => isOf(folders, file)), [...files].filter((file) => !isOf(folders, file))];
      if (others.length > 0) say(`${names(others)} changed, which is a part of this program: press Ctrl+C, then start it again.`);
      if (own.length === 0) return;
      const started = Date.now();
      try {
        update(await build.zip(files));
        folders = build.folders();
        say(`${names(own)} changed: imported after ${((Date.now() - started) / 1000).toFixed(1)} s.`);
      } catch (error) {
        if (!(error instanceof PackError || error instanceof SolutionImportError || error instanceof StorageError)) throw error;
        say(`${names(own)} changed, and cannot be shown. What was there before goes on.\n${error.message}`);
      }
    },
  });
}
