/** The gateway: webhooks in, answers out. Puts its parts together. */
import type http from "node:http";
import { countedConnection } from "./countedConnection";
import { createCustomerFinder } from "./customers/customerFinder";
import { createIntake } from "./intake";
import type { Limits } from "./limits";
import type { Log } from "./limitedLog";
import { createMediaFetcher } from "./media/mediaFetcher";
import type { MediaFetcher } from "./media/mediaFetcher";
import { createMetrics } from "./metrics";
import { createOutbox, writeReport } from "./outbox";
import type { Outbox } from "./outbox";
import type { Provider } from "./provider";
import { createAzureProvider } from "./providers/azure/azureProvider";
import { createAzureWebhook } from "./providers/azure/azureWebhook";
import { createTwilioProvider } from "./providers/twilio/twilioProvider";
import { createTwilioWebhooks } from "./providers/twilio/twilioWebhooks";
import { createReadiness } from "./readiness";
import { say } from "./reply";
import type { Reply } from "./reply";
import { createService } from "./server";
import { PAGES } from "./settings";
import type { Settings } from "./settings";
import { createWakeWebhook } from "./wakeWebhook";

/** A gateway that has not begun. */
export interface Gateway {
  readonly server: http.Server;
  /** Undefined: nothing is sent, because the settings do not say how. */
  readonly outbox: Outbox | undefined;
  /** Undefined: no files come with texts, or the settings do not say how to fetch them. */
  readonly media: MediaFetcher | undefined;
  /** Takes no more webhooks, finishes what is under way for as long as `graceMs` at most, and ends. */
  stop(graceMs?: number): Promise<void>;
}

/** What a gateway is made of: the settings, and what they leave open. */
export type GatewayOptions = Omit<Settings, "port" | "host"> & { readonly log?: Log; readonly limits?: Partial<Limits> };

/** Puts the gateway together; nothing listens and nothing is sent yet. */
export function createGateway(options: GatewayOptions): Gateway {
  const { publicUrl, provider: chosen, log = () => undefined } = options;
  const metrics = createMetrics();
  const connection = countedConnection(options.connection, metrics);
  const provider = providerOf(options);
  const outbox =
    provider &&
    createOutbox({ ...options, connection, provider, log, metrics, perSecond: options.sendsPerSecond, parallel: options.parallelSends });
  const media = provider?.media && createMediaFetcher({ connection, hosts: provider.media, log, metrics });
  const intake = createIntake({
    connection,
    log,
    metrics,
    onMedia: () => media?.wake(),
    findCustomer: createCustomerFinder({ connection, log, metrics }),
    writeReport: (report) => writeReport(connection, report, log),
  });
  let isStopping = false;
  const webhooks =
    chosen.name === "azure"
      ? [createAzureWebhook(publicUrl, chosen.eventGridSecret, intake)]
      : createTwilioWebhooks(publicUrl, chosen.authToken, intake);
  const wake = options.wakeSecret === undefined || !outbox ? [] : [createWakeWebhook(options.wakeSecret, (by) => outbox.wake(by))];
  const pages = new Map<string, () => Promise<Reply> | Reply>([
    [PAGES.health, () => say(200, "ok")],
    [
      PAGES.ready,
      createReadiness(
        connection,
        () => outbox?.state(),
        () => isStopping,
      ),
    ],
    [PAGES.metrics, () => ({ status: 200, type: "text/plain; version=0.0.4", body: metrics.text() })],
  ]);
  const server = createService({ webhooks: [...webhooks, ...wake], pages, log, ...(options.limits ? { limits: options.limits } : {}) });
  return {
    server,
    outbox,
    media,
    async stop(graceMs = 10_000) {
      isStopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // A connection that is kept open without a request, and who is still not answered by then.
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await Promise.all([closed, outbox?.stop(graceMs), media?.stop(graceMs)]);
      clearTimeout(cut);
    },
  };
}

/** Undefined: the settings say how to receive, not how to send. */
function providerOf({ provider, publicUrl }: GatewayOptions): Provider | undefined {
  if (provider.name === "azure") return createAzureProvider(provider.connectionString);
  const { accountSid, authToken, apiUrl } = provider;
  return accountSid === undefined ? undefined : createTwilioProvider({ accountSid, authToken, publicUrl, apiUrl });
}
