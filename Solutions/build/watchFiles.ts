import { statSync } from "node:fs";
import { filesBelow } from "./files";

/** How often the files are looked at, in milliseconds: some thousand files take ten. */
const LOOK_EVERY_MS = 200;

/** Folders of what is made or installed, not written. */
const LEFT_OUT = ["generated", "node_modules", "dist"];

/** What to watch, and whom to tell. */
export interface Watched {
  /** Folders and single files, absolute. Asked for at every look. */
  readonly places: () => readonly string[];
  /** What was written, made or removed since it was last called. The next look waits until this is done. */
  readonly changed: (files: ReadonlySet<string>) => Promise<void>;
}

/**
 * Watches files by looking at their times: that works alike on every system, in containers and on network drives, where the systems' own messages of changes
 * get lost. What an editor writes in several steps is told once, when it has been still for one look. Ends with the process.
 */
export function watchFiles({ places, changed }: Watched): void {
  let seen = look(places()) ?? new Map<string, string>();
  const pending = new Set<string>();
  const again = async (): Promise<void> => {
    const now = look(places()) ?? seen;
    const fresh = differences(seen, now);
    seen = now;
    fresh.forEach((file) => pending.add(file));
    if (fresh.length === 0 && pending.size > 0) {
      const told = new Set(pending);
      pending.clear();
      await changed(told);
    }
    wait();
  };
  const wait = (): void => void setTimeout(() => void again(), LOOK_EVERY_MS).unref();
  wait();
}

/** Each file's time and size, by its path; undefined where a folder went away at that very moment: the next look is a better one. */
function look(places: readonly string[]): ReadonlyMap<string, string> | undefined {
  try {
    const files = places.flatMap((place) => {
      const stat = statSync(place, { throwIfNoEntry: false });
      if (!stat) return [];
      return stat.isDirectory() ? filesBelow(place, LEFT_OUT) : [place];
    });
    return new Map(
      files.flatMap((file) => {
        const stat = statSync(file, { throwIfNoEntry: false });
        return stat ? [[file, `${stat.mtimeMs} ${stat.size}`] as const] : [];
      }),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function differences(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((file) => before.get(file) !== now.get(file));
}
