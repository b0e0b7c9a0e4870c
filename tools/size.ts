/**
 * `npm run size`: what the controls and the scripts weigh, what each is made of, against their limits and against the sizes that were agreed
 * on (tools/sizes.json). Exits with 1 when one is too heavy. `-- --files` lists every file, `-- --update` agrees on the sizes of now.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundlesOf } from "../Solutions/build/parts";
import { readFlags } from "./readFlags";
import { byRoom, roomOf, sharesOf } from "./shares";
import type { Shares } from "./shares";
import { agreedFile, budgetsOf, measureSizes, readAgreed, surprises, weightOf } from "./sizes";

const USAGE = `Usage: npm run size [-- --files] [-- --update]
Says what the controls and the scripts weigh, what each is made of, and how near its limit it is. Build them first: npm run pack.
  --files    lists every file
  --update   agrees on the sizes of now (tools/sizes.json)`;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The lines that say what a bundle is made of. */
function composition(shares: Shares, bytes: number, withFiles: boolean): readonly string[] {
  const line = (name: string, share: number, indent: string): string =>
    `${indent}${name.padEnd(62 - indent.length)}${String(share).padStart(7)}${((share / bytes) * 100).toFixed(1).padStart(6)} %`;
  return byRoom(shares).flatMap(([room, share]) => {
    const files = [...shares].filter(([file]) => roomOf(file) === room && file !== room).sort(([, one], [, other]) => other - one);
    return [line(room, share, "  "), ...(withFiles ? files.map(([file, ofFile]) => line(file, ofFile, "      ")) : [])];
  });
}

function difference(now: number, before: number | undefined): string {
  if (before === undefined) return "new";
  return now === before ? "as agreed" : `${now > before ? "+" : "−"}${Math.abs(now - before)}`;
}

/** @returns whether everything is within its limit */
function showSizes(root: string, withFiles: boolean): boolean {
  const sizes = measureSizes(root);
  const agreed = readAgreed(root);
  for (const bundle of bundlesOf(root)) {
    const size = sizes.find(({ part }) => part === bundle.part);
    if (!size) continue;
    say(`${size.part}: ${size.bytes} bytes, ${size.gzip} gzip (${difference(size.gzip, agreed[size.part])})`);
    for (const line of composition(sharesOf(root, bundle), size.bytes, withFiles)) say(line);
    say("");
  }
  let isWithin = true;
  for (const budget of budgetsOf(root)) {
    const weight = weightOf(budget, sizes);
    if (weight > budget.limit) isWithin = false;
    say(`${budget.name} (${budget.parts.join(" + ")}): ${weight} gzip of ${budget.limit}${weight > budget.limit ? "  TOO HEAVY" : ""}`);
  }
  for (const surprise of surprises(sizes, agreed)) say(surprise);
  return isWithin;
}

function main(flags: ReadonlySet<string>): void {
  const root = join(__dirname, "..");
  if (flags.has("--update")) {
    const sizes = Object.fromEntries(measureSizes(root).map(({ part, gzip }) => [part, gzip]));
    writeFileSync(agreedFile(root), `${JSON.stringify(sizes, null, 2)}\n`);
  }
  if (!showSizes(root, flags.has("--files"))) process.exitCode = 1;
}

try {
  const flags = readFlags(process.argv.slice(2), USAGE, ["--files", "--update"]);
  if (flags) main(flags);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
