import type { SandboxBusinessUnit, SandboxTeam } from "../dataverse";
import type { Bundle } from "./bundle";
import type { Clock } from "./clock";
import type { Exchange } from "./exchange";
import type { Person } from "./person";

/** How to reach a sandbox's Web API as one of its users. */
export interface WebApiConnection {
  /** The Web API's root with a slash at its end: `http://127.0.0.1:3000/api/data/v9.2/`. */
  readonly root: string;
  /** The user's bearer token. */
  readonly token: string;
}

/** What a route of a configuration works on. */
export interface RouteContext {
  readonly clock: Clock;
  /** The Web API of this very server, as a user. */
  readonly connect: (login: string) => WebApiConnection;
  /**
   * The rows of a query, `sample_tickets?$top=1`, whatever anybody may read. It does not go through HTTP: no fault hits it, and the request log does not have it.
   * @throws Error with Dataverse's words where it is refused
   */
  readonly rows: (path: string) => readonly Readonly<Record<string, unknown>>[];
  /** Calls the listener soon after rows of that table were written (logical name), as a webhook of Dataverse would be called. @returns stops it */
  readonly onChange: (table: string, listener: () => void) => () => void;
}

/** Answers a request; what it throws as a BadRequest is answered as such. */
export type RouteHandler = (exchange: Exchange, context: RouteContext) => Promise<void> | void;

/** A program that runs beside the server, in its process, for as long as it answers. */
export interface Service {
  /** Ends it; the server answers until then. */
  stop(): Promise<void>;
}

/** A page beside the app, on plain localhost. */
export interface ExtraPage {
  /** `/board` */
  readonly path: string;
  /** One or two words, for menus. */
  readonly name: string;
  /** The text of its link on the first page. */
  readonly link: string;
  /** The whole page (see `htmlPage`). @param port the sandbox's, for links to `http://kim.localhost:<port>/` */
  html(port: string): string;
}

/** What is added to a sandbox that otherwise follows from the solution zip alone. */
export interface SandboxConfiguration {
  /** Names the app in the titles of pages; the solution's first app when left out. */
  readonly title?: string;
  /** A sentence on the first page. */
  readonly introduction?: string;
  /** Who there is; made of the solution's roles (see `defaultUsers`) when left out. */
  readonly users?: readonly Person[];
  /** Owner teams; none when left out. */
  readonly teams?: readonly SandboxTeam[];
  /** Business units below the first one, each after the one that it lies in; none when left out. Users and teams name theirs. */
  readonly businessUnits?: readonly SandboxBusinessUnit[];
  readonly pages?: readonly ExtraPage[];
  /** Styles and scripts of those pages by name, served below `/pages/`. Asked for when the first page needs one. */
  readonly pageFiles?: () => Promise<Bundle>;
  /** More addresses, each with what answers it: `/sandbox/<name>` for controls. */
  readonly routes?: Readonly<Record<string, RouteHandler>>;
  /** Starts what runs beside the server, which answers by then. */
  readonly startService?: (context: RouteContext) => Service;
}

/** Addresses that are the sandbox's own, and those below them. */
const ownAddresses = ["/api", "/uclient", "/WebResources", "/pages", "/main.aspx", "/favicon.ico"];
/** The sandbox's own controls. */
export const ownControls = [
  "/sandbox/clock",
  "/sandbox/faults",
  "/sandbox/requests",
  "/sandbox/shell",
  "/sandbox/signout",
  "/sandbox/users",
] as const;

/**
 * Looks through a configuration before anything starts.
 *
 * @throws Error for an address that is none, or that the sandbox answers itself
 */
export function checkConfiguration({ pages = [], routes = {} }: SandboxConfiguration): void {
  const addresses = [...pages.map(({ path }) => path), ...Object.keys(routes)];
  for (const address of addresses) {
    if (!/^\/[^?#]*[^/?#]$/.test(address)) throw new Error(`"${address}" is no address of a page or a route: write it like /board.`);
    const isOwn =
      ownAddresses.some((own) => address === own || address.startsWith(`${own}/`)) || ownControls.some((own) => own === address);
    if (isOwn) throw new Error(`${address} is an address of the sandbox's own.`);
  }
  if (new Set(addresses).size < addresses.length) throw new Error("Two pages or routes have the same address.");
}
