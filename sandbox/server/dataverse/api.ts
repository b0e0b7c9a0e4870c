/**
 * What the engine promises to the rest of the sandbox: the types of `createDataverse`. Nothing here knows HTTP's
 * sockets; the server passes requests in and sends answers out.
 */
import type { SolutionModel } from "../../model";
import type { SolutionChange } from "../lifecycle/admitSolution";

/** One request to the Web API, as the server received it. */
export interface DataverseRequest {
  /** GET, POST, PATCH, DELETE. */
  readonly method: string;
  /** What follows `/api/data/v9.2/`, query included, not decoded: `sample_tickets?$select=sample_name`. */
  readonly path: string;
  /** The version of the Web API in the address, for the addresses in the answer; default `v9.2`. All versions answer alike. */
  readonly version?: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** UTF-8 text; empty when there is none. */
  readonly body: string;
  /** The calling user's id (lower-case GUID). An id that is no user of this sandbox gets 401. */
  readonly userId: string;
  /** Scheme and host for the addresses in the answer (`@odata.context`, `OData-EntityId`, next links); default `http://localhost`. */
  readonly origin?: string;
  /** Asked before each request inside a `$batch` is done; a DataverseError that it throws is that request's answer. */
  readonly beforePart?: (method: string, path: string) => void;
}

/** The answer, ready to send. */
export interface DataverseResponse {
  readonly status: number;
  /** Header names as Dataverse writes them (`OData-EntityId`, `ETag`, `Content-Type` …); `Date` is the sandbox clock. */
  readonly headers: Readonly<Record<string, string>>;
  /** UTF-8 text; empty with 204 and 304. */
  readonly body: string;
}

/** A business unit below the first one, which is always there. */
export interface SandboxBusinessUnit {
  /** Fixed GUID, lower case. */
  readonly id: string;
  readonly name: string;
  /** The id of the unit that it lies in; left out: the first one. */
  readonly parent?: string;
}

/** A user that the sandbox brings. */
export interface SandboxUser {
  /** Fixed GUID, lower case. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** `kim@sandbox.example` */
  readonly domainName: string;
  /** False: an application, whose access mode is "Non-interactive". Left out: a person. */
  readonly human?: boolean;
  /** Names of roles: the solution's, and the platform's own ("Basic User", "System Administrator"). */
  readonly roles: readonly string[];
  /** The id of the business unit that they lie in; left out: the first one. */
  readonly businessUnit?: string;
}

/** An owner team that the sandbox brings. */
export interface SandboxTeam {
  readonly id: string;
  readonly name: string;
  /** User ids. */
  readonly members: readonly string[];
  /** Names of roles that the members get through the team. */
  readonly roles?: readonly string[];
  /** The id of the business unit that it lies in; left out: the first one. */
  readonly businessUnit?: string;
}

/** How to start an engine. */
export interface DataverseOptions {
  /** From `importSolution(zip)`; of several solutions, all of them together. */
  readonly model: SolutionModel;
  /** Where there are several solutions: each by itself, in the order of their import. */
  readonly solutions?: readonly SolutionModel[];
  /** File of the database, or `:memory:`. Its folder is made when it is missing. */
  readonly storage: string;
  /** The server's clock, milliseconds UTC. */
  readonly now: () => number;
  readonly users: readonly SandboxUser[];
  readonly teams?: readonly SandboxTeam[];
  /** Those below the first one, each after the one that it lies in; none when left out. */
  readonly businessUnits?: readonly SandboxBusinessUnit[];
  /** The first one's name; default `Sandbox`. */
  readonly businessUnitName?: string;
}

/** A running engine. Synchronous: a call has been committed to disk when it returns. */
export interface Dataverse {
  /** Answers one request with the rights of its user. Never throws: what goes wrong is a Dataverse error body. */
  handle(request: DataverseRequest): DataverseResponse;
  /**
   * The same without privilege checks, as the platform's SYSTEM user, for demonstration data. `asUser`: as if that
   * user had created it (createdby, default owner).
   */
  asSystem(
    request: Omit<DataverseRequest, "userId" | "headers" | "body"> & {
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | object;
      readonly asUser?: string;
    },
  ): DataverseResponse;
  /**
   * Calls the listener soon after a request has written rows of that table, as a webhook of Dataverse would be called; now and then also after
   * writes that were taken back. @returns stops it
   */
  readonly onChange: (table: string, listener: () => void) => () => void;
  /**
   * Imports the solutions anew while the engine runs, as a new version is imported into an environment that people work in: the rows stay.
   * @param model all of them together @param solutions each by itself
   * @returns what the import of each did @throws StorageError where it is refused; then all stays as it was
   */
  update(model: SolutionModel, solutions: readonly SolutionModel[]): readonly SolutionChange[];
  /** Every table that the Web API knows: the solution's and the platform's (`platform: true`); relationships likewise. For the app shell. */
  readonly model: SolutionModel;
  /** True when the storage was made by this start: nothing but the platform's rows is in it. */
  readonly isNew: boolean;
  /** What the last import of each solution did to the data: installed, updated, upgraded. */
  readonly imported: readonly SolutionChange[];
  /** The ids of the platform rows that the engine made itself; `businessUnit` is the first one. */
  readonly ids: { readonly businessUnit: string; readonly organization: string; readonly systemUser: string };
  /** Closes the database and gives its lock back. Calling it twice is fine. */
  close(): void;
}
