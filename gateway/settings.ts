/** What the service runs with, from environment variables. */
import type { Connection } from "./contract";
import { entraTokens } from "./entra";
import { WAKE_PATH } from "./wakeWebhook";

/** A missing or wrong environment variable; the message says which, and what to write. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** Twilio, as an account that may receive, and send where its SID is known. */
export interface TwilioSettings {
  readonly name: "twilio";
  readonly authToken: string;
  /** Undefined: nothing is sent. */
  readonly accountSid: string | undefined;
  /** For a test double: instead of Twilio's address. */
  readonly apiUrl: string | undefined;
}

/** Azure Communication Services, as a resource. */
export interface AzureSettings {
  readonly name: "azure";
  readonly connectionString: string;
  /** What Event Grid's calls have to know. */
  readonly eventGridSecret: string;
}

/** What the service runs with. */
export interface Settings {
  readonly connection: Connection;
  /** The webhook's address exactly as it is configured at the provider. */
  readonly publicUrl: string;
  readonly provider: TwilioSettings | AzureSettings;
  /** What Dataverse's calls have to know; undefined: it does not call. */
  readonly wakeSecret: string | undefined;
  readonly pollMs: number;
  /** Texts a second of one business number. */
  readonly sendsPerSecond: number;
  /** How many texts are handed to the provider at the same time. */
  readonly parallelSends: number;
  readonly port: number;
  /** The network address to listen on. */
  readonly host: string;
}

/** Paths of the service that are no webhooks. */
export const PAGES = { health: "/health", ready: "/ready", metrics: "/metrics" } as const;

/**
 * Twilio waits for 15 seconds in all, its own retries included. Giving up early leaves it time to try again; each try continues where
 * the last one stopped, because every write is idempotent.
 */
const patienceMs = 4000;
const timeoutMs = 3500;
const minSecretLength = 16;

const isLoopback = (url: URL): boolean => /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);

/**
 * Reads the environment variables that docs/gateway.md lists. An empty one counts as missing.
 *
 * @throws SettingsError for the first that is missing or wrong
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const { optional, need, secret, number } = readerOf(env);
  const dataverse = address("DATAVERSE_URL", need("DATAVERSE_URL", "https://org.crm.dynamics.com"));
  const publicUrl = need("PUBLIC_URL", "https://sms.example.com/sms");
  const { pathname } = address("PUBLIC_URL", publicUrl);
  if ([WAKE_PATH, ...Object.values<string>(PAGES)].includes(pathname)) {
    throw new SettingsError(`PUBLIC_URL is "${publicUrl}". Take another path: ${pathname} is one of the gateway's own.`);
  }
  const port = number("PORT", { usual: 8080, from: 0, to: 65_535, hint: "a number from 0 (any free port) to 65535" });
  const token =
    optional("DATAVERSE_TOKEN") ??
    entraTokens({
      tenantId: need("AZURE_TENANT_ID", "00000000-0000-0000-0000-000000000000"),
      clientId: need("AZURE_CLIENT_ID", "00000000-0000-0000-0000-000000000000"),
      clientSecret: need("AZURE_CLIENT_SECRET", "the-client-secret"),
      resource: dataverse.origin,
    });
  return {
    connection: { root: `${dataverse.origin}/api/data/v9.2/`, token, patienceMs, timeoutMs },
    publicUrl,
    provider: readProvider(env),
    wakeSecret: optional("DATAVERSE_WEBHOOK_SECRET") === undefined ? undefined : secret("DATAVERSE_WEBHOOK_SECRET"),
    pollMs: number("POLL_SECONDS", { usual: 5, from: 1, to: 300, hint: "a number of seconds from 1 to 300" }) * 1000,
    sendsPerSecond: number("SENDS_PER_SECOND", { usual: 1, from: 0.01, to: 1000, hint: "a number from 0.01 to 1000", fraction: true }),
    parallelSends: number("PARALLEL_SENDS", { usual: 8, from: 1, to: 100, hint: "a number from 1 to 100" }),
    port,
    host: optional("HOST") ?? "127.0.0.1",
  };
}

function readProvider(env: Readonly<Record<string, string | undefined>>): TwilioSettings | AzureSettings {
  const { optional, need, secret } = readerOf(env);
  const name = optional("SMS_PROVIDER") ?? "twilio";
  if (name === "azure") {
    const connectionString = need(
      "AZURE_COMMUNICATION_CONNECTION_STRING",
      "endpoint=https://contoso.communication.azure.com/;accesskey=the-key",
    );
    const [, endpoint] = /^endpoint=([^;]+);accesskey=.+/i.exec(connectionString) ?? [];
    if (endpoint === undefined) {
      throw new SettingsError(
        "AZURE_COMMUNICATION_CONNECTION_STRING is not like endpoint=https://…;accesskey=… Copy it from the resource's page Keys.",
      );
    }
    address("AZURE_COMMUNICATION_CONNECTION_STRING", endpoint);
    return { name, connectionString, eventGridSecret: secret("EVENT_GRID_SECRET") };
  }
  if (name !== "twilio") throw new SettingsError(`SMS_PROVIDER is "${name}". Write twilio or azure.`);
  const authToken = need("TWILIO_AUTH_TOKEN", "the-auth-token-of-your-account");
  const accountSid = optional("TWILIO_ACCOUNT_SID");
  if (accountSid !== undefined && !/^AC[0-9a-f]{32}$/i.test(accountSid)) {
    throw new SettingsError(
      `TWILIO_ACCOUNT_SID is "${accountSid}". Write the account's SID: AC and 32 letters and digits, on the console's first page.`,
    );
  }
  const apiUrl = optional("TWILIO_API_URL");
  if (apiUrl !== undefined) address("TWILIO_API_URL", apiUrl);
  return { name, authToken, accountSid, apiUrl };
}

/** How a number is written, and what it is where it is left out. */
interface NumberRule {
  readonly usual: number;
  readonly from: number;
  readonly to: number;
  readonly hint: string;
  readonly fraction?: boolean;
}

interface Reader {
  readonly optional: (name: string) => string | undefined;
  readonly need: (name: string, example: string) => string;
  readonly secret: (name: string) => string;
  readonly number: (name: string, rule: NumberRule) => number;
}

function readerOf(env: Readonly<Record<string, string | undefined>>): Reader {
  const optional = (name: string): string | undefined => env[name]?.trim() || undefined;
  const need = (name: string, example: string): string => {
    const value = optional(name);
    if (value === undefined) throw new SettingsError(`Set ${name}, for example ${name}=${example}`);
    return value;
  };
  return {
    optional,
    need,
    secret(name: string): string {
      const value = need(name, "at-least-16-characters-that-nobody-guesses");
      if (value.length >= minSecretLength) return value;
      throw new SettingsError(`${name} has ${value.length} characters. Write at least ${minSecretLength} that nobody guesses.`);
    },
    number(name: string, { usual, from, to, hint, fraction = false }: NumberRule): number {
      const value = Number(optional(name) ?? usual);
      if (value >= from && value <= to && (fraction || Number.isInteger(value))) return value;
      throw new SettingsError(`${name} is "${env[name] ?? ""}". Write ${hint}.`);
    },
  };
}

/** Tokens and messages travel to this address: nothing but https, except to this machine. */
function address(name: string, text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new SettingsError(`${name} is "${text}", which is no address. Write it like https://org.crm.dynamics.com`);
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url))) {
    throw new SettingsError(`${name} is "${text}". Write an https address; http is for this machine alone.`);
  }
  return url;
}
