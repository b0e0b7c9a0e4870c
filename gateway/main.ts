/** Starts the example gateway with the settings of the environment: see README.md. */
import type { AddressInfo } from "node:net";
import { createService } from "./server";
import { SettingsError, readSettings } from "./settings";

function start(): void {
  const settings = readSettings(process.env);
  const log = (line: string): void => void process.stdout.write(`${new Date().toISOString()} ${line}\n`);
  const server = createService({ ...settings, log });
  server.on("error", (error) => fail(`The gateway cannot listen on ${settings.host}:${settings.port}: ${error.message}`));
  server.listen(settings.port, settings.host, () => {
    const { port } = server.address() as AddressInfo;
    log(`Gateway ready on http://${settings.host}:${port}${new URL(settings.publicUrl).pathname} for ${settings.connection.root}`);
  });
  // What has been taken is finished; what comes meanwhile goes to the next instance.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => server.close());
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

try {
  start();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  fail(error.message);
}
