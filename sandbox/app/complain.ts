/** What went wrong, in words. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === "string" ? error : JSON.stringify(error);
}

/**
 * Reports an error without stopping the app: as an uncaught error, which the browser's console shows and test runners count.
 */
export function complain(error: unknown): void {
  const loud = error instanceof Error ? error : new Error(messageOf(error));
  setTimeout(() => {
    throw loud;
  }, 0);
}
