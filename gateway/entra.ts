/** Access tokens of Microsoft Entra ID for the application user. */
import { GatewayError } from "./contract";
import type { TokenProvider } from "./contract";

/** The application's registration in Microsoft Entra ID. */
export interface Registration {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The environment: `https://org.crm.dynamics.com`. */
  readonly resource: string;
  /** Where tokens are issued; Microsoft's public cloud when left out. */
  readonly authority?: string;
}

/** A token is not used in its last minutes: it must outlive the request. */
const marginMs = 5 * 60_000;
const timeoutMs = 10_000;

/**
 * Tokens by the client credentials flow. One is kept until shortly before it runs out; requests at the same time wait for the same one.
 *
 * @throws GatewayError from the provider, with Entra's status and reason, when it gives none
 */
export function entraTokens(registration: Registration): TokenProvider {
  let current: { readonly token: Promise<string>; validUntil: number } | undefined;
  return (renew) => {
    const isOnItsWay = current?.validUntil === Infinity;
    if (current && (isOnItsWay || (!renew && Date.now() < current.validUntil))) return current.token;
    const entry = { token: Promise.resolve(""), validUntil: Infinity };
    entry.token = request(registration).then(
      ({ token, lifeMs }) => {
        entry.validUntil = Date.now() + lifeMs - marginMs;
        return token;
      },
      (error: unknown) => {
        if (current === entry) current = undefined;
        throw error;
      },
    );
    current = entry;
    return entry.token;
  };
}

async function request(registration: Registration): Promise<{ readonly token: string; readonly lifeMs: number }> {
  const { tenantId, clientId, clientSecret, resource, authority = "https://login.microsoftonline.com" } = registration;
  const response = await fetch(`${authority}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      scope: `${resource}/.default`,
    }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const answer = (await response.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
  const { access_token: token, expires_in: seconds, error_description: reason } = answer;
  if (!response.ok || typeof token !== "string") {
    throw new GatewayError(
      response.status,
      `No token from Entra ID: ${response.status} ${typeof reason === "string" ? reason : ""}`.trim(),
    );
  }
  return { token, lifeMs: (Number(seconds) || 0) * 1000 };
}
