import type { Exchange } from "./exchange";

/** `localhost` and its subdomains, `127.0.0.1`, `[::1]`, each with an optional port. */
const loopbackHost = /^(?:((?:[a-z0-9-]+\.)*)localhost|127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?$/i;
const highestPort = 65_535;

/**
 * The user part of a loopback host name (`kim` of `kim.localhost:3000`; empty without one). Undefined for any other host: a page
 * elsewhere must not reach the sandbox through a name that resolves to this machine. Undefined, too, for a port that is none.
 */
export function subdomainOf(host: string | undefined): string | undefined {
  const match = loopbackHost.exec(host ?? "");
  if (!match || Number(match[2] ?? 0) > highestPort) return undefined;
  return (match[1] ?? "").replace(/\.$/, "").toLowerCase();
}

/**
 * Whether a request that changes something comes from the sandbox's own pages or from a program. A browser tells where a page's
 * request comes from; other websites that are open beside the sandbox have no business here.
 */
export function isForeignPage(exchange: Exchange): boolean {
  const { origin } = exchange.request.headers;
  if (exchange.method === "GET" || exchange.method === "HEAD" || origin === undefined) return false;
  return origin !== exchange.origin;
}

/** Where frames of the sandbox may be and may come from. */
function loopbackSources(exchange: Exchange): string {
  const port = new URL(exchange.origin).port || "80";
  return `http://localhost:${port} http://*.localhost:${port} http://127.0.0.1:${port}`;
}

/**
 * What a page may load: everything from its own origin. Styles may be inline (Fluent writes its rules at run time, code components
 * set them); scripts may not. A page beside the app may show several users side by side, so loopback pages may frame each other.
 */
export function contentSecurityPolicy(exchange: Exchange): string {
  const loopback = loopbackSources(exchange);
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "media-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    `frame-src 'self' ${loopback}`,
    `frame-ancestors 'self' ${loopback}`,
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join("; ");
}

/** Headers of every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
};
