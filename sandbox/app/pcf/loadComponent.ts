import type { CodeComponent } from "../../model";
import type { BundleLoader } from "./bundleLoader";
import { partAddress } from "./partAddress";
import type { LoadedComponent } from "./registry";
import { ComponentStrings, languageOfResx, parseResx } from "./resx";

/**
 * Loads what a component needs to be made: its bundle with the libraries before it, and its texts.
 * @throws Error when a part is missing or nothing is registered
 */
export async function loadComponent(definition: CodeComponent, languageId: number, bundles: BundleLoader): Promise<LoadedComponent> {
  const [create, strings] = await Promise.all([bundles.load(definition), loadStrings(definition, languageId)]);
  return { definition, create, strings };
}

const loading = new Map<string, Promise<ComponentStrings>>();

/** A component's texts in the user's language, then in English; each file is read once. */
function loadStrings(definition: CodeComponent, languageId: number): Promise<ComponentStrings> {
  const key = `${definition.name} ${languageId}`;
  let strings = loading.get(key);
  if (strings === undefined) {
    const languages = languageId === 1033 ? [1033] : [languageId, 1033];
    strings = Promise.all(languages.map((language) => loadTexts(definition, language))).then(
      (tables) =>
        new ComponentStrings(
          definition.name,
          tables.filter((table) => table !== undefined),
        ),
    );
    loading.set(key, strings);
    strings.catch(() => loading.delete(key));
  }
  return strings;
}

async function loadTexts(definition: CodeComponent, language: number): Promise<ReadonlyMap<string, string> | undefined> {
  const path = definition.resx.find((candidate) => languageOfResx(candidate) === language);
  if (path === undefined) return undefined;
  const answer = await fetch(partAddress(definition, path));
  if (!answer.ok) throw new Error(`The part ${path} of ${definition.name} answered ${answer.status}.`);
  return parseResx(await answer.text());
}
