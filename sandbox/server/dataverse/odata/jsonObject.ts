import { badBody } from "../errors";

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** A name that the object itself has twice: `JSON.parse` would take the last and say nothing, OData refuses it. */
function nameGivenTwice(json: string): string | undefined {
  const seen = new Set<string>();
  let depth = 0;
  let text = "";
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    else if (token === ":" && depth === 1) {
      const name = String(JSON.parse(text));
      if (seen.has(name)) return name;
      seen.add(name);
    }
    text = token;
  }
  return undefined;
}

/**
 * Parses a body that must be a JSON object. What is wrong with its syntax has the code that Dataverse gives to every payload that it cannot read.
 * @throws DataverseError 400
 */
export function parseJsonObject(body: string): Readonly<Record<string, unknown>> {
  if (body.trim() === "") throw badBody("The request body is empty; a JSON object is needed.");
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch (error) {
    throw badBody(`Invalid JSON. The request body cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw badBody("The request body must be a JSON object.");
  const twice = nameGivenTwice(body);
  if (twice !== undefined)
    throw badBody(`Multiple properties with the name '${twice}' were detected. Names must not be duplicated in an object.`);
  return parsed as Readonly<Record<string, unknown>>;
}
