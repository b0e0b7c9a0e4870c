/**
 * For a program that takes nothing but flags: answers `--help`, and refuses what it does not know, so that nobody waits half an hour for an answer to a
 * question.
 * @param args what was given after the program's name
 * @param usage what it does, and what chooses how
 * @param known the flags besides `--help`
 * @returns the flags that were given; null where all is said, and the exit code is set
 */
export function readFlags(args: readonly string[], usage: string, known: readonly string[] = []): ReadonlySet<string> | null {
  const isHelp = (arg: string): boolean => arg === "--help" || arg === "-h";
  const unknown = args.find((arg) => !isHelp(arg) && !known.includes(arg));
  if (unknown !== undefined) {
    process.stderr.write(`${unknown} is not an option.\n${usage}\n`);
    process.exitCode = 1;
    return null;
  }
  if (!args.some(isHelp)) return new Set(args);
  process.stdout.write(`${usage}\n`);
  return null;
}
