/** Where the service says that it runs. */
export const HEALTH_PATH = "/health";

/** What the service runs with, from environment variables. */
import type { Connection } from "./contract";
import { entraTokens } from "./entra";

/** A missing or wrong environment variable; the message says which, and what to write. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** What the service runs with. */
export interface Settings {
  readonly connection: Connection;
  /** The webhook's address exactly as it is configured at Twilio. */
  readonly publicUrl: string;
  readonly twilioAuthToken: string;
  readonly port: number;
  /** The network address to listen on. */
  readonly host: string;
}

/**
 * Twilio waits for 15 seconds in all, its own retries included. Giving up early leaves it time to try again; each try continues where
 * the last one stopped, because every write is idempotent.
 */
const patienceMs = 4000;
const timeoutMs = 3500;

const isLoopback = (url: URL): boolean => /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);

/**
 * Reads the environment variables that README.md lists. An empty one counts as missing.
 *
 * @throws SettingsError for the first that is missing or wrong
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const optional = (name: string): string | undefined => env[name]?.trim() || undefined;
  const need = (name: string, example: string): string => {
    const value = optional(name);
    if (value === undefined) throw new SettingsError(`Set ${name}, for example ${name}=${example}`);
    return value;
  };
  const dataverse = address("DATAVERSE_URL", need("DATAVERSE_URL", "https://org.crm.dynamics.com"));
  const publicUrl = need("PUBLIC_URL", "https://sms.example.com/sms");
  if (address("PUBLIC_URL", publicUrl).pathname === HEALTH_PATH) {
    throw new SettingsError(`PUBLIC_URL is "${publicUrl}". Take another path: ${HEALTH_PATH} says that the gateway runs.`);
  }
  const port = Number(optional("PORT") ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SettingsError(`PORT is "${env["PORT"] ?? ""}". Write a number from 0 (any free port) to 65535.`);
  }
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
    twilioAuthToken: need("TWILIO_AUTH_TOKEN", "the-auth-token-of-your-account"),
    port,
    host: optional("HOST") ?? "127.0.0.1",
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
