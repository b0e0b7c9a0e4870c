import { createHash } from "node:crypto";

/** What one language's guide for agents is called among the web resources: made of the English one's description. */
export function guidePageOf(english: string, language: { readonly lcid: number; readonly name: string }, known: string): string {
  const id = /<WebResourceId>\{([0-9a-f-]+)\}/.exec(known)?.[1] ?? idOf(`msgn_/agentguide/${language.lcid}.html`);
  return english
    .replace(/<WebResourceId>[^<]*/, `<WebResourceId>{${id}}`)
    .replace(/1033\.html/g, `${language.lcid}.html`)
    .replace(/agentguide1033html[^<]*/, `agentguide${language.lcid}html${id.toUpperCase()}`)
    .replace(/English/g, language.name);
}

/** The solution's list of components with a guide of each language, in the order of the languages. */
export function componentsWith(solution: string, languages: readonly number[]): string {
  const line = /\n *<RootComponent [^\n]*schemaName="msgn_\/agentguide\/\d+\.html"[^\n]*/;
  const [one = ""] = line.exec(solution) ?? [];
  const all = languages.map((language) => one.replace(/\d+\.html/, `${language}.html`)).join("");
  const run = new RegExp(`(?:${line.source})+`);
  return solution.replace(run, all);
}

/** The list of languages of the solution. */
export function languagesWith(customizations: string, languages: readonly number[]): string {
  return customizations.replace(
    /(\n *)<Languages>[\s\S]*?<\/Languages>/,
    (_, line: string) => `${line}<Languages>${languages.map((one) => `${line}  <Language>${one}</Language>`).join("")}${line}</Languages>`,
  );
}

/** An id of a name, the same on every machine (RFC 9562, version 8). */
function idOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}
