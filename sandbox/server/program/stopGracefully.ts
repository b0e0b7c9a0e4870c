/** Stops on Ctrl+C, on SIGTERM, and when the `tsx` that started this process was killed: nobody could stop it then. */
export function stopGracefully(sandbox: { close(): Promise<void> }): void {
  const stop = (): void => {
    sandbox.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const parent = process.ppid;
  const ownedByTsx = process.execArgv.some((argument) => argument.includes("tsx") && argument.includes("preflight"));
  if (ownedByTsx) setInterval(() => process.ppid !== parent && stop(), 500).unref();
}
