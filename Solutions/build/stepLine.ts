/** How far a build is: what is built, what its tool has said last, and for how long it has been at work. */
export function stepLine(what: string, output: string, seconds: number): string {
  return `  the ${what}: ${lastWords(output)}${seconds} s so far`;
}

/** What a tool has said last, where it is short: `pcf-scripts` says what it is about to do. */
function lastWords(output: string): string {
  const words =
    output
      .trimEnd()
      .split("\n")
      .at(-1)
      ?.replace(/^\[.*?\] (\[build\] )?/, "")
      .trim() ?? "";
  return words === "" || words.length > 60 ? "" : `${words.replace(/[.…]+$/, "")}, `;
}
