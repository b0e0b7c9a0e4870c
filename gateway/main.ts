/** `npm run gateway`: starts the gateway with the settings of the environment (docs/gateway.md lists them). */
import type { AddressInfo } from "node:net";
import { createGateway } from "./gateway";
import type { LogFields } from "./limitedLog";
import { SettingsError, readSettings } from "./settings";

/** Container platforms give a process some 30 seconds to end. */
const graceMs = 20_000;

/** One line of JSON: the sentence for people, the rest for programs. */
function log(text: string, fields: LogFields = {}): void {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), text, ...fields })}\n`);
}

function start(): void {
  const settings = readSettings(process.env);
  const gateway = createGateway({ ...settings, log });
  const { server, outbox, media } = gateway;
  server.on("error", (error) => fail(`The gateway cannot listen on ${settings.host}:${settings.port}: ${error.message}`));
  server.listen(settings.port, settings.host, () => {
    const { port } = server.address() as AddressInfo;
    const host = settings.host.includes(":") ? `[${settings.host}]` : settings.host;
    process.stdout.write(`Gateway ready: http://${host}:${port}${new URL(settings.publicUrl).pathname}\n`);
    log(`Messages go to ${settings.connection.root}`, { event: "started", provider: settings.provider.name });
    if (!outbox) log("Answers are not sent: set TWILIO_ACCOUNT_SID to send them.", { event: "receives_only" });
    outbox?.start();
    media?.start();
  });
  // What is under way is finished; what comes meanwhile goes to the next instance.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      log("Ending.", { event: "stopping" });
      void gateway.stop(graceMs).then(() => process.exit(0));
    });
  }
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

const [argument] = process.argv.slice(2);
if (argument === "--help" || argument === "-h") {
  process.stdout.write(
    "Usage: npm run gateway\nCarries texts between an SMS provider and Dataverse. All settings come from the environment: docs/gateway.md lists them.\n",
  );
} else if (argument !== undefined) fail(`${argument} is not an option: all settings come from the environment (docs/gateway.md).`);
else {
  try {
    start();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    fail(error.message);
  }
}
