import type { DataverseRequest, DataverseResponse } from "./api";
import type { Context, Engine } from "./context";
import { badBody, badQuery, DataverseError, errorBody, notSupported } from "./errors";
import { checkODataVersion } from "./negotiation";
import { StorageError } from "./storage/storageError";

/** What `Prefer` asks for. */
export interface Preferences {
  readonly representation: boolean;
  /** The list of annotations, or undefined. */
  readonly annotations: string | undefined;
  readonly pageSize: number | undefined;
  readonly continueOnError: boolean;
}

/** Splits at commas that are not in double quotes. */
function splitList(text: string): readonly string[] {
  return (text.match(/(?:"[^"]*"|[^,"])+/g) ?? []).map((one) => one.trim()).filter((one) => one !== "");
}

/** What is asked for and would change the answer or the work, and is not done here. */
const REFUSED_PREFERENCES = ["odata.track-changes", "respond-async", "odata.callback", "odata.allow-entityreferences", "handling"];

/** The most rows that a page may be asked to have; a greater number is ignored, as documented. */
const LARGEST_PAGE = 5000;

function pageSizeOf(value: string): number | undefined {
  if (!/^\d{1,9}$/.test(value) || Number(value) === 0)
    throw badQuery(`The preference odata.maxpagesize needs a positive whole number, not '${value}'.`);
  return Number(value) > LARGEST_PAGE ? undefined : Number(value);
}

/** An annotation that Dataverse has, asked for by its name; among all (`*`) nobody counts on it. */
function supportedAnnotations(list: string): string {
  const refused = /\bMicrosoft\.Dynamics\.CRM\.globalmetadataversion\b/i.exec(list)?.[0];
  if (refused !== undefined) throw notSupported(`the annotation '${refused}'`);
  return list;
}

/**
 * Reads the Prefer header. What is known and not done is refused; what nobody knows is ignored, as HTTP says (RFC 7240).
 * @throws DataverseError 400 for a page size that is none, 501
 */
export function readPreferences(headers: Readonly<Record<string, string>>): Preferences {
  let representation = false;
  let annotations: string | undefined;
  let pageSize: number | undefined;
  let continueOnError = false;
  for (const one of splitList(headers["prefer"] ?? "")) {
    const equals = one.indexOf("=");
    const name = (/^[^=;]*/.exec(one)?.[0] ?? "").trim().toLowerCase();
    const value =
      equals < 0
        ? ""
        : one
            .slice(equals + 1)
            .trim()
            .replace(/^"(.*)"$/, "$1");
    if (name === "return") representation = value.toLowerCase() === "representation";
    else if (name === "odata.include-annotations") annotations = supportedAnnotations(value);
    else if (name === "odata.continue-on-error") continueOnError = value.toLowerCase() !== "false";
    else if (name === "odata.maxpagesize") pageSize = pageSizeOf(value);
    else if (REFUSED_PREFERENCES.includes(name)) throw notSupported(`the preference '${name}'`);
  }
  return { representation, annotations, pageSize, continueOnError };
}

/** `Preference-Applied` for what was followed; no header without preferences. */
export function appliedPreferences(
  preferences: Preferences,
  followed: { readonly page?: boolean; readonly representation?: boolean },
): Readonly<Record<string, string>> {
  const applied = [
    ...(followed.representation && preferences.representation ? ["return=representation"] : []),
    ...(followed.page && preferences.pageSize !== undefined ? [`odata.maxpagesize=${preferences.pageSize}`] : []),
    ...(preferences.annotations === undefined ? [] : [`odata.include-annotations="${preferences.annotations}"`]),
  ];
  return applied.length ? { "Preference-Applied": applied.join(",") } : {};
}

const REFUSED_HEADERS = [
  "mscrmcallerid",
  "callerobjectid",
  "mscrm.solutionuniquename",
  "mscrm.mergelabels",
  "x-http-method-override",
  "x-http-method",
];

/**
 * Refuses headers that would change the meaning of a request and that the sandbox does not follow.
 * @throws DataverseError 400 or 501
 */
export function checkHeaders(headers: Readonly<Record<string, string>>): void {
  const refused = REFUSED_HEADERS.find((name) => headers[name] !== undefined);
  if (refused !== undefined) throw notSupported(`the header '${refused}'`);
  // Duplicate detection and plug-ins do not exist here: to leave them out is followed, to ask for them is not.
  if (headers["mscrm.suppressduplicatedetection"]?.toLowerCase() === "false") throw notSupported("duplicate detection");
  checkODataVersion(headers);
}

/**
 * Refuses a body that says it is no JSON, or in letters other than UTF-8.
 * @throws DataverseError 415
 */
export function checkJson(request: Pick<DataverseRequest, "headers">): void {
  const type = request.headers["content-type"];
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(type ?? "")?.[1] ?? "utf-8";
  if (type === undefined || (/^application\/json\s*(;|$)/i.test(type) && /^utf-?8$/i.test(charset))) return;
  throw new DataverseError(415, "0x80048d19", `The Content-Type '${type}' is not supported; send application/json.`);
}

/** Whether a header (`*`, or a list of etags) has the row's etag. */
export function matchesEtag(header: string, etag: string): boolean {
  return header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag.replace(/^W\//, ""));
}

function common(engine: Engine): Record<string, string> {
  return { "OData-Version": "4.0", Date: new Date(engine.now()).toUTCString(), "Cache-Control": "no-cache" };
}

/** An answer with a JSON body. */
export function json(engine: Engine, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): DataverseResponse {
  return {
    status,
    headers: { ...common(engine), "Content-Type": "application/json; odata.metadata=minimal", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}

/** An answer with a plain text. */
export function plainText(engine: Engine, body: string): DataverseResponse {
  return { status: 200, headers: { ...common(engine), "Content-Type": "text/plain" }, body };
}

/** An answer without a body. */
export function empty(engine: Engine, status: number, headers: Readonly<Record<string, string>> = {}): DataverseResponse {
  return { status, headers: { ...common(engine), ...headers }, body: "" };
}

/** An error as Dataverse answers it. Any other error is the machine's (its disk), or a bug of the sandbox: 500. */
export function failure(engine: Engine, error: unknown): DataverseResponse {
  if (error instanceof DataverseError) return json(engine, error.status, errorBody(error));
  if (error instanceof StorageError) return json(engine, 500, errorBody(new DataverseError(500, "0x80040216", error.message)));
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return json(engine, 500, errorBody(new DataverseError(500, "0x80040216", `An unexpected error occurred in the sandbox. ${reason}`)));
}

/** The address of a row. */
export function rowAddress(context: Context, set: string, key: string): string {
  return `${context.root}/${set}(${key})`;
}

/**
 * Refuses a body where none belongs.
 * @throws DataverseError 400
 */
export function checkNoBody(request: Pick<DataverseRequest, "body" | "method">): void {
  if (request.body.trim() !== "") throw badBody(`A ${request.method} request must not have a body.`);
}
