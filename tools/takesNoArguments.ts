import { readFlags } from "./readFlags";

/**
 * For a program without arguments: answers `--help`, and refuses anything else.
 * @param args what was given after the program's name
 * @param usage what it does, and what chooses how
 * @returns whether the program is to run; otherwise all is said, and the exit code is set
 */
export function takesNoArguments(args: readonly string[], usage: string): boolean {
  return readFlags(args, usage) !== null;
}
