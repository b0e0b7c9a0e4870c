import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { BadRequest } from "./badRequest";
import { BundleError } from "./bundleError";
import type { RouteContext, RouteHandler } from "./configuration";
import { answer, answerJson } from "./exchange";
import type { Exchange } from "./exchange";
import { pageFileRoute, pageRoute } from "./pagesRoute";
import type { Pages } from "./pagesRoute";
import { sandboxRoute } from "./sandboxRoute";
import { isForeignPage, securityHeaders, subdomainOf } from "./security";
import { uclientRoute, webResourceRoute } from "./uclientRoute";
import type { AppFiles } from "./uclientRoute";
import { isWebApiAddress, shellApiRoot, shellApiRoute, webApiRoot, webApiRoute } from "./webApiRoute";
import type { WebApi } from "./webApiRoute";

/** Everything that the routes work on. */
export interface Served {
  readonly api: WebApi;
  readonly files: AppFiles;
  readonly pages: Pages;
  /** The configuration's routes by their address. */
  readonly routes: Readonly<Record<string, RouteHandler>>;
  readonly context: RouteContext;
}

/** Answers every request of the server. */
export function createRouter(served: Served): RequestListener {
  const { clock } = served.api;
  return (request, response) => {
    // The server's clock is the sandbox's: clients compute idle times with it.
    response.sendDate = false;
    response.setHeader("Date", new Date(clock.now()).toUTCString());
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    response.on("error", () => undefined);
    const exchange = open(request, response);
    if (!exchange) {
      response.writeHead(421, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("The sandbox answers to localhost and names that end with .localhost alone.\n");
      return;
    }
    route(served, exchange).catch((error: unknown) => fail(exchange, error));
  };
}

function open(request: IncomingMessage, response: ServerResponse): Exchange | undefined {
  const subdomain = subdomainOf(request.headers.host);
  if (subdomain === undefined) return undefined;
  const [path = "/", ...query] = (request.url ?? "/").split("?");
  const search = query.length > 0 ? `?${query.join("?")}` : "";
  return {
    request,
    response,
    method: request.method ?? "GET",
    path,
    search,
    query: new URLSearchParams(search),
    origin: `http://${request.headers.host ?? "localhost"}`,
    subdomain,
  };
}

async function route(served: Served, exchange: Exchange): Promise<void> {
  const { path } = exchange;
  if (isForeignPage(exchange)) {
    answerJson(exchange, 403, {
      error: { message: "This request comes from a page of another origin, and would change something." },
    });
    return;
  }
  if (isWebApiAddress(path)) return webApiRoute(served.api, exchange);
  if (path.startsWith(shellApiRoot)) return shellApiRoute(served.api, exchange);
  if (path.startsWith("/uclient/")) return uclientRoute(served.files, exchange);
  if (path.startsWith("/WebResources/")) {
    webResourceRoute(served.files, exchange);
    return;
  }
  const address = path.replace(/\/$/, "");
  if (Object.hasOwn(served.routes, address)) return served.routes[address]?.(exchange, served.context);
  if (path.startsWith("/sandbox/")) {
    const more = Object.keys(served.routes).filter((one) => one.startsWith("/sandbox/"));
    return sandboxRoute({ ...served.api, more }, exchange);
  }
  if (path.startsWith("/pages/")) return pageFileRoute(served.pages, exchange);
  if (path === "/favicon.ico") return void answer(exchange, 204, {});
  if (path.startsWith("/api/")) throw new BadRequest(404, `The sandbox's Web API is at ${webApiRoot}.`);
  pageRoute(served.pages, exchange);
}

function fail(exchange: Exchange, error: unknown): void {
  if (error instanceof BadRequest) {
    const example = error.example === undefined ? {} : { example: error.example };
    answerJson(exchange, error.status, { error: { message: error.message, ...example } });
    return;
  }
  // The asker has gone: nobody to tell.
  if (exchange.response.destroyed || exchange.request.socket.destroyed) return;
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof BundleError))
    process.stderr.write(`${error instanceof Error ? (error.stack ?? message) : message}
`);
  answerJson(exchange, 500, { error: { message } });
}
