import { parseResx } from "../pcf/resx";
import type { Shell } from "../shell";

const tables = new Map<string, ReadonlyMap<string, string>>();

/**
 * Loads the texts of the app's RESX web resources in the user's language. `getResourceString` is synchronous, so they are loaded first.
 * @throws Error when one cannot be loaded
 */
export async function loadResourceStrings({ session }: Shell): Promise<void> {
  const resources = session.model.webResources.filter((resource) => resource.type === 12);
  await Promise.all(
    resources.map(async (resource) => {
      const answer = await fetch(`/WebResources/${resource.name}`);
      if (!answer.ok) throw new Error(`The web resource ${resource.name} answered ${answer.status}.`);
      tables.set(resource.name, parseResx(await answer.text()));
    }),
  );
}

/** The text of a key of a RESX web resource (`prefix_/name` without language and ending), in the user's language, else English; null when missing. */
export function resourceString({ session }: Shell, webResource: string, key: string): string | null {
  for (const language of [session.languageId, 1033]) {
    const text = tables.get(`${webResource}.${language}.resx`)?.get(key);
    if (text !== undefined) return text;
  }
  return null;
}
