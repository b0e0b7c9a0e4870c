/**
 * For a program without arguments: answers `--help`, and refuses anything else, so that nobody waits half an hour for an answer to a question.
 * @param args what was given after the program's name
 * @param usage what it does, and what chooses how
 * @returns whether the program is to run; otherwise all is said, and the exit code is set
 */
export function takesNoArguments(args: readonly string[], usage: string): boolean {
  const unknown = args.find((arg) => arg !== "--help" && arg !== "-h");
  if (unknown !== undefined) {
    process.stderr.write(`${unknown} is not an option.\n${usage}\n`);
    process.exitCode = 1;
  } else if (args.length > 0) process.stdout.write(`${usage}\n`);
  return args.length === 0;
}
