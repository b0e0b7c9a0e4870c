/**
 * An error that nobody has thought of, as a line for the log: its kind and where it happened. Not its message: that may quote what was being
 * read, and texts and numbers are not for the log.
 */
export function bugOf(error: unknown): string {
  if (!(error instanceof Error)) return "An unexpected error.";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return `${error.name} ${frames.slice(0, 4).join(" ").replace(/\s+/g, " ").trim()}`;
}
