/** Runs checks one after the other: none stops the next one, and each leaves pictures. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** How a check ended. */
export type Verdict = "held" | "differed" | "not judged";

/** A picture of a page, in the report's folder. */
export interface Picture {
  readonly file: string;
  readonly title: string;
}

/** What became of a check. */
export interface Result {
  readonly group: string;
  /** What is expected. */
  readonly name: string;
  readonly verdict: Verdict;
  /** What was seen, or why it was not judged. */
  readonly seen: string;
  readonly seconds: number;
  readonly pictures: readonly Picture[];
}

/** A page whose picture belongs to a check. */
export interface Scene {
  readonly title: string;
  readonly page: Page;
}

/** The check cannot say anything here: why. */
export class NotJudged extends Error {
  override readonly name = "NotJudged";
}

/** Something else than expected was seen: what. */
export class Differed extends Error {
  override readonly name = "Differed";
}

/** Runs checks. */
export interface Runner {
  /**
   * Runs one check. Never rejects.
   * @param name what is expected
   * @param run answers what it has seen, if that is worth telling; throws Differed, NotJudged, or whatever it met
   * @param scenes asked when the check has ended
   */
  check(group: string, name: string, run: () => Promise<string | undefined>, scenes?: () => readonly Scene[]): Promise<Verdict>;
  readonly results: readonly Result[];
}

const PICTURES = "pictures";

/**
 * @param folder the report's folder, where the pictures go
 * @param stopped aborts where the person at the keyboard has had enough: what runs then, and what follows, is not judged
 */
export function createRunner(folder: string, stopped: AbortSignal, say: (line: string) => void): Runner {
  const results: Result[] = [];
  let pictures = 0;
  clear(join(folder, PICTURES));

  async function take(scene: Scene): Promise<readonly Picture[]> {
    pictures += 1;
    const file = `${PICTURES}/${String(pictures).padStart(3, "0")}.jpg`;
    try {
      await scene.page.screenshot({ path: join(folder, file), type: "jpeg", quality: 70, timeout: 10_000 });
      return [{ file, title: scene.title }];
    } catch {
      // A window that is gone has no picture; the check has said what it saw.
      return [];
    }
  }

  return {
    results,
    async check(group, name, run, scenes = () => []) {
      const started = Date.now();
      const { verdict, seen } = await judge(run, stopped);
      const seconds = (Date.now() - started) / 1000;
      const shown: Picture[] = [];
      if (!stopped.aborted) for (const scene of scenes()) shown.push(...(await take(scene)));
      results.push({ group, name, verdict, seen, seconds, pictures: shown });
      say(`  ${verdict.padEnd(10)}  ${name}${verdict !== "held" && seen ? `: ${seen}` : ""}`);
      return verdict;
    },
  };
}

async function judge(run: () => Promise<string | undefined>, stopped: AbortSignal): Promise<{ verdict: Verdict; seen: string }> {
  if (stopped.aborted) return { verdict: "not judged", seen: "the run was stopped" };
  let stop = () => {};
  const stopping = new Promise<never>((_, reject) => {
    stop = () => reject(new NotJudged("the run was stopped"));
    stopped.addEventListener("abort", stop, { once: true });
  });
  try {
    return { verdict: "held", seen: (await Promise.race([run(), stopping])) ?? "" };
  } catch (error) {
    if (error instanceof NotJudged) return { verdict: "not judged", seen: error.message };
    return { verdict: "differed", seen: error instanceof Differed ? error.message : plainText(error) };
  } finally {
    stopped.removeEventListener("abort", stop);
  }
}

/** What an error says in a line, without the colours and the long log that a browser's error brings. */
export function plainText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.replace(/\u001b\[\d+m/g, "").split("\n");
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "Call log:")
    .slice(0, 2)
    .join(" ");
}

/** Removes an earlier run's pictures, and nothing else that may be in the folder. */
function clear(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (/^\d{3}\.jpg$/.test(file)) rmSync(join(folder, file));
}
