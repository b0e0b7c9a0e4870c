/**
 * A test double for the Dataverse Web API on SQLite, made from an imported solution and from nothing else. It does a subset of the
 * Web API, and refuses the rest with 501. Three things differ from Dataverse without an answer saying so:
 *
 * - text is compared without regard to case, for letters other than a-z only when the value compared with has such letters;
 * - text is sorted by code point;
 * - times are shown in English and UTC.
 *
 *     const solution = importSolution(zipBytes);                       // ../solution
 *     const dataverse = createDataverse({ model: solution.model, storage: ":memory:", now: Date.now, users, teams });
 *     const answer = dataverse.handle({ method: "GET", path: "sample_tickets?$top=5", headers: {}, body: "", userId });
 *     dataverse.close();
 */
export { changeSetRequests } from "./changeSetRequests";
export type {
  Dataverse,
  DataverseOptions,
  DataverseRequest,
  DataverseResponse,
  SandboxBusinessUnit,
  SandboxTeam,
  SandboxUser,
} from "./api";
export { createDataverse } from "./engine";
export { DataverseError } from "./errors";
export { StorageError } from "./storage/storageError";
