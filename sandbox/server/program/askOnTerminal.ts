import { createInterface } from "node:readline/promises";

/**
 * Asks who sits at the terminal. Only `y` and `yes` are a yes: who just presses Enter, or ends the input, has not agreed.
 *
 * @returns the answer; undefined where there is no terminal
 */
export async function askOnTerminal(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const noAnswer = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  try {
    const answer = await Promise.race([terminal.question(`${question} [y/N] `), noAnswer]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
