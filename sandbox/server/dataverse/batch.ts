import type { DataverseRequest, DataverseResponse } from "./api";
import type { Context } from "./context";
import { badBody, DataverseError } from "./errors";
import { checkHeaders, failure, readPreferences } from "./http";
import { newGuid } from "./identifiers";
import { boundaryOf, parseBatch, writeParts } from "./multipart";
import type { BatchPart, WrittenPart } from "./multipart";
import { checkAccept } from "./negotiation";
import type { References } from "./rows/body";

/**
 * How one request of a batch is answered; `references`: what `$1` stands for.
 * @throws DataverseError where the answer is an error
 */
export type Execute = (request: DataverseRequest, references: References) => DataverseResponse;

/** Runs work as one transaction that is undone when it throws. */
export type Transaction = <T>(work: () => T) => T;

const MOST_REQUESTS = 1000;

function inner(context: Context, outer: DataverseRequest, part: BatchPart, references: References): DataverseRequest {
  let path = part.url
    .replace(/^https?:\/\/[^/]+/i, "")
    .replace(/^\/api\/data\/v9\.[0-2]\//i, "")
    .replace(/^\/+/, "");
  const named = /^\$([A-Za-z0-9_.-]+)(.*)$/s.exec(path);
  // `$batch` and `$metadata` are names of their own.
  if (named?.[1] !== undefined && named[1] !== "batch" && named[1] !== "metadata") {
    const known = references.get(named[1]);
    if (known === undefined) throw badBody(`Content-ID Reference: '$${named[1]}' does not exist in the batch context.`);
    path = known + (named[2] ?? "");
  }
  if (path.startsWith("$batch")) throw badBody("A batch cannot contain another batch.");
  outer.beforePart?.(part.method, path);
  return { method: part.method, path, headers: part.headers, body: part.body, userId: outer.userId };
}

/** The path of the row that an answer is about: what a later `$1` stands for. */
function pathOf(context: Context, response: DataverseResponse): string | undefined {
  const address = response.headers["OData-EntityId"];
  return address?.startsWith(`${context.root}/`) ? address.slice(context.root.length + 1) : undefined;
}

function runChangeSet(
  context: Context,
  request: DataverseRequest,
  parts: readonly BatchPart[],
  execute: Execute,
  transaction: Transaction,
): { readonly written: WrittenPart; readonly failed: DataverseResponse | undefined } {
  try {
    const responses = transaction(() => {
      const references = new Map<string, string>();
      return parts.map((part) => {
        if (part.method === "GET") throw badBody("GET is not allowed in a change set.");
        if (part.contentId !== undefined && references.has(part.contentId))
          throw badBody(`The Content-ID '${part.contentId}' is used twice.`);
        const response = execute(inner(context, request, part, references), references);
        const path = pathOf(context, response);
        if (part.contentId !== undefined && path !== undefined) references.set(part.contentId, path);
        return { response, contentId: part.contentId };
      });
    });
    return { written: { changeSet: responses }, failed: undefined };
  } catch (error) {
    // Dataverse answers a failed change set with the one error, as if it were a single request.
    const response = failure(context.engine, error);
    return { written: { response, contentId: undefined }, failed: response };
  }
}

/** POST $batch: requests one after the other; a change set is all or nothing. It stops at the first error, unless told to go on. */
export function runBatch(context: Context, request: DataverseRequest, execute: Execute, transaction: Transaction): DataverseResponse {
  if (request.method !== "POST") throw new DataverseError(405, "0x80060888", `The method '${request.method}' is not allowed on $batch.`);
  checkHeaders(request.headers);
  checkAccept(request.headers, ["multipart/mixed"]);
  const items = parseBatch(request.body, boundaryOf(request.headers["content-type"]));
  const total = items.reduce((sum, item) => sum + ("changeSet" in item ? item.changeSet.length : 1), 0);
  if (total > MOST_REQUESTS) throw badBody(`A batch may have ${MOST_REQUESTS} requests at most.`);
  const { continueOnError } = readPreferences(request.headers);
  const written: WrittenPart[] = [];
  let status = 200;
  for (const item of items) {
    let failed: DataverseResponse | undefined;
    if ("changeSet" in item) {
      const result = runChangeSet(context, request, item.changeSet, execute, transaction);
      written.push(result.written);
      failed = result.failed;
    } else {
      const response = single(context, request, item.part, execute, transaction);
      written.push({ response, contentId: item.part.contentId });
      failed = response.status >= 400 ? response : undefined;
    }
    if (!failed || continueOnError) continue;
    status = failed.status;
    break;
  }
  const boundary = `batchresponse_${newGuid()}`;
  return {
    status,
    headers: {
      "OData-Version": "4.0",
      Date: new Date(context.engine.now()).toUTCString(),
      "Content-Type": `multipart/mixed; boundary=${boundary}`,
    },
    body: writeParts(boundary, written),
  };
}

function single(
  context: Context,
  request: DataverseRequest,
  part: BatchPart,
  execute: Execute,
  transaction: Transaction,
): DataverseResponse {
  try {
    const one = inner(context, request, part, new Map());
    return part.method === "GET" ? execute(one, new Map()) : transaction(() => execute(one, new Map()));
  } catch (error) {
    return failure(context.engine, error);
  }
}
