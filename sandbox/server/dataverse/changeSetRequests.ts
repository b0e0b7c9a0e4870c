import { DataverseError } from "./errors";
import { boundaryOf, parseBatch } from "./multipart";

/** What the change sets of a batch ask for: of each request the method and the path below the Web API's root. None where the body is no batch: the engine says so. */
export function changeSetRequests(
  contentType: string | undefined,
  body: string,
): readonly { readonly method: string; readonly path: string }[] {
  try {
    return parseBatch(body, boundaryOf(contentType))
      .flatMap((item) => ("changeSet" in item ? item.changeSet : []))
      .map(({ method, url }) => ({ method, path: url.replace(/^(https?:\/\/[^/]+)?\/?(api\/data\/v9\.[0-2]\/)?/i, "") }));
  } catch (error) {
    if (error instanceof DataverseError) return [];
    throw error;
  }
}
