/** `npm run gateway`: starts the gateway with the settings of the environment (README.md lists them). */
import type { AddressInfo } from "node:net";
import { createService } from "./server";
import { SettingsError, readSettings } from "./settings";

function start(): void {
  const settings = readSettings(process.env);
  const log = (line: string): void => {
    process.stdout.write(`${new Date().toISOString()} ${line}\n`);
  };
  const server = createService({ ...settings, log });
  server.on("error", (error) => fail(`The gateway cannot listen on ${settings.host}:${settings.port}: ${error.message}`));
  server.listen(settings.port, settings.host, () => {
    const { port } = server.address() as AddressInfo;
    const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
    process.stdout.write(`Gateway ready: http://${host}:${port}${new URL(settings.publicUrl).pathname}\n`);
    log(`Messages go to ${settings.connection.root}`);
  });
  // Webhooks that have been taken are finished; those that come meanwhile go to the next instance.
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
