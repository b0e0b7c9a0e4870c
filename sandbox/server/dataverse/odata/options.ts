import { badQuery, notSupported } from "../errors";

/** A request's address: what comes before `?`, not decoded, and the options after it, decoded. */
export interface Address {
  readonly path: string;
  readonly options: ReadonlyMap<string, string>;
}

/**
 * Decodes `%xx`; a broken escape is 400.
 * @throws DataverseError 400
 */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badQuery(`The address contains an escape that is not UTF-8: '${text}'.`);
  }
}

const KNOWN = new Set(["$select", "$filter", "$orderby", "$top", "$count", "$expand", "$skiptoken", "fetchxml"]);
/** Options of OData that Dataverse does not support either. */
const NOWHERE = new Set(["$skip", "$search", "$format"]);
const ELSEWHERE = new Set(["$apply", "$compute", "$levels", "$deltatoken", "savedquery", "userquery", "api-version", "partitionid"]);

/**
 * Splits an address. A plus in the options is a blank, as everywhere in queries of addresses; in the path it is itself.
 * @throws DataverseError 400 or 501
 */
export function parseAddress(path: string): Address {
  const mark = path.indexOf("?");
  const options = new Map<string, string>();
  const query = mark < 0 ? "" : path.slice(mark + 1);
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decode((equals < 0 ? pair : pair.slice(0, equals)).replace(/\+/g, " ")).trim();
    const value = equals < 0 ? "" : decode(pair.slice(equals + 1).replace(/\+/g, " "));
    // Documented: the names of options are case-sensitive. Those without a dollar are Dataverse's own.
    const key = /^[$@]/.test(name) ? name : name.toLowerCase();
    if (options.has(key)) throw badQuery(`Query option '${name}' was specified more than once, but it must be specified at most once.`);
    if (ELSEWHERE.has(key)) throw notSupported(`the query option '${name}'`);
    if (NOWHERE.has(key)) throw badQuery(`The query parameter ${key} is not supported`);
    if (key.startsWith("$") && !KNOWN.has(key)) throw badQuery(`The query parameter '${name}' is not supported.`);
    options.set(key, value);
  }
  return { path: (mark < 0 ? path : path.slice(0, mark)).replace(/^\/+|\/+$/g, ""), options };
}

/**
 * A whole number that must not be negative.
 * @throws DataverseError 400
 */
export function wholeNumber(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text);
  throw badQuery(
    `Invalid value '${text}' for ${option} query option found. The ${option} query option requires a non-negative integer value.`,
  );
}

/**
 * Whether `$count=true` asks for the number of rows.
 * @throws DataverseError 400 for what is neither true nor false
 */
export function wantsCount({ options }: Address): boolean {
  const count = options.get("$count");
  if (count === undefined || count === "false") return false;
  if (count === "true") return true;
  throw badQuery(`Invalid value '${count}' for $count query option found. Valid values are 'true' and 'false'.`);
}
