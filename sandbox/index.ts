/**
 * A local model-driven app and Dataverse Web API for any packed solution.
 *
 *     const sandbox = await createSandbox({ solution: readFileSync("solution.zip") });
 *     await fetch(`${sandbox.url}api/data/v9.2/WhoAmI()`, { headers: { Authorization: "Bearer root" } });
 *     await sandbox.close();
 *
 * With a configuration it has other users, more pages and more routes; `runSandbox` makes a program of it.
 */
export { createDataverse, DataverseError, StorageError } from "./server/dataverse";
export type {
  Dataverse,
  DataverseOptions,
  DataverseRequest,
  DataverseResponse,
  SandboxBusinessUnit,
  SandboxTeam,
  SandboxUser,
} from "./server/dataverse";
export { importSolution, SolutionImportError } from "./server/solution";
export type { ImportedSolution } from "./server/solution";
export type { SolutionModel } from "./model";
export { BadRequest } from "./server/http/badRequest";
export { bundle } from "./server/http/bundle";
export type { Bundle } from "./server/http/bundle";
export { BundleError } from "./server/http/bundleError";
export type { Clock } from "./server/http/clock";
export type { ExtraPage, RouteContext, RouteHandler, SandboxConfiguration, Service, WebApiConnection } from "./server/http/configuration";
export { createSandbox } from "./server/http/createSandbox";
export type { Sandbox, SandboxOptions } from "./server/http/createSandbox";
export { dataFiles } from "./server/http/dataFiles";
export { defaultUsers } from "./server/http/defaultUsers";
export { allow, answer, answerJson, readBody, readJson } from "./server/http/exchange";
export type { Exchange } from "./server/http/exchange";
export type { Keep, KeptLines } from "./server/http/keptLines";
export { PortError } from "./server/http/listen";
export { createPerson } from "./server/http/person";
export type { Person, PersonDetails } from "./server/http/person";
export { escapeHtml, htmlPage } from "./pages/html";
export { UsageError } from "./server/program/commandLine";
export type { Flag } from "./server/program/commandLine";
export type { FirstRows, FirstRowsContext, Program } from "./server/program/program";
export { runSandbox } from "./server/program/runSandbox";
