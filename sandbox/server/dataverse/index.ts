/**
 * The sandbox's test double for the Dataverse Web API: the subset that `docs/sandbox.md` lists, on SQLite, made from an
 * imported solution and from nothing else. What it does not support it refuses with 501. Where it is not Dataverse without saying so
 * in an answer: text is compared without regard to case (for other letters than a-z only when the value that is compared with has
 * such letters) and sorted by code point; there is one business unit; times are shown in English and UTC.
 *
 *     const solution = importSolution(zipBytes);                       // ../solution
 *     const dataverse = createDataverse({ model: solution.model, storage: ":memory:", now: Date.now, users, teams });
 *     const answer = dataverse.handle({ method: "GET", path: "msgn_sessions?$top=5", headers: {}, body: "", userId });
 *     dataverse.close();
 */
export type { Dataverse, DataverseOptions, DataverseRequest, DataverseResponse, SandboxTeam, SandboxUser } from "./api";
export { createDataverse } from "./engine";
export { DataverseError } from "./errors";
export { StorageError } from "./storage/storageError";
