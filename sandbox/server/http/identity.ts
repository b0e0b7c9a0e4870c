import type { Directory } from "./directory";
import type { Exchange } from "./exchange";
import type { Person } from "./person";

/** Cookie that remembers `?user=` on plain localhost. */
export const userCookie = "sandbox_user";

/**
 * Who is asking: by bearer token (it decides alone where there is one), else by host name, else by the cookie of `?user=`.
 * Undefined: nobody that the sandbox knows.
 */
export function identify(directory: Directory, exchange: Exchange): Person | undefined {
  const { authorization } = exchange.request.headers;
  if (authorization !== undefined) return directory.find(/^Bearer\s+(\S+)\s*$/i.exec(authorization)?.[1]);
  if (exchange.subdomain !== "") return directory.find(exchange.subdomain);
  return directory.find(cookie(exchange, userCookie));
}

/** The user of a page: by host name, else by `?user=`, else by the cookie. */
export function pageUser(directory: Directory, exchange: Exchange): Person | undefined {
  if (exchange.subdomain !== "") return directory.find(exchange.subdomain);
  return directory.find(exchange.query.get("user") ?? cookie(exchange, userCookie));
}

function cookie(exchange: Exchange, name: string): string | undefined {
  for (const pair of (exchange.request.headers.cookie ?? "").split(";")) {
    const [key, value] = pair.split("=");
    if (key?.trim() === name) return value?.trim();
  }
  return undefined;
}
